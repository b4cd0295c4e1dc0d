import { plainText } from '#course'
import { words } from '#hosts'
import type { GameModel, Language } from '#schema'

type Effects = Readonly<Record<string, number>>
type Bounds = GameModel['rules'][string]['when']

/** What the numbers of a game say in words; every card and every account is made of these. */
export function teller(model: GameModel, lang: Language) {
  const say = words[lang].explorer.game
  const join = words[lang].cite.join
  const gap = lang === 'zh' ? '' : ' '
  const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value)}`
  const nameOf = (name: string): string => {
    const record = model.gauges[name] ?? model.powers[name]
    if (record) return plainText(record.name[lang])
    return name in say.told ? say.told[name as keyof typeof say.told] : name
  }
  /** `{ tie: 1, others: -1 }` => "tie +1, other ties −1" */
  const effects = (does: Effects): string => Object.entries(does).map(([name, value]) => `${nameOf(name)}${gap}${signed(value)}`).join(join)
  /** `{ spread: { least: 3 } }` => "gap between ties 3 or more" */
  const bounds = (when: Bounds): string => Object.entries(when).map(([name, { least, most }]) => {
    if (name === 'turned') return (least ?? 0) > 0 ? say.turned : say.notTurned
    return [least === undefined ? '' : say.least(nameOf(name), least), most === undefined ? '' : say.most(nameOf(name), most)].filter(Boolean).join(join)
  }).join(join)
  const costs = (of: Effects): string => Object.keys(of).length ? say.costs(Object.entries(of).map(([gauge, cost]) => `${cost} ${nameOf(gauge)}`).join(join)) : say.free
  const list = (moves: readonly string[]): string => moves.map(move => plainText(model.moves[move]!.name[lang])).join(join)

  /** "tie +1; China: development +2" */
  const move = ({ does, by }: GameModel['moves'][string]): string =>
    [effects(does), ...Object.entries(by).map(([power, gives]) => `${nameOf(power)}${words[lang].colon}${effects(gives)}`)].filter(Boolean).join(say.and)
  /** "If gap between ties 3 or more: autonomy −1; not after Hedge" */
  const rule = ({ when, does, spared }: Pick<GameModel['rules'][string], 'when' | 'does' | 'spared'>): string =>
    [Object.keys(when).length ? `${say.when(bounds(when))}${words[lang].colon}${effects(does)}` : effects(does), spared.length ? say.spared(list(spared)) : ''].filter(Boolean).join(say.and)
  return { nameOf, effects, bounds, costs, move, rule }
}
