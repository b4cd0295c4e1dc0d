import { describe, expect, it } from 'vitest'
import { GameModel } from '#schema'
import { canPay, endOf, eventsOf, missed, type Move, movesOf, plansBestInAll, play, programMove, randomGame, reachable, startOf } from './game.ts'

const text = { en: '-', zh: '-' }
const words = { name: text, says: text, claims: [] }
const model: GameModel = GameModel.parse({
  view: 'game', title: text, source: 'x', asks: text, print: { says: text, blank: text }, rounds: 3,
  powers: { north: { name: text }, south: { name: text } },
  gauges: { purse: { name: text, from: 0, to: 6, start: 3 } },
  ties: { name: text, from: 0, to: 4, start: 2 },
  players: { isle: { name: text, start: {} }, cape: { name: text, start: { purse: 1, north: 3 } } },
  moves: {
    lean: { ...words, toward: true, costs: { purse: 2 }, does: { tie: 2, others: -1 } },
    wait: { ...words, costs: {}, does: { purse: 1 } },
  },
  chances: { storm: { ...words, does: { purse: -1 } }, fair: { ...words, does: { 'all-ties': 1 } } },
  rules: {
    jealous: { ...words, when: { 'spread': { least: 3 }, 'any-tie': { least: 4 } }, does: { purse: -1 } },
    crowded: { ...words, when: { crowd: { least: 2 } }, does: { tie: -1 } },
  },
  outcomes: {
    balanced: { ...words, when: { 'every-tie': { least: 2 }, 'purse': { least: 1 } } },
    bound: { ...words, when: { spread: { least: 3 } } },
    adrift: { ...words, when: {} },
  },
})
const quiet: GameModel = { ...model, chances: {} }
const north: Move = { move: 'lean', toward: 'north' }
const wait: Move = { move: 'wait' }
const last = (rounds: ReturnType<typeof play>) => rounds.at(-1)!

it('starts as the model says, or as the player does', () => {
  expect(startOf(model, 'isle')).toEqual({ gauges: { purse: 3 }, ties: { north: 2, south: 2 } })
  expect(startOf(model, 'cape')).toEqual({ gauges: { purse: 1 }, ties: { north: 3, south: 2 } })
})

it('a move toward a power stands there once for each', () => expect(movesOf(model)).toEqual([north, { move: 'lean', toward: 'south' }, wait]))

describe('a round', () => {
  it.each([
    ['a move is paid, and works', [{ isle: wait }], 'isle', { gauges: { purse: 4 }, ties: { north: 2, south: 2 } }, []],
    ['toward one, away from the others; a rule fires and is named', [{ isle: north }], 'isle', { gauges: { purse: 0 }, ties: { north: 4, south: 1 }, toward: 'north' }, ['jealous']],
    ['a gauge stays within its ends', [{ isle: wait }, { isle: wait }, { isle: wait }], 'isle', { gauges: { purse: 6 }, ties: { north: 2, south: 2 } }, []],
    ['who does not move stays', [{ isle: wait }], 'cape', { gauges: { purse: 1 }, ties: { north: 3, south: 2 } }, undefined],
    ['the same move by two is a crowd', [{ isle: wait, cape: wait }], 'cape', { gauges: { purse: 2 }, ties: { north: 3, south: 2 } }, ['crowded']],
  ] as const)('%s', (_, moves, player, standing, fired) => {
    const round = last(play(quiet, moves, 1))
    expect([round.standings[player], round.fired[player]]).toEqual([standing, fired])
  })

  it('what cannot be paid is refused', () => {
    expect(canPay(model, startOf(model, 'cape'), north)).toBe(false)
    expect(() => play(model, [{ cape: north }], 1)).toThrow('round 1: cape cannot pay for "lean"')
  })
  it('ends with the last round, whoever goes on', () => expect(play(quiet, Array.from({ length: 9 }, () => ({ isle: wait })), 1)).toHaveLength(3))
})

describe('what a game may count besides', () => {
  const lean = (toward: string): Move => ({ move: 'lean', toward })
  const rich = { ...quiet, gauges: { purse: { name: text, from: 0, to: 9, start: 9 } }, players: { isle: { name: text, start: {} }, cape: { name: text, start: {} }, reef: { name: text, start: {} } } } satisfies GameModel
  const withRule = (when: GameModel['rules'][string]['when'], spared: string[] = []): GameModel => ({ ...rich, rules: { counted: { ...words, when, spared, does: { purse: -1 } } } })
  const all = (move: Move) => ({ isle: move, cape: move, reef: move })
  it.each<[string, GameModel, Record<string, Move>[], string[]]>([
    ['two at one power, and a third elsewhere: everybody is told', withRule({ rush: { least: 2 } }), [{ isle: lean('north'), cape: lean('north'), reef: wait }], ['counted']],
    ['one at each power is no rush', withRule({ rush: { least: 2 } }), [{ isle: lean('north'), cape: lean('south'), reef: wait }], []],
    ['another power than last time', withRule({ turned: { least: 1 } }), [all(lean('north')), { ...all(wait), reef: lean('south') }], ['counted']],
    ['the same power as last time', withRule({ turned: { least: 1 } }), [all(lean('north')), all(lean('north'))], []],
    ['the last power is remembered over a round at home', withRule({ turned: { least: 1 } }), [all(lean('north')), all(wait), all(lean('south'))], ['counted']],
    ['a first visit turns from nobody', withRule({ turned: { least: 1 } }), [all(lean('north'))], []],
    ['a move that is spared the rule', withRule({ rush: { least: 2 } }, ['wait']), [{ isle: lean('north'), cape: lean('north'), reef: wait }], []],
  ])('%s', (_, game, moves, fired) => expect(last(play(game, moves, 1)).fired['reef']).toEqual(fired))

  const giving: GameModel = { ...rich, moves: { ...rich.moves, lean: { ...rich.moves['lean']!, by: { south: { purse: 3 } } } }, rules: {} }
  it.each([['north', 7], ['south', 9]])('what a power gives besides: toward %s the purse is %i', (toward, purse) => expect(last(play(giving, [{ isle: lean(toward) }], 1)).standings['isle']!.gauges['purse']).toBe(purse))

  const stormy = (when: GameModel['chances'][string]['when'], spared: string[] = []): GameModel => ({ ...rich, rules: {}, chances: { storm: { ...words, when, spared, does: { purse: -4 } } } })
  it.each<[string, GameModel, number]>([
    ['an event meets everybody', stormy({}), 5],
    ['or only whom it is for', stormy({ north: { least: 3 } }), 9],
    ['and not who made a move that is spared', stormy({}, ['wait']), 9],
  ])('%s', (_, game, purse) => expect(last(play(game, [{ reef: wait }], 1)).standings['reef']!.gauges['purse']).toBe(purse))

  it('says what changed, in order, and by what', () => expect(last(play({ ...stormy({}), rules: rich.rules }, [all(lean('north'))], 1)).entries['reef']).toEqual([
    { by: { is: 'costs', id: 'lean' }, changes: { purse: -2 } },
    { by: { is: 'move', id: 'lean' }, changes: { north: 2, south: -1 } },
    { by: { is: 'event', id: 'storm' }, changes: { purse: -4 } },
    { by: { is: 'rule', id: 'jealous' }, changes: { purse: -1 } },
    { by: { is: 'rule', id: 'crowded' }, changes: { north: -1 } },
  ]))
})

it.each<[GameModel['rules'][string]['when'], ReturnType<typeof missed>]>([
  [{ purse: { least: 4 } }, [{ name: 'purse', least: 4, has: 2, by: 2 }]],
  [{ purse: { most: 1 }, north: { least: 1 } }, [{ name: 'purse', most: 1, has: 2, by: 1 }]],
  [{ 'every-tie': { least: 2 }, 'any-tie': { least: 3 } }, [{ name: 'every-tie', least: 2, has: 1, by: 1 }]],
  [{ spread: { most: 1 } }, [{ name: 'spread', most: 1, has: 2, by: 1 }]],
])('of %o is missed %o', (when, lacked) => expect(missed(when, { gauges: { purse: 2 }, ties: { north: 3, south: 1 } })).toEqual(lacked))

describe('a plan that is best whatever others do', () => {
  const games = Array.from({ length: 12 }, (_, seed) => ({ rounds: randomGame(model, seed).map(({ moves }) => moves), seed }))
  it('is found where there is one', () => {
    const gift: GameModel = { ...model, moves: { ...model.moves, gift: { ...model.moves['wait']!, costs: {}, does: { 'purse': 3, 'all-ties': 1 } } }, rules: {} }
    expect(plansBestInAll(gift, 'isle', games).map(plan => plan.map(({ move }) => move))).toContainEqual(['gift', 'gift', 'gift'])
  })
  it('and not where what others do decides', () => {
    const [one, other] = ['north', 'south'].map(toward => ({ move: 'visit', toward }))
    const only = (when: GameModel['outcomes'][string]['when']): GameModel => ({
      ...quiet, rounds: 1, moves: { visit: { ...model.moves['wait']!, toward: true, does: { tie: 1 } } }, rules: { crowded: { ...model.rules['crowded']!, does: { tie: -2 } } },
      outcomes: { near: { ...words, when }, far: { ...words, when: {} } },
    })
    const game = only({ 'any-tie': { least: 3 } })
    expect(plansBestInAll(game, 'isle', [{ rounds: [{ cape: one! }], seed: 1 }])).toEqual([[other]])
    expect(plansBestInAll(game, 'isle', [one!, other!].map(move => ({ rounds: [{ cape: move }], seed: 1 })))).toEqual([])
  })
})

describe('a seed', () => {
  const moves = [{ isle: wait }, { isle: north }, { isle: wait }]
  it('same moves and same seed: same game', () => expect(play(model, moves, 7)).toEqual(play(model, moves, 7)))
  it('draws every event before one comes again', () => {
    for (let seed = 0; seed < 20; seed++) expect(new Set(eventsOf(model, seed).slice(0, 2)).size).toBe(2)
  })
  it('another seed draws in another order', () => expect(new Set(Array.from({ length: 20 }, (_, seed) => eventsOf(model, seed).join())).size).toBeGreaterThan(1))
})

it.each([
  [{ purse: 1 }, { north: 2, south: 3 }, 'balanced'],
  [{ purse: 0 }, { north: 4, south: 1 }, 'bound'],
  [{ purse: 0 }, { north: 2, south: 2 }, 'adrift'],
])('%o, %o ends %s', (gauges, ties, outcome) => expect(endOf(model, { gauges, ties })).toBe(outcome))

describe('the program', () => {
  it('makes a move that it can pay, one after which it would end best', () => expect(programMove(model, startOf(model, 'isle'), 1)).toEqual(wait))
  it('has none where nothing can be paid', () => {
    const dear = { ...model, moves: { lean: model.moves['lean']! } }
    expect(programMove(dear, startOf(dear, 'cape'), 1)).toBeUndefined()
  })
})

describe('every way to play', () => {
  it('agrees with playing each sequence of moves to the end', () => {
    const ends = new Set<string>()
    const seen = new Set<string>()
    const go = (moves: { isle: Move }[]) => {
      let rounds
      try { rounds = play({ ...quiet, players: { isle: model.players['isle']! } }, moves, 1) }
      catch { return }
      if (moves.length === 3) {
        for (const { isle } of moves) seen.add([isle.move, isle.toward].filter(Boolean).join(':'))
        ends.add(endOf(model, last(rounds).standings['isle']!)!)
        return
      }
      for (const move of movesOf(model)) go([...moves, { isle: move }])
    }
    for (const move of movesOf(model)) go([{ isle: move }])
    const found = reachable({ ...quiet, players: { isle: model.players['isle']! } }, 'isle', [quiet.rounds])[0]!
    expect([...found.outcomes].sort()).toEqual([...ends].sort())
    expect([...found.moves].sort()).toEqual([...seen].sort())
    expect(ends.size).toBe(2)
  })
  it('finds who is left without a move', () => {
    const dear = { ...quiet, moves: { lean: model.moves['lean']! } }
    expect(reachable(dear, 'isle', [dear.rounds])[0]!.withoutMove).toBe(true)
    expect(reachable(quiet, 'isle', [quiet.rounds])[0]!.withoutMove).toBe(false)
  })
})
