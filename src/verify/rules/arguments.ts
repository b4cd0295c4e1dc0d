import { didYouMean } from '#course/letter'
import { circleIn, mainClaims, stepsTo } from '#models'
import { type Argument, languages } from '#schema'
import type { Problem } from '#course'
import { sourceOf } from '../article.ts'
import { isMentioned } from '../mentioned.ts'
import { defineRule } from '../rule.ts'

type Field = (string | number)[]
type Say = (field: Field, message: string) => void

export const argumentMaps = defineRule({
  name: 'arguments',
  description: 'In each argument the steps join statements that exist, each once and in its role, to one main claim, without a circle; all but the rebuttals is the source’s own, or a warrant marked as ours; the main claim and each ground are described; a slide has room for it.',
  check(course) {
    const problems: Problem[] = []
    let checked = 0
    for (const [id, argument] of Object.entries(course.arguments)) {
      const say: Say = (field, message) => problems.push({ ...course.place('arguments', id, field), message })
      checked += Object.keys(argument.statements).length + Object.keys(argument.inferences).length
      claimsOf(argument, say)
      if (!rolesFit(argument, say)) continue // what follows would speak of the same fault
      const circle = circleIn(argument)
      if (circle) say(['inferences'], `goes in a circle: ${circle.join(' → ')}`)
      else if (isTree(argument, say)) hasRoom(argument, say)
      described(argument, say)
    }
    return { checked, problems }
  },
})

/** Every statement that a step names, and where. */
const namedBy = ({ inferences }: Argument) => Object.entries(inferences).flatMap(([step, { from, to, warrant, unless }]) => [
  ...from.map((id, index) => ({ id, as: 'from' as const, at: ['inferences', step, 'from', index] })),
  { id: to, as: 'to' as const, at: ['inferences', step, 'to'] },
  ...warrant === undefined ? [] : [{ id: warrant, as: 'warrant' as const, at: ['inferences', step, 'warrant'] }],
  ...unless.map((id, index) => ({ id, as: 'unless' as const, at: ['inferences', step, 'unless', index] })),
])
const wanted = {
  from: { is: ['ground', 'claim'], expected: 'a step starts from grounds and claims' },
  to: { is: ['claim'], expected: 'a step leads to a claim' },
  warrant: { is: ['warrant'], expected: 'expected a warrant' },
  unless: { is: ['rebuttal'], expected: 'expected a rebuttal' },
}

function rolesFit(argument: Argument, say: Say): boolean {
  let fit = true
  for (const { id, as, at } of namedBy(argument)) {
    const is = Object.hasOwn(argument.statements, id) ? argument.statements[id]!.is : undefined
    if (is && wanted[as].is.includes(is)) continue
    fit = false
    say(at, is ? `"${id}" is a ${is}; ${wanted[as].expected}` : `no statement "${id}" in this argument${didYouMean(id, Object.keys(argument.statements))}`)
  }
  return fit
}

/** An objection may come from another text; what the source argues may not. */
function claimsOf({ source, statements }: Argument, say: Say) {
  for (const [id, { is, supplied, claims }] of Object.entries(statements)) {
    if (supplied && is !== 'warrant') say(['statements', id, 'supplied'], `"${id}" is a ${is}; only a warrant may be supplied by us`)
    if (claims.length === 0 && !supplied) say(['statements', id], `"${id}" rests on no claim; only a warrant that is supplied by us (supplied: true) may`)
    if (is === 'rebuttal') continue
    claims.forEach((claim, index) => {
      if (sourceOf(claim) !== source) say(['statements', id, 'claims', index], `"${claim}" is not a claim of "${source}"; only a rebuttal may rest on another source`)
    })
  }
}

/** One main claim, and for every other statement one place before it. */
function isTree(argument: Argument, say: Say): boolean {
  let is = true
  const wrong: Say = (field, message) => { is = false; say(field, message) }
  const mains = mainClaims(argument)
  if (mains.length !== 1) wrong(['statements'], `expected one claim that bears no other, the main one; there ${mains.length ? `are ${mains.length}: ${mains.map(id => `"${id}"`).join(', ')}` : 'is none'}`)
  const places = namedBy(argument)
  for (const [id, { is }] of Object.entries(argument.statements)) {
    if (is === 'claim' && !places.some(place => place.id === id && place.as === 'to')) wrong(['statements', id], `"${id}" is a claim that nothing bears; what is not borne is a ground`)
    const [first, second] = places.filter(place => place.id === id && place.as !== 'to')
    if (!first && !mains.includes(id)) wrong(['statements', id], `"${id}" is a ${is} that no step uses`)
    if (second) wrong(second.at, `"${id}" is in another step already; an argument is a tree: say it where it bears most, or say it twice, each time as it is meant there`)
  }
  return is
}

/** What stands in the picture of a slide, also where all of it is open, as in print; `words` of English, `characters` of Chinese. */
const room = { levels: 3, reasons: 4, inside: 6, objections: 2, words: { reason: 8, other: 12 }, characters: 16 }

function hasRoom(argument: Argument, say: Say) {
  const [main] = mainClaims(argument)
  const reasonsOf = (id: string) => stepsTo(argument, id).flatMap(([, { from }]) => from)
  const reasons = reasonsOf(main!)
  const inside = reasons.map(id => [id, reasonsOf(id)] as const)
  const deeper = inside.flatMap(([, ids]) => ids).find(id => reasonsOf(id).length > 0)
  if (deeper) say(['statements', deeper], `"${deeper}" rests on more, ${room.levels} statements one behind the other already; a slide has room for ${room.levels}`)
  for (const [id, ids] of [[main!, reasons] as const, ...inside]) if (ids.length > room.reasons) say(['statements', id], `"${id}" has ${ids.length} reasons; a slide has room for ${room.reasons}`)
  const hidden = inside.reduce((sum, [, ids]) => sum + ids.length, 0)
  if (hidden > room.inside) say(['statements', main!], `the reasons of the main claim have ${hidden} of their own; a page of print has room for ${room.inside}`)
  for (const [id, { unless }] of Object.entries(argument.inferences)) if (unless.length > room.objections) say(['inferences', id, 'unless'], `${unless.length} objections to one step; an arrow has room for ${room.objections}`)
  for (const [id, { is, says }] of Object.entries(argument.statements)) {
    const most = is === 'ground' || (is === 'claim' && id !== main) ? room.words.reason : room.words.other
    const words = says.en.split(/\s+/u).length
    if (words > most) say(['statements', id, 'says', 'en'], `${words} words; the picture has room for ${most}`)
    const characters = says.zh.match(/\p{sc=Han}/gu)?.length ?? 0
    if (characters > room.characters) say(['statements', id, 'says', 'zh'], `${characters} Chinese characters; the picture has room for ${room.characters}`)
  }
}

function described(argument: Argument, say: Say) {
  const mains = mainClaims(argument)
  for (const lang of languages) {
    const untold = Object.entries(argument.statements).filter(([id, { is, says }]) => (is === 'ground' || mains.includes(id)) && !isMentioned(says[lang], argument.describes[lang], lang))
    if (untold.length > 0) say(['describes', lang], `does not mention ${untold.map(([, { says }]) => `"${says[lang]}"`).join(', ')}; say what bears what`)
  }
}
