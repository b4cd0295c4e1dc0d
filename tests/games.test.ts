// Every game of a course is worth playing: no plan wins whatever others do, and no first move either.
import { describe, expect, test } from 'vitest'
import { readCourse } from '#course/disk'
import { courseRoot } from '#course/roots'
import { bestReplies, type Move, randomGame, startOf } from '#models'
import type { GameModel } from '#schema'

const games = Object.entries(readCourse(courseRoot()).models).flatMap(([id, model]) => model.view === 'game' ? [[id, model] as const] : [])

test('there is a game', () => expect(games).not.toEqual([]))

describe.each(games)('%s, in its short form', (_, model) => {
  const short: GameModel = { ...model, rounds: model.short ?? Math.min(3, model.rounds) }
  const played = Array.from({ length: 24 }, (_, seed) => ({ rounds: randomGame(short, seed).map(({ moves }) => moves), seed }))
  const replies = new Map<string, ReturnType<typeof bestReplies>>()
  /** The best replies of a player to the game of that number. */
  const repliesTo = (player: string, game: number) => {
    const key = `${player}/${game}`
    if (!replies.has(key)) replies.set(key, bestReplies(short, player, played[game]!))
    return replies.get(key)!
  }
  /** What is left of a set of plans or moves when it has to be in each of these sets. */
  const inAll = (player: string, of: (plan: Move[]) => unknown): string[] => {
    let left: string[] | undefined
    for (const game of played.keys()) {
      const found = new Set(repliesTo(player, game).map(plan => JSON.stringify(of(plan))))
      left = left ? left.filter(one => found.has(one)) : [...found]
      if (left.length === 0) break
    }
    return left ?? []
  }
  // Who starts alike has the same plans.
  const starts = [...new Map(Object.keys(model.players).map(player => [JSON.stringify(startOf(model, player)), player])).values()]

  // A dominant strategy is one that is a best reply to every play of others and every order of events: so one play for each plan refutes them all.
  test.each(starts)('%s: for every plan there is a game in which another ends better', player => expect(inAll(player, plan => plan)).toEqual([]))
  test.each(starts)('%s: for every first move there is a game in which no best reply begins with it, so waiting to see does not help either', player => expect(inAll(player, ([first]) => first)).toEqual([]))
})
