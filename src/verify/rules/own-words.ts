import { borrowedIn, lineAt } from '../borrowed.ts'
import { quotedHan, quotedWords, tooManyHan, tooManyWords } from '../overlap.ts'
import { defineRule } from '../rule.ts'

export const ownWords = defineRule({
  name: 'own-words',
  description: `Nothing of ours shares ${tooManyHan} consecutive Han characters or ${tooManyWords} words with a source; a marked quotation has at most ${quotedHan} characters or ${quotedWords} words.`,
  check(course, context) {
    if (context.sources.size === 0) return { checked: 0, problems: [], remark: 'needs the source files' }
    const kinds = { Han: 'Han characters', words: 'words' }
    const problems = borrowedIn(course, context).flatMap(({ path, text, shared, quoted }) => {
      const inARow = shared.flatMap(each => each.of === 'Han across pauses' ? [] : [{ ...each, of: each.of }])
      return [
        ...inARow.map(({ at, length, of, source, begins }) => ({ path, line: lineAt(text, at), message: `${length} ${kinds[of]} in a row, from "${begins}…", stand in ${source}; at most ${of === 'Han' ? tooManyHan - 1 : tooManyWords - 1} may` })),
        ...quoted.filter(({ at, length }) => !inARow.some(other => other.at >= at && other.at <= at + 2 * length))
          .map(({ at, length, of, source, begins }) => ({ path, line: lineAt(text, at), message: `a quotation of ${length} ${of === 'words' ? kinds.words : kinds.Han}, "${begins}…", from ${source}; at most ${of === 'words' ? quotedWords : quotedHan} may be quoted` })),
      ]
    })
    return { checked: context.files.size, problems }
  },
})
