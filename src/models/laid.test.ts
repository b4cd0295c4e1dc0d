import { describe, expect, test } from 'vitest'
import type { Framework } from '#schema'
import { formOf, laid } from './laid.ts'
import { lines } from './lines.ts'

const names = (en: string, zh = en) => ({ en, zh, ru: en })
const node = (en: string, at?: { column: number, row: number, across?: number, down?: number }) => ({ names: names(en), mark: 'plain' as const, claims: ['a/b'], ...(at ? { at } : {}) })
const edge = (from: string, to: string) => ({ from, to, names: names('leads to'), directed: true, claims: ['a/b'] })
const chain: Framework = {
  title: names('Stages'), source: 'a', claims: ['a/b'], layout: 'chain', describes: { en: 'x', zh: 'x' },
  nodes: { dawn: node('Dawn'), noon: node('Noon'), dusk: node('Dusk') },
  edges: { first: edge('dawn', 'noon'), second: edge('noon', 'dusk'), back: edge('dusk', 'dawn') },
}
const grid: Framework = { ...chain, layout: 'graph', nodes: { road: node('Road', { column: 1, row: 2, across: 2 }), north: node('North', { column: 1, row: 1 }), east: node('East', { column: 2, row: 1 }) }, edges: { grants: edge('north', 'east'), runs: edge('east', 'road') } }

describe('laid by hand', () => {
  test.each([[chain, undefined, 'laid'], [grid, undefined, 'laid'], [chain, 'mermaid', 'mermaid'], [{ ...chain, layout: 'graph' as const }, undefined, 'mermaid'], [grid, 'triangle', 'triangle']] as const)('which form, %#', (framework, as, form) => expect(formOf(framework, as)).toBe(form))

  test('a chain is one row; its way back goes round below', () => {
    const { boxes, lines, height } = laid(chain, 'en')
    expect(new Set(boxes.map(({ y }) => y)).size).toBe(1)
    expect(boxes.at(-1)!.x + boxes.at(-1)!.width).toBe(888)
    expect(lines.map(({ path }) => path.replace(/[\d.]+/g, ''))).toEqual(['M H', 'M H', 'M VHV'])
    expect(height).toBeGreaterThan(boxes[0]!.y + boxes[0]!.height + 40)
  })

  test('with words under its boxes the way back goes round above, and the words have room below', () => {
    const under = names('Somebody closes the gate and keeps the only key to it')
    const told: Framework = { ...chain, nodes: { ...chain.nodes, noon: { ...chain.nodes['noon']!, under } } }
    const { boxes, lines, height } = laid(told, 'en')
    const [dawn, noon] = boxes
    expect(noon!.under.join(' ')).toBe(under.en)
    expect(dawn!.under).toEqual([])
    expect(lines.at(-1)).toMatchObject({ path: expect.stringMatching(new RegExp(`^M[\\d.]+ ${dawn!.y}V${dawn!.y - 44}H[\\d.]+V${dawn!.y}$`)) as string, head: { y: dawn!.y, turn: 90 } })
    expect(lines.at(-1)!.label.y, 'its label is inside the figure').toBeGreaterThan(24)
    expect(height).toBeGreaterThanOrEqual(noon!.y + noon!.height + noon!.under.length * 29)
  })

  test('a box over two columns, a line down to it', () => {
    const { boxes, lines } = laid(grid, 'en')
    expect(boxes.find(({ id }) => id === 'road')!.width).toBe(888)
    expect(lines.find(({ id }) => id === 'runs')).toMatchObject({ head: { turn: 90 }, label: { is: 'on' } })
  })

  test('a box over all rows, a line to each; what all of them say is said once', () => {
    const rows: Framework = {
      ...chain, layout: 'graph', grid: { columns: [100, 488], gaps: [300] },
      nodes: { all: node('All', { column: 1, row: 1, down: 2 }), one: node('One', { column: 2, row: 1 }), two: node('Two', { column: 2, row: 2 }) },
      edges: { first: edge('all', 'one'), second: edge('all', 'two') },
    }
    const { boxes: [all, one, two], lines } = laid(rows, 'en')
    expect([all!.width, one!.x, one!.width]).toEqual([100, 400, 488])
    expect(all!.y + all!.height).toBe(two!.y + two!.height)
    expect(lines.map(({ head }) => head!.y)).toEqual([one, two].map(box => box!.y + box!.height / 2))
    expect(lines.map(({ label }) => label.lines.join(' '))).toEqual(['leads to', ''])
    expect(() => laid({ ...rows, grid: { columns: [100, 400], gaps: [300] } }, 'en')).toThrow(/grid: expected 2 columns and 1 gaps, 888 px in all/)
    expect(() => laid({ ...rows, nodes: { ...rows.nodes, two: node('Two', { column: 1, row: 2 }) } }, 'en')).toThrow(/"all" and "two" stand in the same place: row 2/)
  })

  test.each([
    ['a node without a place', { ...grid, nodes: { ...grid.nodes, east: node('East') } }, /node "east": other boxes say where they stand/],
    ['two in one place', { ...grid, nodes: { ...grid.nodes, east: node('East', { column: 1, row: 1 }) } }, /"north" and "east" stand in the same place: row 1, column 1/],
    ['a line across', { ...grid, nodes: { ...grid.nodes, road: node('Road', { column: 1, row: 3 }) } }, /edge "runs": "east" and "road" stand neither side by side nor one above the other/],
  ])('%s is said', (_, framework, letter) => expect(() => laid(framework as Framework, 'en')).toThrow(letter))
})

test.each([
  ['more room of its own', 9, ['more room', 'of its own']],
  ['TRIPP', 9, ['TRIPP']],
  ['政治地理、区域治理研究', 9, ['政治地理、', '区域治理研究']],
  ['独家权利（据报道）', 6, ['独家权利', '（据报道）']],
  ['中间走廊治理三角', 5, ['中间走廊', '治理三角']],
  ['unbreakable', 3, ['unbreakable']],
])('%s in lines of %d', (text, most, expected) => expect(lines(text, most)).toEqual(expected))
