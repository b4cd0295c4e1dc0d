import { plainText } from '#course'
import { words } from '#hosts'
import { type Judged, mainClaims, stepsTo } from '#models'
import type { Argument, Language } from '#schema'

/** What has become of the claims, and why: the main one first, then those that bear it, as far as they are touched. */
export function told(argument: Argument, { statements, steps }: Judged, lang: Language): { main: string, others: string[] } {
  const say = words[lang].argument
  const [main] = mainClaims(argument)
  const name = (id: string) => say.quoted(plainText(argument.statements[id]!.name[lang]))
  const names = (ids: readonly string[]) => say.and(ids.map(name))

  /** Why a step does not hold. */
  const failing = (id: string) => {
    const { lost, unwarranted, granted } = steps[id]!
    const { premises, from } = argument.inferences[id]!
    return [
      ...granted.length ? [say.because.granted(names(granted))] : [],
      ...unwarranted ? [say.because.unwarranted(name(unwarranted))] : [],
      ...lost.length && (premises === 'linked' || lost.length === from.length) ? [premises === 'linked' || from.length === 1 ? say.because.needs(names(lost)) : say.because.none] : [],
    ]
  }
  const why = (id: string) => {
    const of = stepsTo(argument, id).map(([step]) => step)
    if (statements[id] === 'falls') return say.join([...new Set(of.flatMap(failing))])
    const holding = of.filter(step => steps[step]!.holds !== 'not')
    const left = holding.flatMap(step => steps[step]!.left)
    const hasLost = holding.length < of.length || holding.some(step => steps[step]!.lost.length)
    const weak = holding.flatMap(step => steps[step]!.weak)
    return say.join([...hasLost ? [say.because.only(names(left), left.length)] : [], ...weak.length ? [say.because.weak(names(weak))] : []])
  }
  const hurt = Object.keys(argument.statements).filter(id => statements[id] === 'falls' || statements[id] === 'weakened')
  const state = (id: string) => statements[id] as 'falls' | 'weakened'
  return {
    main: main && hurt.includes(main) ? say.mainIs[state(main)](why(main)) : '',
    others: hurt.filter(id => id !== main).map(id => say.claimIs[state(id)](name(id), why(id))),
  }
}
