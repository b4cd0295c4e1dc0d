// A drawing that is missing stops a build and no server; what was drawn from another text is missing.
import { afterEach, expect, it, vi } from 'vitest'
import { readCourse } from './disk.ts'
import { drawingsOf } from './drawings.ts'
import { houseRoot } from './roots.ts'

const kept = new Map<string, string>()
vi.mock('./drawn.ts', () => ({ drawnIn: () => ({ find: (text: string) => kept.get(text), keep: () => {} }) }))
const { coursePlugin } = await import('./plugin.ts')

const drawings = drawingsOf(readCourse(houseRoot), 'triad', 'zh')
const load = (command: 'build' | 'serve') => {
  const plugin = coursePlugin() as unknown as { configResolved: (config: { command: string }) => void, load: (id: string) => string }
  plugin.configResolved({ command })
  return () => plugin.load('\0virtual:course/drawings/triad.zh')
}
const keepAll = () => { for (const { text } of drawings) kept.set(text, '<svg></svg>') }
afterEach(() => kept.clear())

it('is asked of a deck that has some', () => expect(drawings.length).toBeGreaterThan(2))
it('with every drawing kept, a build gets them all', () => {
  keepAll()
  expect(load('build')().match(/<svg>/g)).toHaveLength(drawings.length)
})
it('with nothing kept, a build stops and names what is missing', () => {
  expect(load('build')).toThrow(/^not drawn: (triad\/[a-z-]+ \(zh\)(; |\. )){2,}`npm run build` draws before it builds\.$/)
})
it('with one text changed since it was drawn, a build stops at that one', () => {
  keepAll()
  const { text, framework } = drawings[0]!
  kept.delete(text)
  kept.set(`${text} `, '<svg></svg>')
  expect(load('build')).toThrow(new RegExp(`^not drawn: ${framework} \\(zh\\)\\. `))
})
it('a server serves what there is: its pages draw the rest', () => {
  keepAll()
  kept.delete(drawings[0]!.text)
  expect(load('serve')().match(/<svg>/g)).toHaveLength(drawings.length - 1)
})
