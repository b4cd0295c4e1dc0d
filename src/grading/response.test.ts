import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { example } from './examples/examples.ts'
import { emptyResponse, isComplete, misread } from './response.ts'

/** Every module that a door of this room draws in, types left aside. */
function drawnIn(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  if (!existsSync(file)) return seen
  for (const [, from] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)(?! type)[^'\n]*from '([^']+)'/gm))
    drawnIn(from!.startsWith('.') ? resolve(dirname(file), from!) : from!, seen)
  return seen
}

describe('two doors', () => {
  const door = (name: string) => [...drawnIn(fileURLToPath(new URL(name, import.meta.url)))]
  it('the one for grading brings the dictionary', () => expect(door('./index.ts')).toContain('opencc-js/dict/TSCharacters'))
  it('the one for components does not, nor anything that reads disk or course', () => {
    const modules = door('./response.ts')
    expect(modules.length).toBeGreaterThan(12)
    expect(modules.filter(name => !name.includes('/src/grading/'))).toEqual(['#schema/verdict'])
    expect(modules.filter(name => /\/(?:fold|grade|prove)\.ts$/.test(name))).toEqual([])
  })
})

describe('complete is another question than right', () => {
  it.each<[Parameters<typeof example>[0], string, unknown, boolean]>([
    ['choice', 'a wrong option', 'salt', true],
    ['choice', 'no option of this exercise', 'pepper', false],
    ['choices', 'one of two', ['no-toll'], true],
    ['choices', 'none', [], false],
    ['judge', 'all judged, wrongly', { 'toll-paid': 'not-stated', 'gate-open': 'not-stated', 'king': 'not-stated' }, true],
    ['judge', 'one open', { 'toll-paid': 'supported', 'gate-open': 'contradicted' }, false],
    ['number', 'a wrong number', '7', true],
    ['number', 'a number in words', 'seven', true],
    ['number', 'no number', 'about seven', false],
    ['text', 'a wrong word', 'Ondra', true],
    ['text', 'a full stop', ' . ', false],
    ['cloze', 'one gap open', { year: '1880', who: ' ' }, false],
    ['match', 'one thing twice', { valley: 'shut', guild: 'shut', league: 'shut' }, true],
    ['order', 'all, backwards', ['lease', 'treaty', 'shut-gate', 'first-mule'], true],
    ['order', 'three of four', ['lease', 'treaty', 'shut-gate'], false],
    ['order', 'one twice', ['lease', 'lease', 'treaty', 'shut-gate'], false],
    ['matrix', 'one cell open', { valley: { treaty: 'gains', lease: 'gains' }, guild: { treaty: 'gains' } }, false],
    ['signs', 'all marked, wrongly', { 'guild-valley': { sign: '0', passage: 'none' }, 'guild-league': { sign: '-', passage: 'winter' }, 'valley-league': { sign: '0', passage: 'winter' } }, true],
    ['signs', 'a sign without its passage', { 'guild-valley': { sign: '0', passage: 'none' }, 'guild-league': { sign: '-' }, 'valley-league': { sign: '0', passage: 'winter' } }, false],
    ['signs', 'the framework\'s own names', { 'price-of-passage': { sign: '0', passage: 'none' } }, false],
    ['place', 'both put, wrongly', { upper: [0, 0], harbour: [45, 40] }, true],
    ['place', 'one not put', { upper: [45, 40.5] }, false],
    ['place', 'one number alone', { upper: [45, 40.5], harbour: [48] }, false],
    ['essay', 'a text and no tick', { text: 'No.' }, true],
    ['essay', 'ticks and no text', { text: '…', met: ['decides'] }, false],
    ['cells', 'a sound cell', ['valley/got'], true],
    ['cells', 'a cell of a column not shown', ['valley/tool'], false],
  ])('%s: %s', (kind, _, response, expected) => expect(isComplete(example(kind).exercise.item, response)).toBe(expected))
})

it('the empty response of each shape', () => {
  expect(emptyResponse(example('number').exercise.item)).toBe('')
  expect(emptyResponse(example('order').exercise.item)).toEqual([])
  expect(emptyResponse(example('matrix').exercise.item)).toEqual({})
})

it('what is no answer is found where it stands', () => {
  expect(misread(example('matrix').exercise.item, { valley: { treaty: 'wins', leese: 'gains' }, crown: {} })).toMatchObject([
    { at: ['crown'], read: 'crown', wants: 'id', known: ['valley', 'guild'] },
    { at: ['valley', 'leese'], read: 'leese', wants: 'id', known: ['treaty', 'lease'] },
    { at: ['valley', 'treaty'], read: 'wins', wants: 'id' },
  ])
})
