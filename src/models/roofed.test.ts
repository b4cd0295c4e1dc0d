import { describe, expect, it, test } from 'vitest'
import type { Framework } from '#schema'
import { formOf } from './laid.ts'
import { roofed } from './roofed.ts'

const names = (en: string) => ({ en, zh: en, ru: en })
const node = (en: string, column: number, row: number, across?: number) => ({ names: names(en), mark: 'plain' as const, at: { column, row, ...across ? { across } : {} }, claims: [] })
const edge = (from: string, to: string) => ({ from, to, names: names(`${from} to ${to}`), directed: true, claims: [] })
const pass: Framework = {
  title: names('Who does what'), source: 'varga-2031', claims: [], layout: 'graph', describes: { en: '', zh: '' },
  nodes: { valley: node('The valley', 1, 1), guild: node('The guild', 2, 1), drivers: node('Drivers', 3, 1), road: node('The road', 1, 2, 3), coast: node('The coast', 2, 3) },
  edges: { law: edge('valley', 'road'), gives: edge('valley', 'guild'), hires: edge('guild', 'drivers'), drives: edge('drivers', 'road'), asks: edge('coast', 'road') },
} as unknown as Framework
const without = (part: 'nodes' | 'edges', ...ids: string[]) => ({ ...pass, [part]: Object.fromEntries(Object.entries(pass[part]).filter(([id]) => !ids.includes(id))) }) as Framework

describe('who is where on a road under a roof', () => {
  const { edges } = pass
  it('the law is the roof, who runs it stands on it, who gave it out is outside, who asks is at the gate', () => {
    expect(roofed(pass)).toEqual({
      road: 'road', roof: { id: 'valley', edge: edges['law'] }, on: { id: 'drivers', edge: edges['drives'] },
      outside: { id: 'guild', given: edges['gives'], passes: { edge: edges['hires'], to: 'drivers' } }, gate: { id: 'coast', edge: edges['asks'] },
    })
  })
  test.each<[string, Framework, RegExp]>([
    ['no road', without('nodes', 'road'), /no node lies across/],
    ['nobody on it', without('edges', 'drives'), /expected two nodes above "road".*found 1/],
    ['two at the gate', { ...pass, nodes: { ...pass.nodes, lake: node('The lake', 3, 3) }, edges: { ...edges, too: edge('lake', 'road') } } as Framework, /room for one at the gate; found "coast", "lake"/],
    ['no roof', without('edges', 'drives', 'law'), /found 0/],
  ])('a letter: %s', (_, given, letter) => expect(() => roofed(given)).toThrow(letter))
  it('only where the tag says so', () => expect([formOf(pass), formOf(pass, 'roof')]).toEqual(['laid', 'roof']))
})
