import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CourseText } from './characters.ts'
import { lectureOf, slicesOf } from './slices.ts'

const lectures = { reading: { sources: ['varga-2031', 'almanac-2030'] }, salt: { sources: ['varga-2031'] }, silk: { sources: ['lin-2030'] } }
const openings = { door: '中文', en: 'Salt 盐', zh: '盐路上的骡' }

describe('the lecture a file belongs to', () => {
  it.each([
    ['slides/silk.zh.md', 'silk'],
    ['exercises/silk/three.yaml', 'silk'],
    ['corpus/glossary/silk.yaml', 'silk'],
    ['corpus/claims/lin-2030.yaml', 'silk'],
    ['corpus/claims/varga-2031.yaml', 'salt'],
    ['corpus/claims/newspaper-2029.yaml', undefined],
    ['corpus/course.yaml', undefined],
    ['pages/Start.vue', undefined],
  ])('%s => %s', (path, lecture) => expect(lectureOf(path, lectures)).toBe(lecture))
})

describe('the slices of the Han faces', () => {
  /** Sixty files that all say 的; one character of each lecture's own, in enough files to be worth a slice. */
  const many = (from: number, count: number) => String.fromCodePoint(...Array.from({ length: count }, (_, index) => from + index))
  const silkOwn = many(0x7d00, 30)
  const texts: CourseText[] = [
    ...Array.from({ length: 60 }, (_, index) => ({ path: `pages/p${index}.vue`, text: '的' })),
    { path: 'slides/silk.en.md', text: 'Lin 林' },
    { path: 'slides/silk.zh.md', text: `${silkOwn}共` },
    { path: 'slides/salt.zh.md', text: '共，→盐' },
  ]
  const slices = new Map([...slicesOf(texts, openings, '万', lectures)].map(([name, points]) => [name, String.fromCodePoint(...points)]))
  it.each([
    ['signs', '→，'],
    ['door', '中文'],
    ['opening-en', '盐'],
    ['opening-zh', '路上的骡'],
    ['names', '林'],
    ['shared', '共万'],
    ['silk', silkOwn],
  ])('%s: %s', (name, characters) => expect(new Set(slices.get(name))).toEqual(new Set(characters)))

  it('give every character of the course to one slice', () => fc.assert(fc.property(
    fc.array(fc.record({ path: fc.constantFrom('slides/silk.en.md', 'slides/salt.zh.md', 'pages/A.vue', 'corpus/claims/lin-2030.yaml'), text: fc.string({ unit: 'binary' }) })),
    (any) => {
      const all = [...slicesOf(any, openings, '一', lectures).values()].flat()
      expect(new Set(all).size).toBe(all.length)
    })))
  it('stay as they are when one more word is written', () => {
    const more = slicesOf([...texts, { path: 'exercises/silk/one.yaml', text: `的共${silkOwn[0]!}` }], openings, '万', lectures)
    expect([...more].filter(([name, points]) => String.fromCodePoint(...points) !== slices.get(name)).map(([name]) => name)).toEqual([])
  })
})
