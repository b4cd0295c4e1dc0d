import { expect, test } from 'vitest'
import { frameworksDrawn } from './frameworks-drawn.ts'

const framework = (layout: string, ...stands: (string | undefined)[]) => ({ layout, nodes: Object.fromEntries(stands.map((where, index) => [`node${index}`, { stands: where }])) })
const frameworks = {
  'salt/stages': framework('chain'), 'salt/ending': framework('graph'), 'salt/bargain': framework('triangle', undefined, undefined, undefined),
  'salt/middle': framework('triangle', undefined, undefined, undefined, 'between'), 'silk/ending': framework('graph'),
}
const deck = (lecture: string, ...ids: string[]) => ({ lecture, slides: [{ tags: ids.map(id => ({ name: 'Framework', attributes: { id } })) }] })

test.each([
  ['nothing is on a slide', [deck('salt')], ['salt/stages', 'salt/ending', 'salt/bargain', 'salt/middle']],
  ['a chain is on a slide', [deck('salt', 'salt/stages')], ['salt/ending', 'salt/bargain', 'salt/middle']],
  ['a triangle is, and is drawn once more', [deck('salt', 'salt/bargain')], ['salt/stages', 'salt/ending', 'salt/bargain', 'salt/middle']],
  ['a triangle with a middle is, and is left to it', [deck('salt', 'salt/middle')], ['salt/stages', 'salt/ending', 'salt/bargain']],
  ['another lecture shows it', [deck('salt', 'salt/stages'), deck('silk', 'salt/ending')], ['salt/ending', 'salt/bargain', 'salt/middle']],
])('%s', (_, decks, expected) => {
  expect(frameworksDrawn({ decks, frameworks } as never, 'salt')).toEqual(expected)
})
