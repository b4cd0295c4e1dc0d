import { characterName, missingCharacters, usedCharacters } from '#course/characters'
import { defineRule } from '../rule.ts'

export const fonts = defineRule({
  name: 'fonts',
  description: 'The committed fonts can draw every character of the course. Files that say `draft: true` are free: the fonts are renewed once, when the words stand.',
  check(course, { house: { coverage, shown } }) {
    const characters = usedCharacters(shown.filter(({ path }) => !course.drafts.includes(path)))
    if (!coverage) return { checked: 0, problems: [{ path: 'styles/fonts/coverage.json', line: 1, message: 'expected this file: what the committed fonts can draw; make it with: npm run fonts' }] }
    const missing = missingCharacters(characters, coverage)
    const problems = [...new Set(missing.map(({ place }) => place.path))].map((path) => {
      const here = missing.filter(({ place }) => place.path === path)
      const names = here.slice(0, 5).map(({ point }) => characterName(point)).join(', ')
      return { path, line: here[0]!.place.line, message: `no font of ours can draw ${names}${here.length > 5 ? ` and ${here.length - 5} more` : ''}; renew them with: npm run fonts` }
    })
    return { checked: characters.size, problems }
  },
})
