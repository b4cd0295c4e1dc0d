import { describe, expect, it } from 'vitest'
import { pointsOf, unicodeRange, type Coverage } from '../../course/characters.ts'
import { layerOf, layersOf } from './layers.ts'
import { stylesheet } from './stylesheet.ts'

const lectures = { reading: { sources: ['varga-2031', 'almanac-2030'] }, salt: { sources: ['varga-2031'] }, silk: { sources: ['lin-2030'] } }
const points = (text: string) => [...text].map(character => character.codePointAt(0)!)
const places = (...all: [text: string, path: string | undefined][]) => new Map(all.flatMap(([text, path]) => points(text).map(point => [point, path ? { path, line: 1 } : undefined] as const)))
const face = (text: string) => ({ family: 'Course Han Sans', weight: 400, style: 'normal', from: 'noto@1', characters: unicodeRange(points(text)) })
const coverage = (faces: Record<string, string>): Coverage => ({ text: '', italic: '', faces: Object.fromEntries(Object.entries(faces).map(([file, text]) => [file, face(text)])) })
const layers = (before: Coverage | undefined, ...all: [string, string | undefined][]) => Object.fromEntries([...layersOf('han-sans-400', places(...all), before, lectures)].map(([layer, found]) => [layer, String.fromCodePoint(...found)]))

describe('the layer a file brings characters to', () => {
  it.each([
    ['slides/silk.zh.md', 'silk'],
    ['exercises/silk/three.yaml', 'silk'],
    ['corpus/glossary/silk.yaml', 'silk'],
    ['corpus/claims/lin-2030.yaml', 'silk'],
    ['corpus/claims/varga-2031.yaml', 'salt'],
    ['corpus/claims/newspaper-2029.yaml', 'house'],
    ['corpus/course.yaml', 'house'],
    ['pages/Start.vue', 'house'],
  ])('%s: %s', (path, layer) => expect(layerOf(path, lectures)).toBe(layer))
})

describe('the layers of a face', () => {
  const before = coverage({ 'han-sans-400.han.woff2': '盐路', 'han-sans-400.salt.woff2': '骡', 'han-sans-600.han.woff2': '盐路骡丝' })
  it('begin with one file that holds everything', () => expect(layers(undefined, ['盐', 'slides/salt.zh.md'], ['丝', 'slides/silk.zh.md'])).toEqual({ han: '盐丝' }))
  it('leave what is there where it is, whoever uses it now', () => expect(layers(before, ['盐骡', 'slides/silk.zh.md'], ['路', undefined])).toEqual({ han: '盐路', salt: '骡' }))
  it('give what is new to the lecture that brings it, and touch no other', () => {
    expect(layers(before, ['盐路骡', 'slides/salt.zh.md'], ['丝', 'slides/silk.zh.md'], ['馆', 'pages/Start.vue'])).toEqual({ han: '盐路', salt: '骡', silk: '丝', house: '馆' })
  })
})

it('the stylesheet: the first layer for all of Han, a further one for just its characters, after it', () => {
  const css = stylesheet(coverage({ 'han-sans-400.han.woff2': '盐路', 'han-sans-400.silk.woff2': '丝绸' }))
  const rules = [...css.matchAll(/url\('\.\/fonts\/([^']+)'\).*unicode-range: ([^}]+) \}/g)].map(([, file, range]) => [file, range!])
  expect(rules.map(([file]) => file)).toEqual(['han-sans-400.han.woff2', 'han-sans-400.silk.woff2'])
  expect(pointsOf(rules[0]![1]!).has(points('馆')[0]!)).toBe(true)
  expect(pointsOf(rules[1]![1]!)).toEqual(new Set(points('丝绸')))
})
