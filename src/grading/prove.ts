import { plainMarkdown } from '#course/inline'
import { didYouMean } from '#course/letter'
import { labelId, sidesOf, type Corpus } from '#course/split'
import { spoken } from '#course/time'
import type { Exercise, ExerciseFile, ExerciseFileOf, ExerciseOf, Language, Text } from '#schema'
import { languages } from '#schema/language'
import { fold } from './fold.ts'
import { emptyResponse, grade, isComplete, misread, modelResponse } from './index.ts'
import { idsOf, isRecord, type Misread } from './grader.ts'
import { essayLimits } from './essay.ts'
import { isWithin } from './number.ts'
import { kilometres } from './place.ts'

/** What an exercise fails to prove, and the field of its YAML that should have. */
export interface Finding { field: (string | number)[], message: string }

/**
 * An exercise carries its proofs. Whatever they fail to prove is listed:
 *
 *     each `right` earns all; each `wrong` does not, and fires exactly the feedback it names;
 *     the empty response earns nothing; every feedback is fired by some `wrong`;
 *     the key answers every part, knows no other, and cannot be read off the item;
 *     of what is written freely, what a marker needs is there and is short enough.
 */
export function findings(file: ExerciseFile, exercise: Exercise, course: Pick<Corpus, 'frameworks'>): Finding[] {
  const { item } = exercise
  const found: Finding[] = []
  const report = (field: Finding['field'], message: string) => { found.push({ field, message }) }
  // Authors call edges and labels as the framework does; students are shown other ids.
  const sides = sidesOf(file, course)
  const names = file.kind === 'edges' ? labelsOf(file, exercise as ExerciseOf<'edges'>) : undefined
  const asGiven = (response: unknown) => !isRecord(response) ? response
    : Object.fromEntries(Object.entries(response).map(([edge, given]) => [Object.hasOwn(sides, edge) ? sides[edge]! : edge, names ? names.label(given) : given]))
  const asWritten = (id: string) => names?.written.get(id) ?? Object.keys(sides).find(edge => sides[edge] === id) ?? id
  const explained = (wrong: Misread) => letter({ ...wrong, at: wrong.at.map(asWritten), known: wrong.known.map(asWritten) })

  const model = modelResponse(exercise)
  if (file.kind === 'essay') return unproved(file)
  const misreadKey = misread(item, model)
  for (const wrong of misreadKey) report(['key'], explained(wrong))
  if (misreadKey.length > 0) return found // every proof would fail by this key
  if (!isComplete(item, model)) report(['key'], 'some part of the exercise has no answer in the key')
  const best = grade(exercise, model)
  if (best.verdict !== 'right') report(['key'], `the key itself earns ${best.earned} of ${best.possible}`)
  for (const lang of ['en', 'zh'] as const)
    if (grade(exercise, modelResponse(exercise, lang)).verdict !== 'right') report(['key'], `the answer shown in "${lang}" does not earn all`)

  const nothing = grade(exercise, emptyResponse(item))
  if (nothing.verdict !== 'empty' || nothing.earned !== 0) report(['key'], `the empty response earns ${nothing.earned} of ${nothing.possible}, expected nothing`)

  const ids = file.feedback.map(({ id }) => id)
  file.feedback.forEach(({ id }, index) => { if (ids.indexOf(id) < index) report(['feedback', index, 'id'], `"${id}" is there twice`) })

  file.right.forEach((response, index) => {
    const slips = misread(item, asGiven(response))
    for (const wrong of slips) report(['right', index], explained(wrong))
    if (slips.length > 0) return
    const { earned, possible, verdict } = grade(exercise, asGiven(response))
    if (verdict !== 'right') report(['right', index], `the answer ${shown(response)} earns ${earned} of ${points(possible)}, and it stands under "right", where all is earned${'key' in file ? `; the key is ${shown(file.key)}` : ''}`)
  })

  const fired = new Set<string>()
  file.wrong.forEach(({ response, fires }, index) => {
    for (const wrong of misread(item, asGiven(response))) report(['wrong', index, 'response'], explained(wrong))
    const { feedback, verdict, possible } = grade(exercise, asGiven(response))
    feedback.forEach(id => fired.add(id))
    if (verdict === 'right') report(['wrong', index, 'response'], `the answer ${shown(response)} earns all ${points(possible)}, and it stands under "wrong"`)
    if (verdict === 'empty') report(['wrong', index, 'response'], 'says nothing about this exercise, expected a wrong answer')
    for (const id of fires) if (!ids.includes(id)) report(['wrong', index, 'fires'], `no feedback "${id}"${didYouMean(id, ids)}`)
    const [missing, extra] = [fires.filter(id => ids.includes(id) && !feedback.includes(id)), feedback.filter(id => !fires.includes(id))]
    if (missing.length) report(['wrong', index, 'fires'], `does not fire ${missing.join(', ')}`)
    if (extra.length) report(['wrong', index, 'fires'], `fires ${extra.join(', ')} as well`)
  })
  file.feedback.forEach(({ id, when }, index) => {
    if (!fired.has(id)) report(['feedback', index], `"${id}" is fired by no wrong answer (when: ${JSON.stringify(when)}); add one to \`wrong\` that does, or take it out`)
  })

  if (file.kind === 'place') found.push(...tooNear(file, exercise as ExerciseOf<'place'>))
  found.push(...givenAway(exercise))
  return found
}

/** Of what is written freely: enough criteria to mark by, each short and its own, and a model answer that a student could write. */
function unproved({ criteria, model, ...file }: ExerciseFileOf<'essay'>): Finding[] {
  const found: Finding[] = []
  const count = Object.keys(criteria).length
  const [fewest, most] = essayLimits.criteria
  if (count < fewest || count > most) found.push({ field: ['criteria'], message: `read ${count}, expected ${fewest} to ${most} criteria` })
  for (const lang of languages) {
    const unit = lang === 'zh' ? 'Han characters' : 'words'
    const [least, longest] = essayLimits.model[lang]
    const length = lengthOf(model[lang], lang)
    if (length < least || length > longest) found.push({ field: ['model', lang], message: `is ${length} ${unit} long, expected ${least} to ${longest}` })
    const seen = new Map<string, string>()
    for (const [id, text] of Object.entries(criteria)) {
      const long = lengthOf(text[lang], lang)
      if (long > essayLimits.criterion[lang]) found.push({ field: ['criteria', id, lang], message: `is ${long} ${unit} long, expected at most ${essayLimits.criterion[lang]}: it is read at a glance, beside a text` })
      const same = seen.get(fold(text[lang]))
      if (same) found.push({ field: ['criteria', id, lang], message: `says the same as "${same}"` })
      seen.set(fold(text[lang]), id)
    }
    // What she sees before she writes.
    const told = { prompt: file.prompt, hint: file.hint, ...Object.fromEntries(Object.entries(criteria).map(([id, text]) => [`criteria.${id}`, text])) }
    for (const sentence of model[lang].split(/(?<=[.!?])\s+|[。！？；]/).filter(sentence => lengthOf(sentence, lang) >= 4))
      for (const [field, text] of Object.entries(told)) if (fold(text[lang]).includes(fold(sentence)))
        found.push({ field: field.split('.'), message: `gives the key away: it holds a sentence of the model answer, "${sentence.trim()}"` })
  }
  return found
}

/** English in words, Chinese in Han characters: what a writer counts. */
const lengthOf = (text: string, lang: Language) => spoken[lang](plainMarkdown(text))

/** On the map a cross must say which place it stands for, and no name may say where to put it. */
function tooNear(file: ExerciseFileOf<'place'>, { item, key }: ExerciseOf<'place'>): Finding[] {
  const all = Object.entries(key.solution)
  return [
    ...all.flatMap(([one, at], index) => all.slice(index + 1).flatMap(([other, there]) => {
      const apart = kilometres(at, there)
      return apart < 2 * item.within ? [{ field: ['within'], message: `"${one}" and "${other}" are ${Math.round(apart)} km apart: with ${item.within} km one cross could be right for both` }] : []
    })),
    ...Object.entries(file.items).flatMap(([id, { place }]) => file.landmarks.includes(place)
      ? [{ field: ['landmarks', file.landmarks.indexOf(place)], message: `gives the key away: "${place}" is named on the map, and "${id}" asks where it lies` }] : []),
  ]
}

/** `findings` as lines: "wrong.1.response: earns all, expected a wrong answer". */
export const prove = (file: ExerciseFile, exercise: Exercise, course: Pick<Corpus, 'frameworks'>): string[] =>
  findings(file, exercise, course).map(({ field, message }) => `${field.join('.')}: ${message}`)

/** What the item tells of its key before anyone has checked anything. */
function givenAway({ item, key }: Exercise): Finding[] {
  const found: Finding[] = []
  const tells = (field: string, message: string) => { found.push({ field: [field], message: `gives the key away: ${message}` }) }
  const told = { prompt: item.prompt, hint: item.hint } as Record<string, Text>

  if ((item.kind === 'match' || item.kind === 'sort' || item.kind === 'edges') && key.kind === item.kind)
    for (const [slot, value] of Object.entries(key.solution)) if (slot === value) tells('key', `"${slot}" belongs to "${value}", and both have the same id`)

  if ((item.kind === 'choice' || item.kind === 'choices')) {
    for (const { id } of item.options) if (/^(?:right|wrong|correct|incorrect|true|false|answer|key|distractor|decoy)(?:-|\d|$)/.test(id)) tells('options', `the id "${id}" says what it is worth`)
    if (key.kind === 'choice') {
      const option = item.options.find(({ id }) => id === key.solution)
      for (const [field, text] of Object.entries(told)) if (option && isIn(option.text.en, text.en)) tells(field, `it holds the right option word for word, "${option.text.en}"`)
      for (const [field, text] of Object.entries(told)) if (option && isIn(option.text.zh, text.zh)) tells(field, `it holds the right option word for word, "${option.text.zh}"`)
    }
  }

  if (item.kind === 'signs') {
    for (const { id } of item.passages) {
      if (idsOf(item.edges).includes(id)) tells('passages', `the id "${id}" is that of a side`)
      if (/^(?:plus|minus|together|against|right|wrong|decoy|distractor)(?:-|\d|$)/.test(id)) tells('passages', `the id "${id}" says what it is worth`)
    }
  }

  if (item.kind === 'order' && grade({ item, key } as Exercise, item.items.map(({ id }) => id)).earned > 0) tells('items', 'the order in which they are shown earns points as it is')

  if (key.kind === 'number') {
    for (const [field, text] of Object.entries(told)) for (const number of numbersIn(`${text.en} ${text.zh}`))
      if (isWithin(number, key.solution, 0)) tells(field, `it prints ${number}`)
  }

  if (key.kind === 'text' || key.kind === 'cloze') {
    const forms = key.kind === 'text' ? key.solution : Object.values(key.solution).flat()
    if (item.kind === 'cloze') {
      told['text'] = { en: item.text.en.replace(/\{[^}]*\}/g, ' … '), zh: item.text.zh.replace(/\{[^}]*\}/g, ' … ') }
      for (const { id, name } of item.gaps) told[`gaps.${id}`] = name
    }
    for (const [field, text] of Object.entries(told)) for (const form of forms)
      if (isIn(form, text.en) || isIn(form, text.zh)) tells(field, `it holds "${form}"`)
  }

  if (item.kind === 'cloze') {
    const gaps = item.gaps.map(({ id }) => id)
    for (const lang of ['en', 'zh'] as const) {
      const inText = [...item.text[lang].matchAll(/\{([^}]*)\}/g)].map(([, gap]) => gap!)
      for (const gap of inText) if (!gaps.includes(gap)) found.push({ field: ['text', lang], message: `no gap "${gap}"${didYouMean(gap, gaps)}` })
      for (const gap of gaps) if (inText.filter(each => each === gap).length !== 1) found.push({ field: ['text', lang], message: `expected the gap {${gap}} once, read it ${inText.filter(each => each === gap).length} times` })
    }
  }
  return found
}

const numbersIn = (text: string) => (text.normalize('NFKC').replace(/(?<=\d),(?=\d{3}(?!\d))/g, '').match(/\d+(?:\.\d+)?/g) ?? []).map(Number)

/** Is this form in the text as a word (Latin, Cyrillic, figures) or as a string (Han)? Single letters prove nothing. */
function isIn(form: string, text: string): boolean {
  const words = (each: string) => each.normalize('NFKC').split(/[\p{P}\p{Z}\p{S}]+/u).map(fold).filter(Boolean)
  if (/\p{Script=Han}/u.test(form)) return fold(form).length > 1 && fold(text).includes(fold(form))
  const wanted = words(form)
  return wanted.join('').length > 1 && ` ${words(text).join(' ')} `.includes(` ${wanted.join(' ')} `)
}

const points = (count: number) => `${count} ${count === 1 ? 'point' : 'points'}`

/** A response or key as YAML would have it on one line, cut where it is long. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}

/** Between the names of labels that an author uses and the ids in the item. */
function labelsOf(file: ExerciseFileOf<'edges'>, { item }: ExerciseOf<'edges'>) {
  const labels = new Set(idsOf(item.labels))
  const label = (name: unknown) => typeof name === 'string' && labels.has(labelId(item.id, name)) ? labelId(item.id, name) : name
  const responses = [...file.right, ...file.wrong.map(({ response }) => response)]
  const used = [...Object.keys(file.extra), ...responses.flatMap(response => Object.entries(response).flat()), ...file.feedback.flatMap(({ when }) => [when.edge, when.label])]
  return { label, written: new Map(used.map(name => [label(name) as string, name])) }
}

function letter({ at, read, wants, known }: Misread): string {
  const where = at.length ? `${at.join('.')}: ` : ''
  const what = JSON.stringify(read)
  if (wants === 'id') return `${where}no "${String(read)}" here${typeof read === 'string' ? didYouMean(read, known) : ''}; there is ${known.join(', ')}`
  if (wants === 'once') return `${where}${what} is there twice`
  return `${where}read ${what}, expected ${{ ids: 'a list of ids', map: 'a map', number: 'a number', point: 'longitude and latitude in degrees, such as [45.4, 39.2]', text: 'text' }[wants]}`
}
