import { describe, expect, it } from 'vitest'
import { split } from '#course/split'
import type { ExerciseFile, Kind } from '#schema'
import { corpus, example, examples } from './examples/examples.ts'
import { prove } from './prove.ts'

describe('an exercise proves itself', () => {
  it.each(examples)('$kind', ({ file, exercise }) => expect(prove(file, exercise, corpus)).toEqual([]))
})

/** Each fault is planted into a sound exercise and must be the only thing that is reported. */
const faults: [name: string, kind: Kind, plant: (file: any) => void, reported: RegExp[]][] = [
  ['a right answer that is wrong', 'choice', file => file.right.push('ground'), [/^right\.1: the answer "ground" earns 0 of 1 point, and it stands under "right", where all is earned; the key is "passage"$/]],
  ['a wrong answer that is right', 'choices', file => file.wrong.push({ response: ['no-toll', 'own-guards'], fires: [] }), [/^wrong\.2\.response: the answer \["no-toll","own-guards"\] earns all 2 points, and it stands under "wrong"$/]],
  ['a wrong answer that says nothing', 'judge', file => file.wrong.push({ response: {}, fires: [] }), [/^wrong\.2\.response: says nothing/]],
  ['a feedback that does not fire', 'choice', file => file.wrong[0].fires.push('not-salt'), [/^wrong\.0\.fires: does not fire not-salt$/]],
  ['a feedback that fires unasked', 'number', file => (file.wrong[0].fires = []), [/^wrong\.0\.fires: fires other-way as well$/]],
  ['a feedback that nothing fires', 'sort', file => file.feedback.push({ id: 'lost', when: { item: 'will-return', bin: 'checkable' }, says: { en: 'x', zh: 'x' } }), [/^feedback\.1: "lost" is fired by no wrong answer/]],
  ['a feedback on the right answer', 'choice', file => file.feedback.push({ id: 'praise', when: { option: 'passage' }, says: { en: 'x', zh: 'x' } }), [/^feedback\.3: "praise" is fired by no wrong answer/]],
  ['a feedback id misspelt', 'text', file => (file.wrong[0].fires = ['harbor']), [/no feedback "harbor"; did you mean "harbour"/, /fires harbour as well/]],
  ['a feedback id twice', 'choice', file => (file.feedback[1].id = file.feedback[0].id), [/"not-ground" is there twice/, /no feedback "not-guard"/, /fires not-ground as well/]],
  ['an option misspelt in a proof', 'choices', file => file.wrong.push({ response: ['avalance', 'no-toll'], fires: ['guards-too'] }), [/^wrong\.2\.response: 0: no "avalance" here; did you mean "avalanche"/]],
  ['a proof of the wrong shape', 'order', file => file.right.push({ first: 'treaty' }), [/^right\.\d: read \{"first":"treaty"\}, expected a list of ids/]],
  ['an item twice in an order', 'order', file => file.right.push(['first-mule', 'first-mule', 'shut-gate', 'treaty', 'lease']), [/"first-mule" is there twice/]],
  ['a key that is no option', 'choice', file => (file.key = 'pasage'), [/^key: no "pasage" here; did you mean "passage"/]],
  ['a statement without a verdict', 'judge', (file) => { delete file.key['toll-paid'] }, [/^key: some part of the exercise has no answer in the key$/]],
  ['a gap that is not in the text', 'cloze', file => (file.text.zh = '{year}年，盐路租出。'), [/^text\.zh: expected the gap \{who\} once, read it 0 times$/]],
  ['a gap misspelt in the text', 'cloze', file => (file.text.en = 'The road was leased in {yaer}, by the {who}.'), [/^text\.en: no gap "yaer"; did you mean "year"/, /\{year\} once, read it 0/]],
  ['slot and value of one id', 'sort', (file) => { file.items.forecast = file.items['will-return']; delete file.items['will-return']; file.key = { 'eight-months': 'checkable', 'fair': 'judgement', 'forecast': 'forecast' }; file.right = [file.key]; file.wrong[0].response = { fair: 'checkable' } }, [/^key: gives the key away: "forecast" belongs to "forecast"/]],
  ['an id that says its worth', 'choice', (file) => { file.options['wrong-one'] = file.options.salt; delete file.options.salt; file.feedback[2].when.option = file.wrong[2].response = 'wrong-one' }, [/^options: gives the key away: the id "wrong-one"/]],
  ['a hint that says the word', 'text', file => (file.hint.zh = '想想凱爾。'), [/^hint: gives the key away: it holds "凯尔"$/]],
  ['a prompt that prints the number', 'number', file => (file.prompt.en = 'Is it 23.79 or more?'), [/^prompt: gives the key away: it prints 23\.79$/]],
  ['a prompt that holds the option', 'choice', file => (file.prompt.en = 'What is leave to pass called?'), [/^prompt: gives the key away: it holds the right option word for word, "leave to pass"$/]],
  ['a text around the gaps that fills one', 'cloze', file => (file.text.en = 'In 1880 it was leased in {year}, by the {who}.'), [/^text: gives the key away: it holds "1880"$/]],
  ['a wrong label on a relation', 'edges', file => file.right.push({ toll: 'escort', escort: 'toll', seat: 'seat' }), [/^right\.1: the answer .* earns 1 of 3 points/]],
  ['a label that there is not', 'edges', file => file.wrong.push({ response: { toll: 'tributes' }, fires: [] }), [/toll: no "tributes" here; did you mean "tribute"\?; there is (?!.*label-)/, /says nothing/]],
  ['a side misspelt', 'signs', file => file.wrong.push({ response: { 'guards-for-godos': { sign: '-' } }, fires: [] }), [/no "guards-for-godos" here; did you mean "guards-for-goods"\?; there is price-of-passage, guards-for-goods, no-word/, /says nothing/]],
  ['a sign that is none', 'signs', file => file.wrong.push({ response: { 'no-word': { sign: '±', passage: 'winter' } }, fires: [] }), [/no-word\.sign: no "±" here.*; there is \+, -, 0/]],
  ['a passage misspelt', 'signs', file => file.wrong.push({ response: { 'no-word': { sign: '-', passage: 'wintre' } }, fires: [] }), [/no-word\.passage: no "wintre" here; did you mean "winter"\?; there is .*none/]],
  ['a right answer whose passage bears the other sign', 'signs', file => (file.right[0]['price-of-passage'].passage = 'winter'), [/^right\.0: the answer .* earns 5 of 6 points/]],
  ['a passage named after its side', 'signs', (file) => { file.passages['guild-league'] = file.passages.thieves; delete file.passages.thieves; file.right[1]['guards-for-goods'].passage = 'guild-league' }, [/^passages: gives the key away: the id "guild-league" is that of a side/]],
  ['a passage named after its worth', 'signs', (file) => { file.passages['decoy-1'] = file.passages['first-spring']; delete file.passages['first-spring']; file.feedback[1].when.passage = file.wrong[0].response['price-of-passage'].passage = 'decoy-1' }, [/^passages: gives the key away: the id "decoy-1" says what it is worth/]],
  ['a point of the wrong shape', 'place', file => (file.right[1].upper = [45, 95]), [/^right\.1: upper: read \[45,95\], expected longitude and latitude in degrees/]],
  ['places that one cross could answer', 'place', file => (file.within = 150), [/^within: "upper" and "harbour" are 261 km apart: with 150 km one cross could be right for both$/, /.*/]],
  ['too few criteria', 'essay', (file) => { delete file.criteria.decides }, [/^criteria: read 2, expected 3 to 5 criteria$/]],
  ['too many criteria', 'essay', (file) => { for (const id of ['a', 'b', 'c']) file.criteria[id] = { en: `It has ${id}`, zh: `写到${id}` } }, [/^criteria: read 6, expected 3 to 5 criteria$/]],
  ['a criterion twice', 'essay', file => (file.criteria['costs-it'].en = 'It says what the valley would hand over.'), [/^criteria\.costs-it\.en: says the same as "names-it"$/]],
  ['a criterion that nobody reads at a glance', 'essay', file => (file.criteria.decides.zh = '说明'.repeat(15)), [/^criteria\.decides\.zh: is 30 Han characters long, expected at most 28/]],
  ['a model answer of one line', 'essay', file => (file.model.en = 'Refuse, and keep the key.'), [/^model\.en: is 5 words long, expected 40 to 120$/]],
  ['a model answer that is an article', 'essay', file => (file.model.zh += '再说一遍。'.repeat(60)), [/^model\.zh: is \d+ Han characters long, expected 60 to 240$/]],
  ['a hint that is half of the model answer', 'essay', file => (file.hint.zh = '护路值得付钱，关门却更值钱：钥匙在谁手里，谁就决定放谁过去。想一想。'), [/^hint: gives the key away: it holds a sentence of the model answer, "护路值得付钱/]],
  ['a name that says where to put it', 'place', file => file.landmarks.push('salt/mira'), [/^landmarks\.1: gives the key away: "salt\/mira" is named on the map, and "harbour" asks where it lies$/]],
]

describe('a planted fault is reported, and nothing else', () => {
  it.each(faults)('%s (%s)', (_, kind, plant, reported) => {
    const file = structuredClone(example(kind).file) as ExerciseFile
    plant(file)
    const problems = prove(file, split(`salt/${kind}`, file, corpus), corpus)
    for (const message of reported) expect(problems.some(problem => message.test(problem)), `${message} in ${problems.join('\n')}`).toBe(true)
    for (const problem of problems) expect(reported.some(message => message.test(problem)), problem).toBe(true)
  })
})
