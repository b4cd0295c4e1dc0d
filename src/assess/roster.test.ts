import { describe, expect, it } from 'vitest'
import type { Report } from './report.ts'
import { areNear, Roster } from './roster.ts'

const report = (earned: [number, number | undefined], more: Partial<Report> = {}): Report => ({
  lecture: 'salt', lang: 'en', name: undefined, earned: earned[0] + (earned[1] ?? 0), possible: 5, stances: [], problems: [], remarks: [],
  exercises: [
    { id: 'salt/one', earned: earned[0], possible: 1, verdict: earned[0] ? 'right' : 'wrong', marks: {}, wrong: earned[0] ? [] : [{ part: '', said: 'Ground' }], feedback: [], reread: [] },
    { id: 'salt/two', earned: earned[1] ?? 0, possible: 4, verdict: earned[1] === undefined ? 'empty' : 'partly', marks: {}, wrong: [], feedback: [], reread: [] },
  ],
  ...more,
})
function rosterOf(rows: [name: string, file: string, Report, modified?: Date][]) {
  const roster = new Roster()
  for (const [name, file, each, modified] of rows) roster.add(each, { file, name, modified })
  return roster.tables('en')
}
const day = (number: number) => new Date(Date.UTC(2026, 2, number))

it('a table a lecture, the students by name, what was not answered left blank', () => {
  const tables = rosterOf([['Wang', 'w.yaml', report([1, 2])], ['Li', 'l.yaml', report([0, undefined])], ['Li', 'x.json', report([1, 1], { lecture: 'silk' })]])
  expect(tables.map(({ lecture, rows }) => [lecture, rows.map(({ name, points }) => [name, points])])).toEqual([['salt', [['Li', [0, undefined]], ['Wang', [1, 2]]]], ['silk', [['Li', [1, 1]]]]])
})

it('what is written freely is no number: it counts in no mean, and its text is kept to be read', () => {
  const essay = (text: string): Report['exercises'][number] => ({ id: 'salt/free', earned: 0, possible: 0, verdict: text ? 'written' : 'empty', marks: {}, wrong: [], feedback: [], reread: [], ...text ? { written: { text, met: ['It decides'], of: 3, model: 'Refuse.' } } : {} })
  const withEssay = (text: string) => { const one = report([1, 2]); return { ...one, exercises: [...one.exercises, essay(text)] } }
  const [{ rows, statistics }] = rosterOf([['a', 'a', withEssay('Keep it.')], ['b', 'b', withEssay('')]]) as [ReturnType<typeof rosterOf>[number]]
  expect(rows.map(({ points, earned, possible, written }) => [points, earned, possible, written])).toEqual([
    [[1, 2, 'written'], 3, 5, [{ exercise: 'salt/free', text: 'Keep it.', met: ['It decides'], of: 3 }]],
    [[1, 2, undefined], 3, 5, []],
  ])
  expect(statistics[2]).toEqual({ exercise: 'salt/free', possible: 0, answered: 1, of: 2, wrong: [] })
})

it('how an exercise went: share of all points, who answered, the commonest wrong answers', () => {
  const statistics = rosterOf([['a', 'a', report([1, 2])], ['b', 'b', report([0, undefined])], ['c', 'c', report([0, 4])], ['d', 'd', report([1, 4])]])[0]!.statistics
  expect(statistics).toEqual([
    { exercise: 'salt/one', possible: 1, facility: 0.5, answered: 4, of: 4, wrong: [{ part: '', said: 'Ground', count: 2 }] },
    { exercise: 'salt/two', possible: 4, facility: 10 / 16, answered: 3, of: 4, wrong: [] },
  ])
})

describe('two files of one name', () => {
  const newest = (rows: Parameters<typeof rosterOf>[0]) => rosterOf(rows)[0]!.rows.map(({ file, alike, isNewest }) => [file, alike, isNewest])
  it.each<[string, Parameters<typeof rosterOf>[0], unknown]>([
    ['by the dates of the exports', [['Wang', 'a', report([0, 0], { exported: day(2).toISOString() })], ['Wang', 'b', report([1, 4], { exported: day(1).toISOString() })]], [['b', 2, false], ['a', 2, true]]],
    ['by the dates of the files', [['Wang', 'a', report([0, 0]), day(1)], ['Wang', 'b', report([1, 4]), day(2)]], [['a', 2, false], ['b', 2, true]]],
    ['written otherwise', [['王蘭', 'a', report([0, 0]), day(1)], ['王兰 ', 'b', report([1, 4]), day(2)]], [['b', 2, true], ['a', 2, false]]],
    ['where nobody knows', [['Wang', 'a', report([0, 0])], ['Wang', 'b', report([1, 4])]], [['a', 2, undefined], ['b', 2, undefined]]],
    ['from one browser under two names', [['Wnag', 'a', report([0, 0], { origin: 'x', exported: day(1).toISOString() })], ['Wang', 'b', report([1, 4], { origin: 'x', exported: day(2).toISOString() })]], [['b', 1, true], ['a', 1, false]]],
    ['under two names and a third file without the browser', [['Wang', 'c', report([1, 0]), day(3)], ['Wnag', 'a', report([0, 0], { origin: 'x', exported: day(1).toISOString() })], ['Wang', 'b', report([1, 4], { origin: 'x', exported: day(2).toISOString() })]], [['b', 2, false], ['c', 2, true], ['a', 1, false]]],
    ['from one browser under names of two people', [['Aida P.', 'a', report([0, 0], { origin: 'x', exported: day(1).toISOString() })], ['Bek T.', 'b', report([1, 4], { origin: 'x', exported: day(2).toISOString() })]], [['a', 1, undefined], ['b', 1, undefined]]],
    ['and another', [['Wang', 'a', report([0, 0])], ['Li', 'b', report([1, 4])]], [['b', 1, undefined], ['a', 1, undefined]]],
  ])('%s', (_, rows, expected) => expect(newest(rows)).toEqual(expected))

  it('stay two rows, and the later alone counts', () => {
    const [table] = rosterOf([['Wang', 'a', report([0, 0]), day(1)], ['Wang', 'b', report([1, 4]), day(2)]])
    expect([table!.rows.length, table!.statistics.map(({ facility, of }) => [facility, of])]).toEqual([2, [[1, 1], [1, 1]]])
  })
})

describe('two names from one browser', () => {
  const from = (name: string, earned: [number, number]): [string, string, Report] => [name, `${name}.json`, report(earned, { origin: 'x', exported: day(1).toISOString() })]
  it('both count, and each row says how many files and names', () => {
    const [table] = rosterOf([from('Aida P.', [0, 0]), from('Bek T.', [1, 4]), ['Li', 'l', report([0, 0])]])
    expect(table!.rows.map(({ name, browser }) => [name, browser])).toEqual([['Aida P.', { files: 2, names: 2 }], ['Bek T.', { files: 2, names: 2 }], ['Li', undefined]])
    expect(table!.statistics.map(({ of }) => of)).toEqual([3, 3])
  })
  it.each([
    ['Wnag', 'Wang', true], ['Wang Lan', 'Lan Wang', true], ['Aida', 'Aida P.', true], ['Aida Petrova', 'Aida Petorva', true], ['王兰', '王兰英', true],
    ['Aida P.', 'Bek T.', false], ['王兰', '王芳', false], ['Li Na', 'Li Wei', false], ['Student 1', 'Teacher 1', false], ['Student 12', 'Student 13', false],
  ])('%s and %s are near: %s', (one, other, near) => { expect(areNear(one, other)).toBe(near) })
})

describe('a file that breaks off', () => {
  const broken = (earned: [number, number | undefined]) => report(earned, { breaksOff: { present: 1 } })
  it('has its row, and says nothing of how the class did', () => {
    const [table] = rosterOf([['Li', 'l', broken([0, undefined])], ['Wang', 'w', report([1, 4])]])
    expect(table!.rows.map(({ name, points, breaksOff }) => [name, points, breaksOff])).toEqual([['Li', [0, undefined], { present: 1 }], ['Wang', [1, 4], undefined]])
    expect(table!.statistics.map(({ facility, of }) => [facility, of])).toEqual([[1, 1], [1, 1]])
  })
  it('puts no whole one of its name out, however late it came', () => {
    const [table] = rosterOf([['Wang', 'whole', report([1, 4]), day(1)], ['Wang', 'broken', broken([0, undefined]), day(2)]])
    expect(table!.rows.map(({ file, isNewest }) => [file, isNewest])).toEqual([['whole', true], ['broken', undefined]])
  })
})
