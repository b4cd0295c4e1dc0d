import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { corpus, example, examples } from '../grading/examples/examples.ts'
import type { ExerciseFile, ExerciseOf, Kind } from '#schema'
import { digest, shuffled } from '#models'
import { edgeIds, labelId, split, Unresolved } from './split.ts'

const planted = (kind: Kind, plant: (file: any) => void, id = `salt/${kind}`) => {
  const file = structuredClone(example(kind).file) as ExerciseFile
  plant(file)
  return split(id, file, corpus)
}

describe('an item holds nothing that decides', () => {
  it.each(examples)('$kind', ({ file, exercise }) => {
    const item = JSON.stringify(exercise.item)
    for (const claim of JSON.stringify(file).match(/varga-2031\/[a-z-]+/g) ?? []) expect(item).not.toContain(claim)
    if (file.kind === 'signs') for (const edge of ['price-of-passage', 'guards-for-goods', 'no-word', '"sign"', '"bears"', '"+"']) expect(item).not.toContain(edge)
    if (file.kind === 'edges') for (const edge of ['toll', 'escort', 'seat', 'tribute']) expect(item).not.toContain(`"${edge}"`)
    if (file.kind === 'essay') for (const told of [file.model.en, file.model.zh, file.why.en]) expect(item).not.toContain(told.slice(0, 20))
    for (const { id, says } of file.feedback) { expect(item).not.toContain(`"${id}"`); expect(item).not.toContain(says.en) }
    for (const name of ['"key"', '"claims"', '"feedback"', '"right"', '"wrong"', '"fires"', '"absent"', '"solution"', '"planted"', '"extra"']) expect(item).not.toContain(name)
    expect(Object.keys(exercise.item)).toEqual(expect.arrayContaining(['id', 'lecture', 'revision', 'kind', 'prompt', 'hint', 'outcome', 'formerly']))
    expect(exercise.item).toMatchObject({ id: `salt/${file.kind}`, lecture: 'salt', kind: file.kind })
  })
})

describe('a key that points into the corpus is resolved', () => {
  it.each<[string, Kind, unknown]>([
    ['a computed figure, as exact as its tolerance', 'number', 23.79],
    ['failures of a framework, found by their words', 'match', { valley: 'shut', guild: 'empty', league: 'robbed' }],
    ['dates of events', 'order', ['first-mule', 'shut-gate', 'treaty', 'lease']],
    ['the faults planted in a table', 'cells', ['guild/got', 'league/wants']],
    ['the relations of a framework', 'edges', { 'guild-valley': labelId('salt/edges', 'toll'), 'league-guild': labelId('salt/edges', 'escort'), 'valley-league': labelId('salt/edges', 'seat') }],
    ['places of the map', 'place', { upper: [45, 40.5], harbour: [48, 40] }],
    ['the sides of a triad in one domain', 'signs', { 'guild-valley': [{ sign: '+', passage: 'by-the-mule' }, { sign: '-', passage: 'winter' }], 'guild-league': [{ sign: '+', passage: 'escorts' }, { sign: '+', passage: 'thieves' }], 'valley-league': [{ sign: '0', passage: 'none' }] }],
  ])('%s', (_, kind, solution) => expect(example(kind).exercise.key.solution).toEqual(solution))

  it('stages of a framework', () => {
    const { key } = planted('order', (file) => {
      const part = (en: string, zh: string) => ({ text: { en, zh }, claims: ['varga-2031/stages'] })
      file.items = { third: part('leased', '租借'), closed: part('shut to all', '谁也不许过'), second: part('shared', '共用') }
      file.key = { from: { framework: 'salt/stages' } }
    })
    expect(key.solution).toEqual(['closed', 'second', 'third'])
  })

  it('what each gives', () => {
    const { key } = planted('match', (file) => {
      file.key.from.part = 'gives'
      file.targets = { a: { text: { en: 'escorts', zh: '护卫' } }, b: { text: { en: 'leave to pass', zh: '通行许可' } }, c: { text: { en: 'mules and money', zh: '骡队与资金' } } }
    })
    expect(key.solution).toEqual({ valley: 'b', guild: 'c', league: 'a' })
  })

  it('an edge goes by its ends, a second one there by its number', () => {
    const there = corpus.frameworks['salt/bargain']!
    const twice = { ...there, edges: { ...there.edges, gift: { ...there.edges['toll']! } } }
    expect(edgeIds(twice)).toEqual({ toll: 'guild-valley', escort: 'league-guild', seat: 'valley-league', gift: 'guild-valley-2' })
  })

  it('whole years between events, without a series', () => {
    const { key } = planted('number', (file) => { file.tolerance = 0; file.key = { from: { computed: { years: ['salt/first-mule', 'salt/lease'] } } } })
    expect(key.solution).toBe(11)
  })
})

describe('what points nowhere is said with its field', () => {
  it.each<[string, Kind, (file: any) => void, (string | number)[], RegExp]>([
    ['a framework', 'match', file => (file.key.from.framework = 'salt/bargian'), ['key', 'from', 'framework'], /no framework "salt\/bargian"; did you mean "salt\/bargain"\?/],
    ['a framework to label', 'edges', file => (file.framework = 'salt/road'), ['framework'], /no framework "salt\/road"/],
    ['another framework than the one labelled', 'edges', file => (file.key.from.framework = 'salt/stages'), ['key', 'from', 'framework'], /expected the framework whose edges are labelled/],
    ['a framework without edges', 'edges', (file) => { file.framework = file.key.from.framework = 'salt/stages' }, ['framework'], /has no edges/],
    ['a series', 'cells', file => (file.series = 'salt/actor'), ['series'], /no series "salt\/actor"; did you mean "salt\/actors"/],
    ['a column', 'cells', file => file.columns.push('tools'), ['columns', 2], /no column of salt\/actors "tools"; did you mean "tool"/],
    ['a planted cell that is not shown', 'cells', (file) => { file.key.planted['guild/tool'] = { en: 'ships', zh: '船' } }, ['key', 'planted', 'guild/tool'], /no cell "guild\/tool"/],
    ['a planted cell that changes nothing', 'cells', (file) => { file.key.planted['guild/got'] = { en: 'eight months', zh: '八个月' } }, ['key', 'planted', 'guild/got'], /says already/],
    ['a faulty cell of the source', 'cells', file => (file.key = ['guild/gott']), ['key', 0], /no cell "guild\/gott".*did you mean "guild\/got"/],
    ['an event', 'order', file => (file.key.from.events.treaty = 'salt/treat'), ['key', 'from', 'events', 'treaty'], /no event "salt\/treat"; did you mean "salt\/treaty"/],
    ['an item of an order', 'order', file => (file.key.from.events.treatty = 'salt/treaty'), ['key', 'from', 'events', 'treatty'], /no item "treatty"; did you mean "treaty"/],
    ['a cell to compute with', 'number', file => (file.key.from.computed.growth[0] = 'salt/now'), ['key', 'from', 'computed'], /no cell "salt\/now"/],
    ['a target that says something else', 'match', file => (file.targets.shut.text.zh = '关上门'), ['targets'], /none of them says what salt\/bargain says of "valley": "the gate is shut" \/ "关门"/],
    ['a place', 'place', file => (file.items.upper.place = 'salt/kel'), ['items', 'upper', 'place'], /no place "salt\/kel"; did you mean "salt\/kell"\?/],
    ['a landmark', 'place', file => (file.landmarks[0] = 'salt/gate'), ['landmarks', 0], /no place "salt\/gate"/],
    ['a place that it is taken for', 'place', file => (file.feedback[0].when.nearer = 'salt/onrda'), ['feedback', 0, 'when', 'nearer'], /no place "salt\/onrda"/],
    ['a triad', 'signs', file => (file.framework = 'salt/watch'), ['framework'], /no framework "salt\/watch"; did you mean "salt\/watches"/],
    ['a domain', 'signs', file => (file.domain = 'toll'), ['domain'], /no domain of salt\/watches "toll"; did you mean "tolls"\?/],
    ['a framework without domains', 'signs', file => (file.framework = 'salt/bargain'), ['domain'], /no domain of salt\/bargain "tolls"/],
    ['another domain than the one marked', 'signs', file => (file.key.from.domain = 'gate'), ['key', 'from', 'domain'], /read "gate", expected the domain whose sides are marked, "tolls"/],
    ['a domain in which a side is missing', 'signs', file => (file.domain = file.key.from.domain = 'gate'), ['domain'], /expected one edge of salt\/watches for each two of valley, guild, league; "gate" has half-a-gate$/],
    ['a sign that no passage bears', 'signs', (file) => { delete file.passages.winter }, ['passages'], /none bears - on "price-of-passage"; expected one that rests on varga-2031\/gate-shut/],
    ['a passage by the reserved name', 'signs', (file) => { file.passages.none = file.passages.winter }, ['passages', 'none'], /stands for "no passage says so"/],
    ['a left that is no node', 'match', (file) => { file.left.crown = { text: { en: 'the crown', zh: '王室' }, claims: ['varga-2031/lease'] } }, ['left', 'crown'], /neither its id nor its text is a node/],
  ])('%s (%s)', (_, kind, plant, field, message) => {
    let thrown: unknown
    try { planted(kind, plant) }
    catch (error) { thrown = error }
    expect(thrown).toBeInstanceOf(Unresolved)
    expect(thrown).toMatchObject({ field, message: expect.stringMatching(message) as string })
  })

  it('a side that does not say what bears it', () => {
    const framework = structuredClone(corpus.frameworks['salt/watches']!)
    delete framework.edges['no-word']!.bears
    expect(() => split('salt/signs', example('signs').file, { ...corpus, frameworks: { 'salt/watches': framework } })).toThrow(/the edge "no-word" of salt\/watches does not say what bears it; expected `bears`/)
  })

  it('events of one date have no order', () => {
    const twins = { ...corpus, events: { ...corpus.events, 'salt/gate': { ...corpus.events['salt/gate']!, date: '1874-06' } } }
    expect(() => split('salt/order', example('order').file, twins)).toThrow(/salt\/treaty \(1874\) and salt\/gate \(1874-06\) cannot be told apart/)
  })
})

describe('the revision', () => {
  const before = (kind: Kind) => example(kind).exercise.item.revision
  it.each<[string, Kind, (file: any) => void]>([
    ['a prompt', 'choice', file => (file.prompt.en = 'Something else?')],
    ['an option\'s wording', 'choice', file => (file.options.salt.text.zh = '骡背的盐')],
    ['the order in which options are written', 'choices', file => (file.options = Object.fromEntries(Object.entries(file.options).reverse()))],
    ['feedback', 'sort', file => (file.feedback[0].says.en = 'Fair?')],
    ['a hint, an outcome, a difficulty', 'order', (file) => { file.hint.en = 'Hm.'; file.outcome = 'other'; file.difficulty = 3 }],
    ['a former name', 'text', file => (file.formerly = ['salt/old'])],
    ['a passage\'s wording', 'signs', file => (file.passages.winter.text.en = 'Shut.')],
    ['what else is named on a map', 'place', (file) => { file.landmarks = []; file.feedback.splice(1, 1) }],
    ['the wording of a criterion, and the model answer', 'essay', (file) => { file.criteria.decides.en = 'It decides'; file.model.zh = '另一份答案。' }],
    ['the unit\'s wording', 'number', file => (file.unit.en = 'per cent')],
    ['the sentence around the gaps', 'cloze', file => (file.text.en = '{who}, {year}')],
  ])('stays when %s changes (%s)', (_, kind, plant) => expect(planted(kind, plant).item.revision).toBe(before(kind)))

  it.each<[string, Kind, (file: any) => void]>([
    ['the key', 'choice', file => (file.key = 'salt')],
    ['an option\'s id', 'choice', (file) => { file.options.brine = file.options.salt; delete file.options.salt }],
    ['the tolerance', 'number', file => (file.tolerance = 0.1)],
    ['an accepted form', 'text', file => file.key.push('Kelltown')],
    ['the events of an order', 'order', (file) => { file.key.from.events = { ...file.key.from.events, 'shut-gate': 'salt/lease', 'lease': 'salt/gate' } }],
    ['a new bin', 'sort', file => (file.bins.rumour = { text: { en: 'a rumour', zh: '传闻' } })],
    ['a planted cell', 'cells', (file) => { file.key.planted['valley/got'] = { en: 'nothing', zh: '一无所得' } }],
    ['a passage that bears another side', 'signs', file => (file.passages['first-spring'].claims = ['varga-2031/robbed'])],
    ['one more passage', 'signs', file => (file.passages.later = file.passages['first-spring'])],
    ['one more criterion', 'essay', file => (file.criteria.sources = { en: 'It names a source', zh: '注明出处' })],
    ['the distance that counts', 'place', file => (file.within = 30)],
    ['the extent of a map', 'place', file => (file.view = 'region')],
    ['a label that belongs nowhere', 'edges', file => (file.extra.bribe = { text: { en: 'a bribe', zh: '贿赂' } })],
  ])('changes with %s (%s)', (_, kind, plant) => expect(planted(kind, plant).item.revision).not.toBe(before(kind)))
})

describe('shuffling', () => {
  it('is the same for the same exercise, and gives every part once', () => {
    for (const { id, file, exercise } of examples) expect(split(id, file, corpus)).toEqual(exercise)
    fc.assert(fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
      expect(shuffled(items, seed)).toEqual(shuffled(items, seed))
      expect([...shuffled(items, seed)].sort()).toEqual([...items].sort())
    }))
  })

  it('puts the right option in every place about as often', () => {
    const places = [0, 0, 0, 0]
    for (let index = 0; index < 2000; index++) places[shuffled(['right', 'a', 'b', 'c'], `lecture/exercise-${index}`).indexOf('right')]!++
    for (const count of places) expect(Math.abs(count - 500)).toBeLessThan(100)
  })

  it('never shows an order that earns as it lies', () => {
    for (let index = 0; index < 200; index++) {
      const { item } = planted('order', () => {}, `salt/order-${index}`)
      const shown = item.kind === 'order' ? item.items.map(({ id }) => ['first-mule', 'shut-gate', 'treaty', 'lease'].indexOf(id)) : []
      const inversions = shown.flatMap((first, at) => shown.slice(at + 1).filter(second => second < first)).length
      expect(inversions).toBeGreaterThanOrEqual(3)
    }
  })

  it('digests do not collide over many ids', () => expect(new Set(Array.from({ length: 20_000 }, (_, index) => digest(`corridor/${index}`))).size).toBe(20_000))
})

it('a printed cell reads in English as English readers see it', () => {
  const { file } = example('cells')
  const series = structuredClone(corpus.series[(file as { series: string }).series]!)
  series.rows['guild']!.cells['wants'] = { printed: '约948亿美元' }
  const exercise = split('salt/cells', file, { ...corpus, series: { ...corpus.series, [(file as { series: string }).series]: series }, units: { dollar: { en: [], zh: ['美元'], shown: 'US$…' } } })
  expect((exercise.item as ExerciseOf<'cells'>['item']).cells['guild']!['wants']).toEqual({ en: 'about US$94.8 billion', zh: '约948亿美元' })
})
