import { describe, expect, test } from 'vitest'
import type { Framework } from '#schema'
import { diagramSteps, drawnHeight, mermaidText } from './diagram.ts'

const names = (word: string) => ({ en: word, zh: `${word}一`, ru: `${word}р` })
const node = (word: string, failure?: string) => ({ names: names(word), mark: 'plain' as const, claims: ['a/b'], ...(failure ? { failure: { names: names(failure), claims: ['a/b'] } } : {}) })
const edge = (from: string, to: string, word: string, directed = true) => ({ from, to, names: names(word), directed, claims: ['a/b'] })
const triangle: Framework = {
  title: names('Supports'), source: 'a', claims: ['a/b'], layout: 'triangle', describes: { en: 'x', zh: 'x' },
  nodes: { light: node('Light', 'dark'), boat: node('Boat'), 'the-end': node('Say "end" #1') },
  edges: { sight: edge('light', 'boat', 'sight'), fare: edge('boat', 'the-end', 'fare', false) },
}

describe('a framework click by click', () => {
  test('is built up node by node, each edge when both its ends stand, and then loses the corners that can fail', () => {
    expect(diagramSteps(triangle)).toEqual([
      { nodes: ['light'], edges: [] },
      { nodes: ['light', 'boat'], edges: ['sight'] },
      { nodes: ['light', 'boat', 'the-end'], edges: ['sight', 'fare'] },
      { nodes: ['light', 'boat', 'the-end'], edges: ['sight', 'fare'], gone: 'light' },
    ])
  })

  test('a chain is only built up', () => { expect(diagramSteps({ ...triangle, layout: 'chain' })).toHaveLength(3) })

  test('a step that is not there is said', () => { expect(() => mermaidText(triangle, 'en', 5)).toThrow('has steps 1 to 4') })
})

const bears = (plus: string[], minus: string[]) => ({ bears: { plus, minus }, directed: false })
const powers: Framework = {
  title: names('Powers'), source: 'a', claims: ['a/b'], layout: 'triangle', describes: { en: 'x', zh: 'x' },
  domains: { trade: names('Trade'), arms: names('Arms') },
  nodes: { north: node('North'), west: node('West'), east: node('East'), islands: node('Islands'), coast: node('Coast') },
  edges: {
    friends: edge('north', 'west', 'friends', false), rivals: edge('north', 'east', 'rivals', false), foes: edge('west', 'east', 'foes', false),
    'north-west-trade': { ...edge('north', 'west', 'salt'), domain: 'trade', ...bears(['a/b'], []) },
    'north-east-trade': { ...edge('north', 'east', 'silk'), domain: 'trade', ...bears(['a/b'], ['a/b']) },
    'west-east-trade': { ...edge('west', 'east', 'none'), domain: 'trade', ...bears([], []) },
  },
}

describe('a triangle in a world', () => {
  test('by corners: the world comes at once, after them', () => {
    expect(diagramSteps(powers).map(({ nodes, edges }) => [nodes.length, edges])).toEqual([[1, []], [2, ['friends']], [3, ['friends', 'rivals', 'foes']], [5, ['friends', 'rivals', 'foes']]])
  })

  test('by sides: the corners stand, each click adds a side, the last the world', () => {
    expect(diagramSteps(powers, { by: 'sides' }).map(({ nodes, edges }) => [nodes.length, edges.length])).toEqual([[3, 1], [3, 2], [3, 3], [5, 3]])
  })

  test('a domain has its own sides and no world', () => {
    expect(diagramSteps(powers, { by: 'sides', domain: 'trade' }).at(-1)).toEqual({ nodes: ['north', 'west', 'east'], edges: ['north-west-trade', 'north-east-trade', 'west-east-trade'] })
  })

  test('a domain that is not there is said', () => {
    expect(() => diagramSteps(powers, { domain: 'art' })).toThrow('domain "art": expected one of "trade", "arms"')
    expect(() => mermaidText(triangle, 'en', undefined, { domain: 'art' })).toThrow('this framework has no domains')
  })

  test('mermaid has it in a row beneath, and in a domain the sign of each side', () => {
    expect(mermaidText(powers, 'en').split('\n')).toContain('node4["Islands"] node5["Coast"]')
    const text = mermaidText(powers, 'zh', undefined, { domain: 'trade' })
    expect(text).toContain('node1 -- "+ salt一" --- node2')
    expect(text).toContain('node1 -- "± silk一" --- node3')
    expect(text).toContain('node2 -- "0 none一" --- node3')
    expect(text).not.toContain('Islands')
    expect(mermaidText(powers, 'en', 3, { by: 'sides' })).toContain('class around clear')
  })
})

describe('mermaid text', () => {
  test('has the same boxes at every step', () => {
    const boxes = (text: string) => text.split('\n').filter(line => /\["/.test(line)).map(line => line.replace(/\[".*?"\]/g, ''))
    for (let step = 1; step <= 3; step++) expect(boxes(mermaidText(triangle, 'zh', step))).toEqual(boxes(mermaidText(triangle, 'zh')))
  })

  test('keeps marks of mermaid out of labels', () => { expect(mermaidText(triangle, 'en')).toContain('["Say #quot;end#quot; #35;1"]') })

  test('a corner that is gone says how it fails, and its sides go with it', () => {
    const text = mermaidText(triangle, 'en', 4)
    expect(text).toContain('["Light: dark"]')
    expect(text).not.toContain('sight')
    expect(text).toContain('fare')
  })
})

describe('the height of a drawing', () => {
  const flow = (edges: Framework['edges'], ...ids: string[]): Framework => ({ ...triangle, layout: 'graph', nodes: Object.fromEntries(ids.map(id => [id, node(id)])), edges })
  test.each([
    ['one box', flow({}, 'a'), 52 + 16],
    ['two before a third', flow({ one: edge('a', 'c', 'x'), two: edge('b', 'c', 'x') }, 'a', 'b', 'c'), 2 * 52 + 18 + 16],
    ['one after another', flow({ one: edge('a', 'b', 'x'), two: edge('b', 'c', 'x') }, 'a', 'b', 'c'), 52 + 16],
    ['in a circle, rather too high than without end', flow({ one: edge('a', 'b', 'x'), two: edge('b', 'a', 'x') }, 'a', 'b'), 2 * 52 + 18 + 16],
    ['a name of two lines', flow({}, 'a long name of two lines'), 74 + 16],
    ['a triangle', triangle, 258],
    ['a triangle in a world', powers, 346],
  ])('%s', (_, framework, high) => expect(drawnHeight(framework, 'en')).toBe(high))
})
