import { characterName, missingCharacters, usedCharacters } from '#fonts'
import { defineRule } from '../rule.ts'

export const fonts = defineRule({
  name: 'fonts',
  description: 'Our font packages can draw every character of the course, upright at both weights.',
  async check(_, { house: { drawable, shown } }) {
    const characters = usedCharacters(shown)
    const missing = missingCharacters(characters, await drawable())
    const problems = [...new Set(missing.map(({ place }) => place.path))].map((path) => {
      const here = missing.filter(({ place }) => place.path === path)
      const names = here.slice(0, 5).map(({ point }) => characterName(point)).join(', ')
      return { path, line: here[0]!.place.line, message: `no font of ours can draw ${names}${here.length > 5 ? ` and ${here.length - 5} more` : ''}; write it otherwise` }
    })
    return { checked: characters.size, problems }
  },
})
