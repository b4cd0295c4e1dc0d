import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readCourse } from '#course/disk'
import { shiftConditions, shiftSteps, triangleCorners, triangleReadings, type TriangleCorner } from '#models'

/** The article's own words replayed: what it says of each actor and corridor, put into the model of its triangle, comes out as it says; and what it leaves open stays open. */
const course = readCourse(fileURLToPath(new URL('..', import.meta.url)))
const cases = Object.entries(course.cases).filter(([, each]) => each.framework === 'corridor/triangle')
const of = (id: string) => course.cases[`corridor/${id}`]!
const readings = (id: string) => triangleReadings(of(id).corners as Record<TriangleCorner, (ReturnType<typeof of>)['corners'][string]>)
const failing = (id: string) => readings(id).map(reading => reading.failing.join(' ') || '-')
const outcomes = (id: string) => readings(id).map(({ outcome }) => outcome)

describe('actors', () => {
  it('Table 1 has five', () => expect(cases.filter(([, each]) => each.is === 'actor').map(([id]) => id.split('/')[1])).toEqual(Object.keys(course.series['corridor/table-1']!.rows)))

  it.each(['russia', 'iran', 'eu'])('%s has no tool for all three corners (stage-exclusion), by whichever passage', (id) => {
    for (const reading of readings(id)) expect(reading.failing.length).toBeGreaterThan(0)
  })
  it('Russia could not match the money, hardly guarantee (russia-fails); Table 1 still lists its peacekeepers', () => expect(failing('russia')).toEqual(['connectivity security', 'connectivity']))
  it('Iran lacked finance (iran-no-finance); of the other two corners nothing is said', () => {
    expect(failing('iran')).toEqual(['connectivity'])
    expect(readings('iran')[0]!.open).toEqual(['sovereignty', 'security'])
  })
  it('the EU lacked investment, control and security commitments (eu-excluded); §2 would count its monitoring', () => expect(failing('eu')).toEqual(['sovereignty connectivity security', 'sovereignty connectivity']))
  it('Turkey governs nothing and gains all the same (second-order-benefit)', () => {
    expect(failing('turkey')).toEqual(['sovereignty'])
    expect(of('turkey').corners['connectivity']!.is).toBe('given')
  })
  it('the United States alone supplies all three (us-only-supplier), or the guarantee is open (terms-undisclosed)', () => {
    expect(outcomes('us')).toEqual(['complete', 'open'])
    expect(cases.filter(([id, each]) => each.is === 'actor' && outcomes(id.split('/')[1]!).includes('complete')).map(([id]) => id)).toEqual(['corridor/us'])
  })
})

describe('corridors', () => {
  it('there are the six of the table', () => expect(cases.filter(([, each]) => each.is === 'corridor')).toHaveLength(Object.keys(course.series['corridor/cases']!.rows).length))

  it.each([
    ['panama', ['open']],
    ['suez', ['at-risk', 'open']], // §4: dignity lost; §2: rational coordination
    ['btc', ['open']],
    ['titr', ['open']],
    ['rail', ['open']],
    ['tripp', ['complete', 'open']], // bound into one package; terms not public
  ] as const)('%s: %s', (id, expected) => expect(outcomes(id)).toEqual(expected))

  it('the one failure the article tells is Suez, and the model has it at the first corner', () => {
    expect(failing('suez')).toEqual(['sovereignty', '-'])
    expect(of('suez').outcome.claims).toContain('zhang-zeming-2026/suez-backlash')
    for (const id of ['panama', 'btc', 'titr', 'rail', 'tripp']) expect(failing(id).every(corners => corners === '-')).toBe(true)
  })
  it('both descriptions of the canals are there, and neither is preferred', () => {
    for (const [id, claim] of [['panama', 'panama-trusteeship'], ['suez', 'suez-multilateral']] as const) expect(of(id).corners['sovereignty']!.but!.claims).toEqual([`zhang-zeming-2026/${claim}`])
  })
})

it('what the article leaves open: a corner each, with its proof of silence', () => {
  const open = cases.flatMap(([id, { corners }]) => triangleCorners.flatMap((corner) => {
    const { is, absent, but } = corners[corner]!
    return [...is === 'not-stated' ? [{ at: `${id.split('/')[1]} ${corner}`, words: absent?.words.length ?? 0 }] : [], ...but?.is === 'not-stated' ? [{ at: `${id.split('/')[1]} ${corner}, by another passage`, words: but.absent?.words.length ?? 0 }] : []]
  }))
  expect(open.map(({ at }) => at)).toEqual([
    'iran sovereignty', 'iran security', 'turkey security', 'us security, by another passage',
    'panama connectivity', 'suez connectivity', 'suez security', 'btc security', 'titr security',
    'rail sovereignty', 'rail connectivity', 'rail security', 'tripp security, by another passage',
  ])
  for (const { at, words } of open) expect(words, at).toBeGreaterThan(2)
})

it('the doors and steps of the second hypothesis are the boxes of its framework, and all its arrows are walked', () => {
  const { nodes, edges } = course.frameworks['corridor/shift']!
  const steps = shiftSteps.flatMap(step => 'node' in step ? [step.node] : [])
  expect(Object.keys(nodes)).toEqual([...shiftConditions, ...steps])
  expect(Object.values(edges).map(({ from, to }) => [from, to])).toEqual([...shiftConditions.map(condition => [condition, steps[0]]), [steps[0], steps[1]]])
})
