import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readCourse } from '#course/disk'
import { fontRequest } from './fonts.ts'

const fixture = fileURLToPath(new URL('../../../tests/fixture-course', import.meta.url))

it('what a first slide shows is asked for: its terms by their names, and the words of the bar', () => {
  const course = readCourse(fixture)
  const deck = course.decks.find(({ lang }) => lang === 'en')!
  const [id, term] = Object.entries(course.terms)[0]!
  deck.slides[0]!.content += `\n\n<Term id="${id}" />`
  const { openings } = fontRequest(course)
  expect(openings.en).toContain(term.names.zh)
  expect(openings.zh).toContain('讲者画面')
})
