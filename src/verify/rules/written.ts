import type { Problem } from '#course'
import type { Language } from '#schema'
import { defineRule } from '../rule.ts'
import { claimsIn } from './evidence.ts'

/** What `npm run new` writes where an author is to write: "TODO where to look", "【待写】提示"; ids say it in small letters: `todo-a`. */
export const placeholder: Record<Language, string> = { en: 'TODO', zh: '【待写】' }
const left = new RegExp(`\\b${placeholder.en}\\b|${placeholder.zh}`, 'i')
const authored = /^(?:slides\/.*\.md|(?:corpus|exercises)\/.*\.yaml)$/

export const written = defineRule({
  name: 'written',
  description: `Nothing is left to be written: no slide, exercise or record holds ${placeholder.en} or ${placeholder.zh}, and no exercise rests on a claim that is a draft. Files that say \`draft: true\` are free.`,
  check(course, context) {
    const files = [...context.files].filter(([path]) => authored.test(path) && !course.drafts.includes(path))
    const problems = files.flatMap(([path, text]) => text.split('\n').flatMap((line, index): Problem[] => {
      const [word] = left.exec(line) ?? []
      return word ? [{ path, line: index + 1, message: `"${word}" is still to be replaced; until it is, the file says \`draft: true\`` }] : []
    }))
    const free = new Set(course.drafts)
    const onDrafts = Object.entries(course.exerciseFiles).filter(([id]) => !free.has(course.place('exercises', id).path)).flatMap(([id, file]) =>
      claimsIn(file, []).filter(({ claim }) => course.claims[claim] && free.has(course.place('claims', claim).path)).map(({ claim, field }): Problem =>
        ({ ...course.place('exercises', id, field), message: `rests on "${claim}", which ${course.place('claims', claim).path} still calls a draft: finish the claim, or say \`draft: true\` here too` })))
    return { checked: files.length, problems: [...problems, ...onDrafts] }
  },
})
