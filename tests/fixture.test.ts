// The invented course in which machinery is tried has everything there is to try, and is right.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCourse } from '#course/disk'
import { houseRoot } from '#course/roots'
import { figureTags } from '#course/tags'
import { kindNames, languages, layouts } from '#schema'
import { verify } from '#verify'
import { openContext } from '#verify/disk'

const root = join(houseRoot, 'tests/fixture-course')
const course = readCourse(root)

test('verify has nothing to say of it', async () => {
  const results = await verify(course, openContext({ root, house: houseRoot, sources: join(root, 'sources') }))
  expect(results.flatMap(({ problems }) => problems).map(({ path, line, message }) => `${path}:${line} ${message}`)).toEqual([])
  expect(results.filter(({ checked }) => checked === 0).map(({ name }) => name)).toEqual([])
})

test.each(languages)('it has every kind, figure and layout, %s', (lang) => {
  const { slides } = course.decks.find(deck => deck.lang === lang)!
  const tags = slides.flatMap(slide => slide.tags)
  const asked = new Set(tags.flatMap(({ name, attributes }) => name === 'Exercise' ? [course.exercises[attributes['id']!]!.item.kind] : []))
  expect(kindNames.filter(kind => !asked.has(kind))).toEqual([])
  expect(figureTags.filter(tag => !tags.some(({ name }) => name === tag))).toEqual([])
  expect(layouts.filter(layout => !slides.some(slide => slide.layout === layout))).toEqual([])
})
