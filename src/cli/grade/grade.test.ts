import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { stringify } from 'yaml'
import { assessor, lastLine, Roster } from '#assess'
import type { Course } from '#course'
import type { ExerciseOf } from '#schema'
import { readCourse } from '#course/disk'
import { exerciseIds } from '#course/lecture'
import { splitStance } from '#course/split'
import { emptyResponse, modelResponse } from '#grading'
import { corpus, examples } from '../../grading/examples/examples.ts'
import { fileOf, gradeFolder, withClass } from '../bench/grade.ts'
import { main } from '../commands.ts'
import { widthOf } from '../console.ts'
import { csv } from './csv.ts'
import { listed } from './listed.ts'
import { printed } from './printed.ts'
import { template } from './template.ts'

const text = (en: string, zh = en) => ({ en, zh })

/** A course of one lecture, made of the examples of every kind. */
const course: Course = {
  root: '', decks: [], actors: {}, claims: {}, themes: {}, terms: {}, tensions: {}, models: {}, arguments: {}, stances: {}, extents: {}, routes: {}, drafts: [], problems: [], unread: [], stands: () => false, idAt: () => undefined, style: { words: [], names: [], known: [], activities: [], exceptions: [] }, ...corpus,
  syllabus: {
    title: text('The road', '路'), version: '1', cite: text('x'),
    lectures: {
      salt: { title: text('The *salt* road', '盐路'), short: text('Salt', '盐'), question: text('Whose?', '谁的？'), sources: ['varga-2031'], outcomes: { bargain: text('x'), figures: text('x') } },
      silk: { title: text('Silk', '丝'), short: text('Silk', '丝'), question: text('Whose?', '谁的？'), sources: ['varga-2031'], outcomes: {} },
    },
  },
  sources: { 'varga-2031': { type: 'article-journal', author: [], issued: '2031', title: { en: 'The Salt Road' }, licence: text('x'), standpoint: text('x'), short: text('Varga 2031', '瓦尔加 2031'), outline: [{ line: 1, number: 'intro', title: text('Introduction', '引言') }], exceptions: [] } },
  exerciseFiles: Object.fromEntries(examples.map(({ id, file }) => [id, file])),
  exercises: Object.fromEntries(examples.map(({ id, exercise }) => [id, id === 'salt/text' ? { ...exercise, item: { ...exercise.item, formerly: ['salt/town'] } } : exercise])) as Course['exercises'],
  locks: { 'varga-2031': { claims: { 'ground-kept': { claim: '', text: '', section: '2', paragraph: 7 }, 'road': { claim: '', text: '', section: 'intro', paragraph: 1 }, 'salt-loads': { claim: '', text: '', section: '§3.1', paragraph: 2 } } } },
  place: () => ({ path: '', line: 1 }),
}
const possible = 37

const bytesOf = (file: string) => new TextEncoder().encode(file)
const report = (of: Course, bytes: Uint8Array, asked: { lang?: 'en' | 'zh' | undefined } = {}) => assessor(of)(bytes, asked)
const graded = (file: string, lang?: 'en' | 'zh') => report(course, bytesOf(file), { lang })
const lettersOf = (file: string, lang?: 'en' | 'zh') => {
  const { problems, remarks } = graded(file, lang)
  return [...problems, ...remarks].map(({ line, field, message }) => `${line} ${field}: ${message}`)
}
const answers = (all: Record<string, unknown>) => stringify({ lecture: 'salt', lang: 'en', answers: Object.fromEntries(Object.entries(all).map(([id, answer]) => [id, { answer }])) })

describe.each(['en', 'zh'] as const)('the answer file to fill in (%s)', (lang) => {
  const file = template(course, 'salt', lang)

  it('that breaks off anywhere behind its head is named so, in the report of one and of a class, and graded as far as it goes', () => {
    const filled = file.replace(/(  salt\/choice:\n.*\n    answer:)/, '$1 A')
    const bytes = bytesOf(filled)
    const whole = report(course, bytes)
    expect(whole.breaksOff).toBeUndefined()
    const answered = whole.exercises.find(({ id }) => id === 'salt/choice')!
    expect(answered.verdict).not.toBe('empty')
    const behind = bytesOf(filled.slice(0, filled.indexOf('salt/choice:') + 'salt/choice:\n    revision: 12345678\n    answer: A\n'.length + 4)).length
    for (let end = behind; end < bytes.length - bytesOf(`${lastLine[lang]}\n`).length; end += 97) {
      const cut = report(course, bytes.subarray(0, end))
      expect(cut.problems.filter(({ message }) => /breaks off here|在此中断/.test(message)), `cut at ${end}`).toHaveLength(1)
      expect(cut.problems, `cut at ${end}: ${JSON.stringify(cut.problems)}`).toHaveLength(1)
      expect(cut.exercises.find(({ id }) => id === 'salt/choice')).toEqual(answered)
      const { present } = cut.breaksOff!
      expect(present).toBeLessThanOrEqual(cut.exercises.length)
      expect(printed(cut, 'a.yaml').join('\n')).toMatch(lang === 'en' ? `The file breaks off: ${present} of ` : `题中有 ${present} 题在内`)
      const roster = new Roster()
      roster.add(cut, { file: 'a.yaml', name: 'Wang' })
      const tables = roster.tables(lang)
      expect(listed(tables, lang).join('\n')).toMatch(/Wang †/)
      expect(csv(tables)).toMatch(`file breaks off: ${present} of ${cut.exercises.length} exercises in it`)
    }
  })
  it('is graded as it is: nothing earned, nothing wrong with it', () => {
    expect(graded(file)).toMatchObject({ lecture: 'salt', lang, earned: 0, possible, problems: [] })
    expect(graded(file).exercises.map(({ verdict }) => verdict)).toEqual(examples.map(() => 'empty'))
  })

  it('names every exercise and every id that may be written', () => {
    for (const { id, exercise: { item } } of examples) {
      expect(file).toContain(`  ${id}:\n    revision: ${item.revision}`)
      for (const [, name] of JSON.stringify({ ...item, outcome: '', framework: '', source: '' }).matchAll(/"id":"([a-z0-9-]+)","(?:text|name)"/g)) expect(file).toContain(name)
    }
    expect(file).toContain(lang === 'en' ? 'The valley lets the mules pass but keeps the key of the gate.' : '山谷放骡队过境，却把关门钥匙握在手里。')
  })

  it('does not hold a word of the key', () => {
    for (const { exercise } of examples) for (const { says } of exercise.key.feedback) expect(file).not.toContain(says[lang])
    expect(file).not.toContain('23.79')
  })

  it('stays YAML whatever a prompt says', () => {
    const nasty = structuredClone(course.exercises['salt/choice']!)
    nasty.item.prompt = text('one\nlecture: silk\n# two', `一\nlecture: silk\n${'很长'.repeat(200)}`)
    expect(report({ ...course, exercises: { ...course.exercises, 'salt/choice': nasty } }, bytesOf(template({ ...course, exercises: { ...course.exercises, 'salt/choice': nasty } }, 'salt', lang)))).toMatchObject({ lecture: 'salt', problems: [] })
  })
})

describe('a filled in file', () => {
  const right = answers(Object.fromEntries(examples.map(({ id, exercise }) => [id, modelResponse(exercise)])))
  it('earns all with the model responses', () => {
    expect(graded(right)).toMatchObject({ earned: possible, possible, problems: [] })
    expect(graded(right).exercises.every(({ id, verdict, feedback, reread }) => verdict === (id === 'salt/essay' ? 'written' : 'right') && feedback.length === 0 && reread.length === 0)).toBe(true)
  })

  it('says of what is right why it is, and of nothing else', () => {
    const { exercises } = graded(answers({ 'salt/choice': 'ground', 'salt/text': 'Kell' }))
    expect(exercises.filter(({ why }) => why).map(({ id, why }) => [id, why])).toEqual([['salt/text', 'The road begins in the mountain town where the treaty was made.']])
  })

  it('earns nothing with the empty ones', () => expect(graded(answers(Object.fromEntries(examples.map(({ id, exercise }) => [id, emptyResponse(exercise.item)]))))).toMatchObject({ earned: 0, problems: [] }))

  it('says what fired and what to reread, with section and paragraph where they are known', () => {
    const { exercises } = graded(answers({ 'salt/choice': 'ground', 'salt/number': '19.21', 'salt/text': '米拉' }))
    expect(exercises.find(({ id }) => id === 'salt/choice')).toMatchObject({ earned: 0, verdict: 'wrong', feedback: [{ id: 'not-ground', says: 'It looks like a sale of land; the treaty leaves every field where it was.' }], reread: [{ claim: 'varga-2031/ground-kept', source: 'Varga 2031', section: '§2', paragraph: 7 }] })
    expect(exercises.find(({ id }) => id === 'salt/number')).toMatchObject({ feedback: [{ id: 'other-way' }], reread: [{ section: '§3.1', paragraph: 2 }] })
    expect(exercises.find(({ id }) => id === 'salt/text')!.reread).toEqual([{ claim: 'varga-2031/road', source: 'Varga 2031', section: 'Introduction', paragraph: 1 }])
  })

  it('says the place in words of a source that is not the course\'s own, and only the source where nobody looked', () => {
    const elsewhere = { ...course, claims: { 'varga-2031/lease': { says: text('x'), kind: 'event', status: 'stands', at: { place: text('third paragraph', '第三段') }, evidence: [] } } } as Course
    const { exercises } = report(elsewhere, bytesOf(answers({ 'salt/cloze': { year: '1874', who: 'nobody' } })))
    expect(exercises.find(({ id }) => id === 'salt/cloze')!.reread).toEqual([{ claim: 'varga-2031/lease', source: 'Varga 2031', place: 'third paragraph' }, { claim: 'varga-2031/guild-carries', source: 'Varga 2031' }])
  })

  it('counts an answer under a former name', () => expect(graded(answers({ 'salt/town': 'Kell' }))).toMatchObject({ earned: 1, problems: [] }))

  it.each(['en', 'zh'] as const)('is printed as a table (%s)', (lang) => {
    const lines = printed(graded(answers({ 'salt/choice': 'ground', 'salt/choices': ['no-toll'], 'salt/text': 'Kell', 'salt/match': { valley: 'shutt' } }), lang), 'a.yaml').join('\n')
    for (const expected of lang === 'en'
      ? [/^salt\/choice +0 +1 +wrong$/m, /^ {4}feedback {2}It looks like a sale of land/m, /^ {4}reread {2}Varga 2031, §2, paragraph 7$/m, /^salt\/choices +1 +2 +partly$/m, /^salt\/text +1 +1 +right$/m, /^ {4}why {2}The road begins/m, /^salt\/sort +0 +3 +not answered$/m, /^total +2 +37 +5%$/m, /^1 problem in the file:$/m, /^a\.yaml:\d+ {2}salt\/match › answer › valley: read "shutt", expected one of .*; did you mean "shut"\?$/m]
      : [/^salt\/choice +0 +1 +错$/m, /^ {4}反馈 {2}看似卖地/m, /^ {4}理由 {2}盐路的起点/m, /^ {4}重读 {2}瓦尔加 2031，§2，第 7 段$/m, /^合计 +2 +37 +5%$/m, /^文件有 1 处问题：$/m, /读到 "shutt"，应为其中之一：.*是否想写 "shut"？$/m]) expect(lines).toMatch(expected)
  })
})

describe('what is written freely is shown, and counts nothing', () => {
  const essayIn = (file: string, lang?: 'en' | 'zh') => graded(file, lang).exercises.find(({ id }) => id === 'salt/essay')!
  const byHand = (lines: string[]) => ['lecture: salt', 'lang: en', 'name: Wang', 'answers:', '  salt/essay:', '    answer:', ...lines, '', '  # 12. The next one', '  salt/text:', '    answer: Kell'].join('\n')

  it.each<[string, string[], string, string[]]>([
    ['as the template has it, with letters', ['      text: |', '        Keep the key.', '        Pay the guard.', '      met: [A, C]'], 'Keep the key.\nPay the guard.', ['It says what the valley would hand over', 'It ends with one clear advice']],
    ['whatever marks are in it', ['      text: |', '        Note: "keep" [the key] # and: more', '        - @first：100% {x}', '      met:'], 'Note: "keep" [the key] # and: more\n- @first：100% {x}', []],
    ['a paragraph that begins with two blanks, and one at the edge', ['      text：|', '　　不宜答应。', '钥匙留着。', '      met：A、C'], '不宜答应。\n钥匙留着。', ['It says what the valley would hand over', 'It ends with one clear advice']],
    ['on one line', ['      text: Keep: it is worth more', '      met: b'], 'Keep: it is worth more', ['It weighs the saving against what is lost']],
    ['the text alone', ['      Keep the key.'], 'Keep the key.', []],
  ])('%s', (_, lines, text, met) => {
    const file = byHand(lines)
    expect(lettersOf(file)).toEqual([])
    expect(essayIn(file)).toMatchObject({ verdict: 'written', earned: 0, possible: 0, written: { text, met, of: 3 }, feedback: [], reread: [] })
    expect(graded(file)).toMatchObject({ earned: 1, possible })
  })

  it('a tick that is none gets a letter with its line', () => {
    expect(lettersOf(byHand(['      text: Keep it.', '      met: [A, D]']))).toEqual([expect.stringMatching(/^8 salt\/essay › answer › met › 1: read "D", expected one of names-it, costs-it, decides, or its letter$/)])
  })

  it('from a page: opened or only kept', () => {
    const exported = (response: unknown) => JSON.stringify({ course: 'x', lecture: 'salt', exported: '2026-03-01T09:00:00Z', answers: [{ exercise: 'salt/essay', revision: course.exercises['salt/essay']!.item.revision, response, at: '2026-03-01T08:00:00Z', lang: 'en' }] })
    expect(essayIn(exported({ text: 'Keep it.\n', met: ['decides'] })).written).toMatchObject({ text: 'Keep it.', met: ['It ends with one clear advice'] })
    expect(essayIn(exported({ text: 'Keep it.' })).written).toMatchObject({ text: 'Keep it.', met: [] })
  })

  it.each(['en', 'zh'] as const)('is printed with text, ticks, model answer and why; no control character reaches the terminal (%s)', (lang) => {
    const { lines } = { lines: printed(graded(answers({ 'salt/essay': { text: 'Keep\u001B[2J it.\n\tPay.\u202E', met: ['decides'] } }), lang), 'a.yaml').join('\n') }
    for (const expected of lang === 'en'
      ? [/^salt\/essay +— +— +written$/m, /^ {4}text {2}Keep�\[2J it\.$/m, /^ +Pay\.�$/m, /^ {4}ticked {2}It ends with one clear advice$/m, /^ {4}model answer {2}Refuse\./m, /^ {4}why {2}Each party stays/m, /^total +0 +37 +0%$/m]
      : [/^salt\/essay +— +— +已写$/m, /^ {4}自评做到 {2}结尾给出一个明确的建议$/m, /^ {4}参考答案 {2}不宜答应/m]) expect(lines).toMatch(expected)
  })

  it('in a class: a dash in the table, a word in the spreadsheet, and every text to be read', () => {
    const roster = new Roster()
    for (const [name, text] of [['Wang', '=HYPERLINK("x")'], ['Li', '']] as const) roster.add(graded(answers({ 'salt/choice': 'passage', ...text ? { 'salt/essay': { text, met: ['decides', 'names-it'] } } : {} })), { file: `${name}.yaml`, name })
    const tables = roster.tables('en')
    const number = exerciseIds(course, 'salt').indexOf('salt/essay') + 1
    const lines = listed(tables, 'en')
    const cells = (name: string) => lines.find(line => line.startsWith(`${name} `))!
    expect(cells('Wang')).toContain('—')
    expect(cells('Li')).not.toContain('—')
    expect(lines.find(line => line.startsWith('Wang '))).toMatch(/ 1 +3%$/)
    expect(lines.filter(line => line.includes('salt/essay')).map(line => line.replace(/\s+/g, ' ').trim())).toEqual([`${number} salt/essay — 1/2`, `${number} salt/essay`])
    expect(lines.slice(lines.findIndex(line => line.startsWith('written freely')))).toEqual(expect.arrayContaining([expect.stringMatching(/^ {2}Wang {2}ticked 2 of 3$/), expect.stringMatching(/^ {4}text {2}=HYPERLINK/), '    ✓ It ends with one clear advice']))
    const [head, , wang] = csv(tables).split('\r\n').map(line => line.split(','))
    expect(wang![head!.indexOf('salt/essay')]).toBe('written')
    expect(csv(tables)).not.toContain('HYPERLINK')
  })
})

describe('stances are reported beside the exercises, and earn nothing', () => {
  const stance = { question: text('Whose gate?'), scale: { from: text('a'), to: text('b'), places: 5 as const }, pair: [{ says: text('x'), claims: ['varga-2031/lease'] }, { says: text('y'), claims: ['almanac-2030/lease'] }] as never, bet: { says: text('z'), holds: false, because: text('w'), claims: ['varga-2031/lease'] }, reader: text('r') }
  const withStance = { ...course, stances: { 'salt/gate': stance } }
  const said = { before: { place: 2, sure: 70 }, bet: { holds: true, sure: 80 }, after: { place: 5, sure: 90 }, held: true }

  it('from a file written by hand', () => {
    const graded = report(withStance, bytesOf(answers({ 'salt/text': 'Kell', 'stances/salt/gate': said })))
    expect(graded).toMatchObject({ earned: 1, possible, problems: [] })
    // `held` of the file is not believed: the course settles it.
    expect(graded.stances).toEqual([{ id: 'salt/gate', places: 5, before: said.before, after: said.after, bet: { ...said.bet, held: false, brier: expect.closeTo(0.64, 10) } }])
    expect(printed(graded, 'a.yaml').join('\n')).toMatch(/no points for either\)[\s\S]*^salt\/gate\n {4}before {2}place 2 of 5, 70% sure$/m)
    expect(printed(graded, 'a.yaml').join('\n')).toContain('    prediction  true, 80% sure; it was false: Brier score 0.64 (0 best, 1 worst)')
    expect(printed({ ...graded, lang: 'zh' }, 'a.yaml').join('\n')).toContain('读前  第 2 格（共 5 格），把握 70%')
  })

  it('from what a practice page exported: a list, in which the last answer counts', () => {
    const at = '2026-03-01T09:00:00.000Z'
    const file = JSON.stringify({ course: 'corridors-and-great-powers', exported: at, answers: [
      { exercise: 'salt/text', revision: course.exercises['salt/text']!.item.revision, response: 'Mira', at, lang: 'en' },
      { exercise: 'salt/text', revision: course.exercises['salt/text']!.item.revision, response: 'Kell', at, lang: 'en' },
      { exercise: 'salt/choices', revision: course.exercises['salt/choices']!.item.revision, response: ['no-toll'], at, lang: 'en' },
      { exercise: 'stances/salt/gate', revision: splitStance(stance).item.revision, response: said, at, lang: 'en' },
    ] }, null, 2)
    const graded = report(withStance, bytesOf(file))
    expect(graded).toMatchObject({ lecture: 'salt', earned: 2, problems: [] })
    expect(graded.stances).toHaveLength(1)
  })

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['one that there is not', { 'stances/salt/gaet': said }, /no such stance; did you mean "stances\/salt\/gate"\?/],
    ['one that is no position', { 'stances/salt/gate': 'left' }, /stances\/salt\/gate: read ""left"", expected before and after/],
  ])('with a letter for %s', (_, given, letter) => expect(report(withStance, bytesOf(answers({ 'salt/text': 'Kell', ...given }))).problems.map(({ field, message }) => `${field}: ${message}`).join()).toMatch(letter))
})

describe('the line on the lecture’s question is told, and earns nothing', () => {
  it.each(['en', 'zh'] as const)('in the report and in print (%s)', (lang) => {
    const graded = report(course, bytesOf(answers({ 'salt/text': 'Kell', 'lines/salt': ' The guild\npays. ' })), { lang })
    expect(graded).toMatchObject({ earned: 1, possible, line: 'The guild pays.', problems: [] })
    expect(printed(graded, 'a.yaml').join('\n')).toMatch(lang === 'en' ? /^ {4}own line on the question {2}The guild pays\.$/m : /^ {4}对本讲问题的一句话 {2}The guild pays\.$/m)
  })
  it('the last one of what a practice page exported', () => {
    const [at, revision, lang] = ['2026-03-01T09:00:00.000Z', 'line', 'en']
    const file = { course: 'corridors-and-great-powers', lecture: 'salt', exported: at, answers: ['first', 'second'].map(response => ({ exercise: 'lines/salt', revision, response, at, lang })) }
    expect(report(course, bytesOf(JSON.stringify(file)))).toMatchObject({ line: 'second', problems: [] })
  })
  it('an empty one is none; one that is no words has a letter', () => {
    expect(report(course, bytesOf(answers({ 'salt/text': 'Kell', 'lines/salt': '' })))).not.toHaveProperty('line')
    expect(report(course, bytesOf(answers({ 'salt/text': 'Kell', 'lines/salt': ['a'] }))).problems.map(({ message }) => message).join()).toMatch(/expected a line of words/)
  })
  it('an answer file has room for it where a slide asks for it', () => {
    const tag = { name: 'YourLine', attributes: {}, line: 1 }
    const asking = { ...course, decks: [{ lecture: 'salt', lang: 'en', slides: [{ tags: [tag] }] }] } as unknown as Course
    const file = template(asking, 'salt', 'en')
    expect(file).toMatch(/^ {2}lines\/salt:$/m)
    expect(report(asking, bytesOf(file.replace('  lines/salt:', '  lines/salt: It pays.')))).toMatchObject({ line: 'It pays.', problems: [] })
    expect(template(course, 'salt', 'en')).not.toContain('lines/')
  })
})

describe('what does not fit gets a letter with its line, and the rest is graded', () => {
  const head = 'lecture: salt\nanswers:\n  salt/text: { answer: Kell }\n'
  it.each<[string, string, RegExp[]]>([
    ['an exercise misspelt', `${head}  salt/chioce: { answer: passage }\n`, [/^4 salt\/chioce: no such exercise in "salt"; did you mean "salt\/choice"\?/]],
    ['an exercise of another lecture', `${head}  silk/one: { answer: a }\n`, [/^4 silk\/one: no such exercise in "salt"/]],
    ['an option misspelt', `${head}  salt/choice:\n    answer: pasage\n`, [/^5 salt\/choice › answer: read "pasage", expected one of .*; did you mean "passage"\?/]],
    ['a letter that no option has', `${head}  salt/choice: { answer: Z }\n`, [/^4 salt\/choice › answer: read "Z", expected one of .*, or its letter$/]],
    ['an id in capitals and curly quotes', `${head}  salt/choice: { answer: “Passage” }\n`, [/^4 salt\/choice › answer: read "“Passage”" as "passage"$/]],
    ['an exercise in capitals', `${head}  Salt/Choice: { answer: passage }\n`, [/^4 salt\/choice: read "Salt\/Choice" as "salt\/choice"$/]],
    ['one of a list misspelt', `${head}  salt/order:\n    answer:\n      - treaty\n      - leese\n`, [/^7 salt\/order › answer › 1: read "leese".*did you mean "lease"/]],
    ['one of a list twice', `${head}  salt/order: { answer: [treaty, treaty] }\n`, [/^4 salt\/order › answer › 1: "treaty" is there twice/]],
    ['a slot misspelt', `${head}  salt/judge:\n    answer:\n      king: not-stated\n      toll_paid: supported\n`, [/^7 salt\/judge › answer › toll_paid: read "toll_paid" as "toll-paid"$/]],
    ['a verdict misspelt', `${head}  salt/judge: { answer: { king: not stated } }\n`, [/^4 salt\/judge › answer › king: read "not stated" as "not-stated"$/]],
    ['a cell of a grid misspelt', `${head}  salt/matrix:\n    answer:\n      guild:\n        lease: wins\n`, [/^7 salt\/matrix › answer › guild › lease: read "wins"/]],
    ['a sign misspelt', `${head}  salt/signs:\n    answer:\n      guild-league:\n        sign: '++'\n`, [/^7 salt\/signs › answer › guild-league › sign: read "\+\+", expected one of \+, -, 0/]],
    ['a side by another name', `${head}  salt/signs:\n    answer:\n      guild-leage: { sign: '+', passage: none }\n`, [/^6 salt\/signs › answer › guild-leage: read "guild-leage".*did you mean "guild-league"/]],
    ['a minus without its quotes', `${head}  salt/signs:\n    answer:\n      guild-league: { sign: - }\n`, []],
    ['a point of one number', `${head}  salt/place:\n    answer:\n      upper: [45]\n`, [/^6 salt\/place › answer › upper: read "\["45"\]", expected longitude and latitude in degrees, such as \[45\.4, 39\.2\]$/]],
    ['a map for a list', `${head}  salt/choices: { answer: { no-toll: yes } }\n`, [/^4 salt\/choices › answer: read .*, expected a list of ids/]],
    ['a list for a map', `${head}  salt/sort: { answer: [fair] }\n`, [/^4 salt\/sort › answer: read "\["fair"\]", expected "id: answer" on a line each, the ids being/]],
    ['a map for a word', `${head}  salt/choice: { answer: { option: passage } }\n`, [/^4 salt\/choice › answer: read "\{"option":"passage"\}", expected one of/]],
    ['a word for a number', `${head}  salt/number: { answer: about twenty }\n`, [/^4 salt\/number › answer: read "about twenty", expected a number alone, such as 12\.5/]],
    ['a list for a text', `${head}  salt/cloze: { answer: { year: [1880] } }\n`, [/^4 salt\/cloze › answer › year: read "\["1880"\]", expected a word or a few/]],
    ['keys of a prototype', `${head}  salt/sort: { answer: { __proto__: judgement, constructor: judgement, fair: judgement } }\n`, [/^4 salt\/sort › answer › __proto__: read "__proto__"/, /^4 salt\/sort › answer › constructor: read "constructor"/]],
    ['an exercise called constructor', `${head}  constructor: { answer: a }\n`, [/^4 constructor: no such exercise/]],
    ['an old revision', `${head}  salt/choice: { revision: 00000000, answer: passage }\n`, [/^4 salt\/choice › revision: read "00000000", now "[0-9a-z]{8}"/]],
    ['an exercise under both its names', `${head}  salt/town: { answer: Mira }\n`, [/^4 salt\/town: "salt\/text" was answered further up/]],
    ['a lecture misspelt', head.replace('salt', 'slat'), [/^1 lecture: no lecture "slat"; did you mean "salt"\? Taken for "salt"/]],
    ['two old revisions: one letter', `${head}  salt/choice: { revision: 00000000, answer: passage }\n  salt/choices: { revision: 00000001, answer: [no-toll] }\n`, [/^4 revision: what these 2 exercises grade has changed .*: salt\/choice, salt\/choices$/]],
    ['no lecture', head.replace('lecture: salt\n', ''), [/^1 lecture: missing; taken for "salt"/]],
    ['a tab and a colour', `${head}  salt/choice:\n\t\tanswer: "\\e[2Jx"\n`, [/^5 salt\/choice › answer: a tab/, /^5 salt\/choice › answer: read "�\[2Jx"/]],
  ])('%s', (_, file, problems) => {
    const letters = lettersOf(file)
    expect(letters).toHaveLength(problems.length)
    problems.forEach(problem => expect(letters.some(letter => problem.test(letter)), `${problem} in\n${letters.join('\n')}`).toBe(true))
    expect(graded(file).exercises.find(({ id }) => id === 'salt/text')).toMatchObject({ earned: 1, verdict: 'right' })
    for (const letter of lettersOf(file, 'zh')) expect(letter).toMatch(/\p{Script=Han}/u)
  })
})

it('a file of no lecture cannot be graded where there are several', () => {
  const two = { ...course, exercises: { ...course.exercises, 'silk/choice': course.exercises['salt/choice']! } }
  expect(() => report(two, bytesOf('lecture: wool\nanswers:\n  wool/one: a\n'))).toThrow('line 1, lecture: no lecture "wool" with exercises; there is salt, silk')
  expect(() => report(two, bytesOf('answers:\n  wool/one: a\n'))).toThrow('the file names no lecture; expected "lecture:" with one of salt, silk')
  expect(report(two, bytesOf('answers:\n  silk/choice: passage\n'))).toMatchObject({ lecture: 'silk' })
})

it.each<[string, string, string, string]>([
  ['another lecture than all answers are to', 'lecture: silk\nanswers:\n  salt/choice: passage\n  salt/text: Kell\n', 'salt', 'says "silk", and every answer is to "salt"; taken for "salt"'],
  ['a lecture misspelt, and nothing answered', 'lecture: silc\nanswers:\n', 'silk', 'no lecture "silc"; did you mean "silk"? Taken for "silk"'],
])('%s: it is guessed, and said', (_, file, lecture, letter) => {
  const two = { ...course, exercises: { ...course.exercises, 'silk/choice': course.exercises['salt/choice']! } }
  const { lecture: taken, problems } = report(two, bytesOf(file), { lang: 'en' })
  expect([taken, problems.find(({ field }) => field === 'lecture')?.message]).toEqual([lecture, letter])
})

it('a lecture that is named stays, where some answers are to it', () => {
  const two = { ...course, exercises: { ...course.exercises, 'silk/choice': course.exercises['salt/choice']! } }
  expect(report(two, bytesOf('lecture: silk\nanswers:\n  silk/choice: passage\n  salt/text: Kell\n  salt/choice: passage\n'))).toMatchObject({ lecture: 'silk', earned: 1 })
})

it('one student’s report has the words of an option whole; the table of a class has as much as tells it', () => {
  const long = structuredClone(course.exercises['salt/choice']!)
  const words = 'leave to pass, for as long as the gate keeper and the valley are both content with it'
  ;(long as ExerciseOf<'choice'>).item.options.find(({ id }) => id === 'ground')!.text.en = words
  const one = report({ ...course, exercises: { ...course.exercises, 'salt/choice': long } }, bytesOf(answers({ 'salt/choice': 'ground' })))
  expect(printed(one, 'a.yaml').join(' ').replace(/\s+/g, ' ')).toContain(words)
  const roster = new Roster()
  roster.add(one, { file: 'a.yaml', name: 'Wang' })
  expect(listed(roster.tables('en'), 'en').join('\n')).toMatch(/leave to pass, for as long as the gate…/)
})

describe('an exercise that is still being written', () => {
  const begun = { ...course, exerciseFiles: { ...course.exerciseFiles, 'salt/choice': { ...course.exerciseFiles['salt/choice']!, draft: true as const } } }
  it('is in no answer file, and what follows it moves up', () => {
    const [all, finished] = [template(course, 'salt', 'en'), template(begun, 'salt', 'en')].map(file => [...file.matchAll(/^ {2}# (\d+)\. .*$/gm)].map(([line]) => line))
    expect(finished).toHaveLength(all!.length - 1)
    expect(finished!.map(line => Number.parseInt(line.slice(4)))).toEqual(finished!.map((_, index) => index + 1))
    expect(template(begun, 'salt', 'en')).not.toContain('salt/choice:')
  })
  it('is not graded, and a remark says so', () => {
    const graded = report(begun, bytesOf(answers({ 'salt/choice': 'passage', 'salt/text': 'Kell' })))
    expect(graded).toMatchObject({ earned: 1, possible: possible - 1, problems: [], remarks: [{ field: 'salt/choice', message: 'this exercise is still a draft; it was not graded' }] })
  })
})

describe('two names from one browser', () => {
  it('are said in the table, at each student and in the spreadsheet; the count of a name is of the name', () => {
    const roster = new Roster()
    const file = report(course, bytesOf(answers({ 'salt/text': 'Kell' })))
    for (const [name, exported, origin] of [['Aida P.', 1, 'x'], ['Bek T.', 1, 'x'], ['Li', 1, 'y'], ['Li', 2, 'z']] as const)
      roster.add({ ...file, origin, exported: `2026-03-0${exported}T09:00:00Z` }, { file: `${name}.${exported}.json`, name })
    const tables = roster.tables('en')
    const lines = listed(tables, 'en').join('\n')
    expect(lines).toMatch(/^Aida P\. ‡ [^]*^Bek T\. ‡ [^]*^Li \(old\) [^]*^Li \* [^]*^‡ one browser, several names: all count/m)
    expect(lines).toMatch(/^Bek T\. ‡ {2}Bek T\.\.1\.json .* one of 2 from one browser, under 2 names$/m)
    expect(listed(roster.tables('zh'), 'zh').join('\n')).toMatch(/^‡ 同一浏览器、不同姓名：都计入平均[^]*同一浏览器的 2 份文件之一，署有 2 个姓名$/m)
    expect(csv(tables).split('\r\n').slice(1, 5).map(line => line.split(',').find(cell => /files?/.test(cell) && !cell.includes('json')) ?? '')).toEqual([
      '"2 files from one browser', '"2 files from one browser', '2 files of this name; older', '2 files of this name; newest',
    ])
  })
})

describe('the command', () => {
  beforeEach(() => {
    vi.spyOn(console, 'log').mockImplementation(() => {})
    vi.spyOn(console, 'error').mockImplementation(() => {})
  })
  const folder = mkdtempSync(join(tmpdir(), 'grade-'))
  const write = (name: string, content: string | Uint8Array) => { const path = join(folder, name); writeFileSync(path, content); return path }
  const real = readCourse(process.cwd())
  const lecture = Object.keys(real.exercises)[0]?.split('/')[0] ?? 'corridor'

  it('writes a file, will not write over it, and grades it', async () => {
    const path = join(folder, 'filled.yaml')
    expect(await main(['grade', '--template', lecture, '--lang', 'zh', '--out', path])).toBe(0)
    expect(readFileSync(path, 'utf8')).toContain(`lecture: ${lecture}\nlang: zh\n`)
    expect(await main(['grade', '--template', lecture, '--lang', 'zh', '--out', path])).toBe(2)
    expect(await main(['grade', path])).toBe(0)
    expect(await main(['grade', path, '--json'])).toBe(0)
  })

  it.each<[string, number, () => string[]]>([
    ['a file with a problem', 1, () => [write('one.yaml', `lecture: ${lecture}\nanswers:\n  ${lecture}/no-such-thing: { answer: a }\n`)]],
    ['an empty file', 1, () => [write('empty.yaml', `lecture: ${lecture}\n`)]],
    ['a file that is not there', 2, () => [join(folder, 'missing.yaml')]],
    ['an empty folder', 2, () => [mkdtempSync(join(tmpdir(), 'grade-'))]],
    ['a table', 2, () => [write('marks.csv', 'name,points\n')]],
    ['a pattern that nothing matches', 2, () => [join(folder, 'none-*.yaml')]],
    ['--out without --template', 2, () => [write('two.yaml', ''), '--out', 'x']],
    ['no file', 2, () => []],
    ['an unknown lecture', 2, () => ['--template', 'nowhere']],
    ['an unknown language', 2, () => ['--template', lecture, '--lang', 'fr']],
    ['an unknown option', 2, () => ['--tempalte', lecture]],
    ['both at once', 2, () => ['x.yaml', '--template', lecture]],
  ])('%s: exit code %i', async (_, code, args) => expect(await main(['grade', ...args()])).toBe(code))
})

describe('a class', () => {
  const out: string[] = []
  beforeEach(() => {
    out.length = 0
    vi.spyOn(console, 'log').mockImplementation((line: string) => { out.push(line) })
    vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => { out.push(String(text)); return true })
  })
  afterEach(() => { vi.restoreAllMocks() })
  const real = readCourse(process.cwd())
  const [lecture, other] = Object.keys(real.syllabus.lectures).filter(id => exerciseIds(real, id).length > 0) as [string, string]
  const folder = mkdtempSync(join(tmpdir(), 'class-'))
  const put = (name: string, text: string | Uint8Array) => { mkdirSync(dirname(join(folder, name)), { recursive: true }); writeFileSync(join(folder, name), text) }
  const of = (id: string, student: number, kind: 'yaml' | 'json') => fileOf(real, id, student, kind)
  for (const student of [0, 1, 2]) put(of(lecture, student, 'yaml').name, of(lecture, student, 'yaml').text)
  put(`late/${of(lecture, 3, 'json').name}`, of(lecture, 3, 'json').text)
  put('other.json', of(other, 4, 'json').text)
  put('.DS_Store', 'x')
  put('marks.csv', 'x')
  put('王兰.yaml', `lecture: ${lecture}\nname: =1+1\nanswers:\n  ${exerciseIds(real, lecture)[0]}: {`)
  put('scan.pdf', '%PDF-1.4')
  put('mail.zip', zipSync({ '李雷_48213_assignsubmission_file/answers.yaml': strToU8(of(lecture, 5, 'yaml').text.replace(/name: .*/, 'name:')), '__MACOSX/._answers.yaml': strToU8('x') }))

  it('is graded as a folder: a table a lecture, each student, and what could not be read, with its place', async () => {
    expect(await main(['grade', folder, '--lang', 'en'])).toBe(1)
    const text = out.join('\n')
    for (const expected of [
      new RegExp(`^${lecture} · 6 files$`, 'm'), new RegExp(`^${other} · 1 file$`, 'm'), /^Student 0 +[\d. —]+%$/m, /^学生 1 +[\d. —]+%$/m, /^李雷 +[\d. —]+%$/m,
      /^exercises, the hardest first/m, /^学生 3 {2}.*answers\.\w+\.学生 3\.2026-03-01\.json {2}[\d.]+ of \d+$/m, /^ {2}\d+ \S+\/\S+ {2}[\d.]+\/\d+: /m,
      /^7 of 8 files graded; not graded: .*scan\.pdf$/m, /^2 things could not be read:$/m, /scan\.pdf:1 {2}this is no text file\. It looks like a PDF/m, /王兰\.yaml:\d {2}\S+: cannot be read as YAML/m,
    ]) expect(text).toMatch(expected)
    expect(text).not.toMatch(/DS_Store|MACOSX|marks\.csv/)
  })

  it('has columns under each other, whatever the names are written in', async () => {
    await main(['grade', folder, '--lang', 'zh'])
    const rows = out.filter(line => /^(?:姓名|Student \d|学生 \d|李雷|平均|满分) .*(?:%|\d)$/.test(line)).slice(0, 5)
    expect(rows.length).toBe(5)
    expect(new Set(rows.filter(row => row.endsWith('%')).map(widthOf)).size).toBe(1)
  })

  it('is the same by pattern, and a file named twice counts once', async () => {
    await main(['grade', `${folder}/*.yaml`, `${folder}/Student 0.yaml`, '--json'])
    const { students, unread } = JSON.parse(out.join('')) as { students: { name: string, file: string, exercises: unknown[] }[], unread: unknown[] }
    expect(students.map(({ name }) => name).sort()).toEqual(['=1+1', 'Student 0', 'Student 2', '学生 1'])
    expect(students[0]!.exercises.length).toBe(exerciseIds(real, lecture).length)
    expect(unread).toHaveLength(1)
  })

  it('becomes a table for Excel: UTF-8 by its mark, Windows lines, a column an exercise, no formula', async () => {
    await main(['grade', folder, '--csv', '-'])
    const [head, ...rows] = out.join('').split('\r\n')
    expect(head).toBe(`\uFEFFname,file,lecture,total,possible,percent,note,${[lecture, other].flatMap(id => exerciseIds(real, id)).join(',')}`)
    expect(rows.filter(row => row.includes('学生'))).toHaveLength(2)
    expect(rows.find(row => row.includes('王兰.yaml'))).toMatch(/^'=1\+1,/)
  })

  it('a table is written over its own like, and over nothing else', async () => {
    const table = join(folder, 'of-ours.csv')
    expect(await main(['grade', folder, '--csv', table])).toBe(1)
    expect(await main(['grade', folder, '--csv', table])).toBe(1)
    expect(readFileSync(table, 'utf8')).toMatch(/^\uFEFFname,file/)
    const before = readFileSync(join(folder, 'Student 0.yaml'), 'utf8')
    expect(await main(['grade', folder, '--csv', join(folder, 'Student 0.yaml')])).toBe(2)
    expect(readFileSync(join(folder, 'Student 0.yaml'), 'utf8')).toBe(before)
  })

  it('that is large leaves nothing behind but its rows: no file is kept', () => {
    const [few, many] = [40, 160].map(count => withClass(real, lecture, 'json', count, dir => JSON.stringify(gradeFolder(real, dir).tables('en')).length))
    const oneFile = of(lecture, 1, 'json').text.length
    expect((many! - few!) / 120).toBeLessThan(oneFile)
  })
})

it('what the README says to type does what it says there', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const lines = [...readFileSync(new URL('../../../README.md', import.meta.url), 'utf8').matchAll(/^npm run grade -- ([^#\n]*)/gm)].map(match => match[1]!.trim())
  expect(lines.length).toBeGreaterThanOrEqual(4)
  const folder = mkdtempSync(join(tmpdir(), 'readme-'))
  vi.stubEnv('INIT_CWD', folder)
  const real = readCourse(process.cwd())
  const [lecture] = Object.keys(real.exercises)[0]!.split('/') as [string]
  mkdirSync(join(folder, 'class'))
  for (const student of [0, 1]) { const { name, text } = fileOf(real, lecture, student, 'json'); writeFileSync(join(folder, 'class', name), text) }
  writeFileSync(join(folder, 'mail.zip'), zipSync({ 'a.json': strToU8(fileOf(real, lecture, 2, 'json').text) }))
  for (const line of lines) expect(await main(['grade', ...line.split(/\s+/).map(word => word.replaceAll('"', ''))]), line).toBe(0)
  vi.unstubAllEnvs()
})
