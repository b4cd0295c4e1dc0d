import { describe, expect, test } from 'vitest'
import type { Framework } from '#schema'
import { diagramSteps, mermaidText } from './diagram.ts'

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
