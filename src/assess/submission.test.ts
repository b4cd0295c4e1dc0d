import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { submissionLimitBytes } from './decode.ts'
import { readSubmission, type Submission } from './submission.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readSubmission(bytesOf(text))
const said = ({ problems }: Submission) => problems.map(({ line, field, message }) => `${line} ${field}: ${message.en}`)
const responses = ({ answers }: Submission) => Object.fromEntries(answers.map(({ exercise, response }) => [exercise, response]))

const sound = `lecture: salt
lang: zh
name: Wang Lan
answers:
  salt/one:
    revision: abc
    answer: passage
  salt/two:
    answer: [a, b]
  salt/three:
    answer:
      year: 1880
      who: "the guild"   # a comment
  salt/four:
    answer:
  salt/five:
    answer: { ru: { result: gains } }
`

describe('a sound file', () => {
  const submission = read(sound)
  it('is read without a word', () => {
    expect(said(submission)).toEqual([])
    expect(submission).toMatchObject({ lecture: { value: 'salt', line: 1 }, lang: 'zh', name: 'Wang Lan' })
    expect(responses(submission)).toEqual({ 'salt/one': 'passage', 'salt/two': ['a', 'b'], 'salt/three': { year: '1880', who: 'the guild' }, 'salt/four': null, 'salt/five': { ru: { result: 'gains' } } })
    expect(submission.answers[0]!.revision).toEqual({ value: 'abc', line: 6 })
  })
  it.each<[number, string[], number]>([[0, [], 7], [1, ['1'], 9], [2, ['who'], 13], [2, ['nobody'], 11], [4, ['ru', 'result'], 17]])('knows its lines: answer %i, part %j', (index, part, line) => expect(submission.answers[index]!.lineOf(part)).toBe(line))

  it.each<[string, string]>([
    ['Windows line ends', sound.replaceAll('\n', '\r\n')],
    ['old Macintosh line ends', sound.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${sound}`],
    ['JSON', JSON.stringify({ lecture: 'salt', lang: 'zh', name: 'Wang Lan', answers: { 'salt/one': { revision: 'abc', answer: 'passage' }, 'salt/two': { answer: ['a', 'b'] }, 'salt/three': { answer: { year: 1880, who: 'the guild' } }, 'salt/four': { answer: null }, 'salt/five': { answer: { ru: { result: 'gains' } } } } }, null, 2)],
    ['answers written without "answer:"', sound.replace('salt/one:\n    revision: abc\n    answer: passage', 'salt/one: passage')],
  ])('is read alike with %s', (_, text) => {
    expect(said(read(text))).toEqual([])
    expect(responses(read(text))).toEqual(responses(submission))
  })
})

/** Each hostile or broken file: what is said of it, and what of it is still read. */
const broken: [name: string, text: string, problems: RegExp[], read: Record<string, unknown>][] = [
  ['an empty file', '', [/^1 : the file is empty; expected "lecture:"/], {}],
  ['spaces and comments', '  \n# nothing yet\n', [/^1 : the file is empty/], {}],
  ['no answers', 'lecture: salt\n', [/^1 answers: no answers/], {}],
  ['a text and no map', 'dear teacher, I did my best\n', [/^1 : expected "name: value" on each line/], {}],
  ['a list where the answers are', 'answers:\n  - salt/one\n', [/^2 answers: expected "name: value"/], {}],
  ['a field misspelt', 'lecture: salt\nanwers:\n  salt/one: { answer: a }\n', [/^2 anwers: unknown field; there is lecture, lang, name, answers; did you mean "answers"\?/], {}],
  ['a field of an answer misspelt', 'answers:\n  salt/one:\n    anser: a\n  salt/two: { answer: b }\n', [/^3 salt\/one › anser: unknown field; there is answer, revision; did you mean "answer"\?/], { 'salt/one': null, 'salt/two': 'b' }],
  ['a language there is not', 'lang: fr\nanswers: { salt/one: { answer: a } }\n', [/^1 lang: read "fr", expected "en" or "zh"/], { 'salt/one': 'a' }],
  ['a list for a lecture', 'lecture: [salt]\nanswers: { salt/one: { answer: a } }\n', [/^1 lecture: read \["salt"\], expected a single word/], { 'salt/one': 'a' }],
  ['an alias bomb', `a: &a [x, x]\nb: &b [*a, *a]\nanswers:\n  salt/one:\n    answer: &c [*b, *b]\n  salt/two:\n    answer: [*c, *c]\n  salt/three: { answer: c }\n`,
    [/^1 a: unknown field/, /^2 b: unknown field/, /^5 salt\/one › answer › 0: an alias/, /^5 salt\/one › answer › 1: an alias/, /^7 salt\/two › answer › 0: an alias/, /^7 salt\/two › answer › 1: an alias/],
    { 'salt/one': [null, null], 'salt/two': [null, null], 'salt/three': 'c' }],
  ['an alias to itself', 'answers: &a\n  salt/one: { answer: *a }\n  salt/two: { answer: b }\n', [/^2 salt\/one › answer: an alias/], { 'salt/one': null, 'salt/two': 'b' }],
  ['a merge key', 'base: &b { answer: x }\nanswers:\n  salt/one:\n    <<: *b\n    answer: a\n', [/^1 base: unknown field/, /^4 (?:salt\/one|answers).*: (?:expected a plain word|unknown field)/], { 'salt/one': 'a' }],
  ['prototype keys', 'answers:\n  __proto__: { answer: a }\n  constructor: { answer: a }\n  salt/one:\n    __proto__: x\n    answer: { __proto__: { polluted: yes }, constructor: b, fair: c }\n',
    [/^5 salt\/one › __proto__: unknown field/], { ['__proto__']: 'a', 'constructor': 'a', 'salt/one': JSON.parse('{"__proto__": {"polluted": "yes"}, "constructor": "b", "fair": "c"}') }],
  ['an exercise answered twice', 'answers:\n  salt/one: { answer: a }\n  salt/one: { answer: b }\n', [/^3 salt\/one: this exercise was answered further up/], { 'salt/one': 'a' }],
  ['an answer twice', 'answers:\n  salt/one:\n    answer: a\n    answer: b\n', [/^4 salt\/one › answer: is there twice; the first one counts/], { 'salt/one': 'a' }],
  ['a part twice', 'answers:\n  salt/one:\n    answer:\n      king: a\n      king: b\n', [/^5 salt\/one › answer › king: is there twice/], { 'salt/one': { king: 'a' } }],
  ['the head twice', 'lecture: salt\nlecture: silk\nanswers: { salt/one: a }\n', [/^2 lecture: is there twice/], { 'salt/one': 'a' }],
  ['tabs', 'lecture: salt\nanswers:\n\tsalt/one:\n\t\tanswer: a\n\tsalt/two:\n\t\tanswer: b\n', [/^3 salt\/one: a tab at the beginning/, /^4 salt\/one › answer: a tab/, /^5 salt\/two: a tab/, /^6 salt\/two › answer: a tab/], { 'salt/one': 'a', 'salt/two': 'b' }],
  ['a quotation mark that is not closed', 'lecture: salt\nanswers:\n  salt/one:\n    answer: "a\n  salt/two:\n    answer: b\n', [/^\d salt\/one › answer: cannot be read as YAML: Missing closing "quote\. This answer was not graded, the others were$/], { 'salt/two': 'b' }],
  ['a bracket that is not closed', 'lecture: salt\nanswers:\n  salt/one:\n    answer: [a, b\n  salt/two:\n    answer: [c]\n', [/^\d salt\/one › answer: cannot be read as YAML.*This answer was not graded/], { 'salt/two': ['c'] }],
  ['indentation that goes wrong', 'lecture: salt\nanswers:\n  salt/one:\n     answer: a\n    revision: b\n  salt/two: { answer: b }\n', [/salt\/one.*cannot be read as YAML.*This answer was not graded/], { 'salt/two': 'b' }],
  ['a broken head', 'lecture: "salt\nanswers:\n  salt/one: { answer: a }\n', [/^\d (?:lecture|answers): cannot be read as YAML/], { 'salt/one': 'a' }],
  ['a program for a value', 'answers:\n  salt/one: { answer: !!js/function "() => 1" }\n  salt/two: { answer: !secret b }\n', [/^2 salt\/one › answer: the tag !.*js\/function means nothing here/, /^3 salt\/two › answer: the tag !secret/], { 'salt/one': '() => 1', 'salt/two': 'b' }],
  ['a key that is a list', 'answers:\n  ? [salt, one]\n  : { answer: a }\n  salt/two: { answer: b }\n', [/^2 answers: expected a plain word before the colon/], { 'salt/two': 'b' }],
  ['nests in nests', `answers:\n  salt/one: { answer: ${'['.repeat(50)}x${']'.repeat(50)} }\n  salt/two: { answer: b }\n`, [/^2 salt\/one › answer.*: lies deeper than any answer/], { 'salt/one': [[[[[[[null]]]]]]], 'salt/two': 'b' }],
  ['two documents', 'answers:\n  salt/one: { answer: a }\n---\nanswers:\n  salt/two: { answer: b }\n', [/^3 .*cannot be read as YAML: Source contains multiple documents/], { 'salt/one': 'a', 'salt/two': 'b' }],
  ['a bracket that swallows what follows', 'answers:\n  salt/one: { answer: [a }\nlecture: salt\n', [/salt\/one.*cannot be read as YAML.*This answer was not graded/], {}],
  ['colours for the terminal', 'answers:\n  salt/one:\n    "\\e[31mred": x\n    answer: a\n', [/^3 salt\/one › �\[31mred: unknown field/], { 'salt/one': 'a' }],
]

describe('a broken file gets a letter, and the rest of it is read', () => {
  it.each(broken)('%s', (_, text, problems, rest) => {
    const submission = read(text)
    const letters = said(submission)
    expect(letters).toHaveLength(problems.length)
    problems.forEach(problem => expect(letters.some(each => problem.test(each)), `${problem} in\n${letters.join('\n')}`).toBe(true))
    expect(JSON.stringify(responses(submission))).toBe(JSON.stringify(rest))
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
  it.each(broken)('%s, in Chinese too', (_, text) => { for (const { message } of read(text).problems) expect(message.zh).toMatch(/\p{Script=Han}/u) })
})

const chinese = 'lecture: salt\nname: 王兰\nanswers:\n  salt/one:\n    answer: 凯尔\n  salt/two:\n    answer: b\n'
/** "凯尔" as GB18030 writes it. */
const gbk = new Uint8Array([...bytesOf('lecture: salt\nanswers:\n  salt/one:\n    answer: '), 0xBF, 0xAD, 0xB6, 0xFB, ...bytesOf('\n  salt/two:\n    answer: b\n')])
const wide = (text: string, littleEndian: boolean, mark = true) => {
  const bytes = new Uint8Array(text.length * 2 + (mark ? 2 : 0))
  const view = new DataView(bytes.buffer)
  if (mark) view.setUint16(0, 0xFEFF, littleEndian)
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2 + (mark ? 2 : 0), text.charCodeAt(index), littleEndian)
  return bytes
}
const spoilt = (() => { const bytes = bytesOf(chinese); bytes[bytes.indexOf(0xE5, 40)] = 0xFF; return bytes })()

/** A text as an old program writes it: every pair of bytes is tried until it decodes to the character. */
function encoded(encoding: 'gb18030' | 'big5' | 'shift_jis', text: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const pairs = new Map<string, [number, number]>()
  for (let lead = 0x81; lead <= 0xFE; lead++) for (let trail = 0x40; trail <= 0xFE; trail++) {
    const character = decoder.decode(new Uint8Array([lead, trail]))
    if ([...character].length === 1 && !pairs.has(character)) pairs.set(character, [lead, trail])
  }
  return new Uint8Array([...text].flatMap(character => character <= '\u007F' ? [character.charCodeAt(0)] : pairs.get(character) ?? [0x3F]))
}

describe('files of Taiwan, Hong Kong and Japan are told from those of the mainland', () => {
  const mainland = '# 作答文件：请在每个答案之后作答，保留缩进，不会的可以留空。\nlecture: salt\nname: 王兰\nanswers:\n  salt/one:\n    answer: 土耳其\n'
  const taiwan = '# 作答文件：請在每個答案之後作答，保留縮排，不會的可以留空。\nlecture: salt\nname: 王蘭\nanswers:\n  salt/one:\n    answer: 兩\n'
  const japan = '# これは解答ファイルです。わからないところは空けておいてください。\nlecture: salt\nname: 田中\nanswers:\n  salt/one:\n    answer: 三つ\n'
  const russia = Uint8Array.from('# Файл ответов студента\nlecture: salt\nname: Иванов Пётр\nanswers:\n  salt/one:\n    answer: Турция\n', (letter) => {
    const code = letter.charCodeAt(0)
    return code < 0x80 ? code : letter === 'ё' ? 0xB8 : code - 0x410 + 0xC0
  })
  it.each<[string, Uint8Array, RegExp, string, string]>([
    ['GBK', encoded('gb18030', mainland), /read as GB18030 \(GBK\); save it as UTF-8$/, '王兰', '土耳其'],
    ['GBK in traditional characters', encoded('gb18030', taiwan.replace('排', '進')), /read as GB18030 \(GBK\); save it as UTF-8$/, '王蘭', '兩'],
    ['Big5', encoded('big5', taiwan), /read as Big5; save it as UTF-8$/, '王蘭', '兩'],
    ['Shift-JIS', encoded('shift_jis', japan), /read as Shift-JIS; save it as UTF-8$/, '田中', '三つ'],
  ])('%s', (_, bytes, letter, name, answer) => {
    const submission = readSubmission(bytes)
    expect(said(submission)).toEqual([expect.stringMatching(letter)])
    expect(submission.problems.every(({ isRemark }) => isRemark)).toBe(true)
    expect([submission.name, submission.answers[0]!.response]).toEqual([name, answer])
  })
  it('an encoding that nobody knows is not given a name, and ids are read', () => {
    const submission = readSubmission(russia)
    expect(said(submission)).toEqual([expect.stringMatching(/its encoding is not known: ids were read, words were not/)])
    expect([submission.lecture!.value, submission.answers[0]!.exercise]).toEqual(['salt', 'salt/one'])
  })
  it('UTF-16 without its mark, full of 一', () => {
    const text = `lecture: salt\nanswers:\n  salt/one:\n    answer: ${'一'.repeat(9)}\n`
    for (const littleEndian of [true, false]) expect(responses(readSubmission(wide(text, littleEndian, false)))).toEqual({ 'salt/one': '一'.repeat(9) })
  })
})

/** What word processors, Chinese keyboards and npm make of a file: it is read as it was meant, without a word. */
describe('meant beyond doubt', () => {
  const file = `lecture: salt
lang: zh
name: 王兰
answers:
  salt/one:
    answer: passage
  salt/two:
    answer: [lease, watch]
  salt/three:
    answer:
      year: 1880
`
  const meant = { 'salt/one': 'passage', 'salt/two': ['lease', 'watch'], 'salt/three': { year: '1880' } }
  it.each<[string, string]>([
    ['npm before it', `\n> corridors@0.1.0 grade\n> node bootstrap.mjs grade --template salt\n\n${file}`],
    ['wide blanks before the lines', file.replace(/^ +/gm, blanks => '\u3000'.repeat(blanks.length / 2))],
    ['as many wide blanks as there were', file.replace(/^ +/gm, blanks => '\u3000'.repeat(blanks.length))],
    ['blanks that do not break', file.replace(/^ +/gm, blanks => '\u00A0'.repeat(blanks.length))],
    ['blanks of both kinds', file.replace(/^ {2}/gm, '\u00A0 ')],
    ['nothing between the letters', file.replaceAll('answer', 'an\u200Bswer').replace('passage', '\uFEFFpassage')],
    ['capitals before the colon', file.replaceAll('answer:', 'Answer:').replace('lecture:', 'LECTURE:')],
    ['no blank behind the colon', file.replaceAll(/: (?=\S)/g, ':')],
    ['wide colons', file.replaceAll(/:(?=\s)/g, '：')],
    ['wide brackets', file.replace('[lease, watch]', '［lease，watch］')],
    ['lenticular brackets', file.replace('[lease, watch]', '【lease、watch】')],
    ['a map in wide braces', file.replace('    answer:\n      year: 1880', '    answer: ｛year：1880｝')],
    ['curly quotation marks', file.replace('passage', '“passage”')],
    ['one curly quotation mark', file.replace('passage', '"passage”')],
    ['dashes for bullets', file.replace('[lease, watch]', '\n      – lease\n      • watch')],
    ['a wide mark before a comment', `＃ 答案：在这里\n${file}`],
    ['a line separator', file.replaceAll('\n', '\u2028')],
  ])('%s', (_, text) => {
    const submission = read(text)
    expect(said(submission)).toEqual([])
    expect(submission).toMatchObject({ lecture: { value: 'salt' }, lang: 'zh', name: '王兰' })
    expect(responses(submission)).toEqual(meant)
  })

  it.each<[string, string]>([
    ['@wang', '@wang'], ['Wang: class 2', 'Wang: class 2'], ['"Wang', 'Wang'], ['[Wang] Lan', '[Wang] Lan'], ['*Wang*', '*Wang*'], ['% Wang', '% Wang'],
    ['王兰：二班', '王兰：二班'], ['"王兰"', '王兰'], ['- Wang', '- Wang'], ['Wang # the second', 'Wang'], ['O\'Neil', 'O\'Neil'],
  ])('name: %s costs nothing else', (written, name) => {
    const submission = read(file.replace('王兰', written))
    expect(said(submission)).toEqual([])
    expect(submission).toMatchObject({ lecture: { value: 'salt' }, lang: 'zh', name })
    expect(responses(submission)).toEqual(meant)
  })

  it('words in quotes stay as they are', () =>
    expect(responses(read('answers:\n  salt/one: { answer: { who: "甲，乙［丙］", year: \'a：b\' } }\n'))).toEqual({ 'salt/one': { who: '甲，乙［丙］', year: 'a：b' } }))
})

describe('an answer file that says what its last line is', () => {
  const whole = `# Leave the last line, “End of the answer file”: it shows that nothing broke off.
lecture: salt
answers:
  salt/one:
    answer: passage
  salt/two:
    answer:
      year: 1880
      who: guild

# End of the answer file
`
  const until = (words: string) => whole.slice(0, whole.indexOf(words) + words.length)
  it.each<[string, string]>([
    ['as it was', whole],
    ['without a line end after it', whole.trimEnd()],
    ['with a wide mark', whole.replace('# End', '＃ End')],
    ['with Windows line ends', whole.replaceAll('\n', '\r\n')],
    ['that says so no longer', whole.replace(/^#.*\n/gm, '')],
    ['in Chinese', whole.replace(/^# Leave.*/m, '# 请保留最后一行“作答文件到此结束”：可以看出文件没有中断。').replace('End of the answer file', '作答文件到此结束')],
  ])('is whole, %s', (_, text) => {
    const submission = read(text)
    expect(said(submission)).toEqual([])
    expect(submission.breaksOff).toBe(false)
    expect(responses(submission)).toEqual({ 'salt/one': 'passage', 'salt/two': { year: '1880', who: 'guild' } })
  })
  it.each<[string, string, number, string, Record<string, unknown>]>([
    ['in a word', until('pass'), 5, 'answer: pass', { 'salt/one': null }],
    ['in the id of an exercise', until('salt/tw'), 6, 'salt/tw', { 'salt/one': 'passage' }],
    ['in a figure', until('year: 18'), 8, 'year: 18', { 'salt/one': 'passage', 'salt/two': null }],
    ['between two lines', until('year: 1880\n'), 8, '', { 'salt/one': 'passage', 'salt/two': { year: '1880' } }],
    ['before its last line', until('guild\n'), 9, '', { 'salt/one': 'passage', 'salt/two': { year: '1880', who: 'guild' } }],
    ['in its last line', until('# End of'), 11, '', { 'salt/one': 'passage', 'salt/two': { year: '1880', who: 'guild' } }],
  ])('breaks off %s', (_, text, line, half, rest) => {
    for (const each of [text, text.replaceAll('\n', '\r\n')]) {
      const submission = read(each)
      expect(submission.breaksOff).toBe(true)
      expect(said(submission)).toEqual([`${line} : the file breaks off here${half ? `: "${half}" may be half of what was meant, and was passed over` : ''}. What stands before was graded; ask for the file again`])
      expect(responses(submission)).toEqual(rest)
    }
  })
})

describe('what a practice page exported', () => {
  const at = (minute: number) => `2026-03-01T09:0${minute}:00.000Z`
  const given = (exercise: string, response: unknown, minute = 0) => ({ exercise, revision: 'abc', response, at: at(minute), lang: 'zh' })
  const file = (answers: unknown[], more: object = {}) => JSON.stringify({ course: 'salt', lecture: 'salt', name: '王兰', exported: at(9), answers, ...more }, null, 2)

  it('is read with its head, its lines and its values', () => {
    const submission = read(file([given('salt/one', 'passage'), given('salt/two', { a: [1.5, 2] })]))
    expect(submission).toMatchObject({ lecture: { value: 'salt' }, name: '王兰', lang: 'zh', exported: at(9), origin: `salt/one ${at(0)}`, isExported: true, problems: [] })
    expect(responses(submission)).toEqual({ 'salt/one': 'passage', 'salt/two': { a: [1.5, 2] } })
    expect([submission.answers[1]!.line, submission.answers[1]!.lineOf([])]).toEqual([15, 15])
    expect(submission.answers[0]!.revision).toMatchObject({ value: 'abc', line: 8 })
  })
  it('of before, without lecture and name, is read still', () =>
    expect(read(file([given('salt/one', 'a')], { lecture: undefined, name: undefined }))).toMatchObject({ lecture: undefined, name: undefined, isExported: true, problems: [] }))
  it.each<[string, unknown[], unknown]>([
    ['the later answer counts', [given('salt/one', 'a', 1), given('salt/one', 'b', 2)], { 'salt/one': 'b' }],
    ['whatever window wrote first', [given('salt/one', 'b', 2), given('salt/one', 'a', 1)], { 'salt/one': 'b' }],
    ['of two at once the second', [given('salt/one', 'a', 1), given('salt/one', 'b', 1)], { 'salt/one': 'b' }],
  ])('%s', (_, answers, expected) => expect(responses(read(file(answers)))).toEqual(expected))
  it.each<[string, unknown[], RegExp]>([
    ['an answer without its exercise', [given('salt/one', 'a'), { response: 'b' }, 'x', null], /expected "exercise" with the id/],
    ['nests in nests', [given('salt/one', 'a'), given('salt/two', [[[[[[[[[1]]]]]]]]])], /salt\/two › response: lies deeper/],
  ])('%s gets a letter', (_, answers, letter) => {
    const submission = read(file(answers))
    expect(said(submission).join('\n')).toMatch(letter)
    expect(responses(submission)).toMatchObject({ 'salt/one': 'a' })
  })
  it('that breaks off gives the answers that are whole', () => {
    const whole = file([given('salt/one', 'a'), given('salt/two', 'b'), given('salt/three', 'c')])
    const submission = read(whole.slice(0, whole.indexOf('"c"')))
    expect(submission).toMatchObject({ lecture: { value: 'salt' }, name: '王兰' })
    expect(responses(submission)).toEqual({ 'salt/one': 'a', 'salt/two': 'b' })
    expect(submission.breaksOff).toBe(true)
    expect(said(submission)).toEqual([expect.stringMatching(/^\d+ : the file breaks off here\. What stands before was graded/)])
  })
  it('that is damaged in one answer has its end: the others are read', () => {
    const whole = file([given('salt/one', 'a'), given('salt/two', 'b'), given('salt/three', 'c')])
    const submission = read(whole.replace('"b"', '"b'))
    expect(submission.breaksOff).toBe(false)
    expect(responses(submission)).toEqual({ 'salt/one': 'a', 'salt/three': 'c' })
    expect(said(submission)).toEqual([expect.stringMatching(/this answer is damaged/)])
  })
  it.each([
    ['in the middle of its head', '{\n  "course": "x",\n  "lect', 0],
    ['before its first answer', '{\n  "lecture": "salt",\n  "answers": [\n', 0],
    ['in its first answer', '{"lecture": "salt", "answers": [{"exercise": "salt/one", "resp', 0],
    ['behind its first answer', '{"lecture": "salt", "answers": [{"exercise": "salt/one", "revision": "r", "response": "a", "at": "2026-03-01T09:00:00Z", "lang": "en"},', 1],
  ] as const)('%s it may break off: nobody speaks of YAML', (_, text, whole) => {
    const submission = read(text)
    expect(submission.answers).toHaveLength(whole)
    expect(submission.breaksOff).toBe(true)
    expect(said(submission).join('\n')).toMatch(/the file breaks off here/)
    expect(said(submission).join('\n')).not.toContain('YAML')
  })
  it('may be ten times as large as a file written by hand', () => {
    const submission = read(file(Array.from({ length: 20_000 }, (_, index) => given('salt/one', `answer ${index}`))))
    expect(said(submission)).toEqual([])
    expect(responses(submission)).toEqual({ 'salt/one': 'answer 19999' })
  })
})

describe('a wrong encoding is said, and read all the same', () => {
  it.each<[string, Uint8Array, RegExp[], Record<string, unknown>]>([
    ['UTF-16, little end first', wide(chinese, true), [/^1 : the file is in UTF-16LE; it was read, but save it as UTF-8/], { 'salt/one': '凯尔', 'salt/two': 'b' }],
    ['UTF-16, big end first', wide(chinese, false), [/^1 : the file is in UTF-16BE/], { 'salt/one': '凯尔', 'salt/two': 'b' }],
    ['UTF-16 without its mark', wide(chinese, true, false), [/^1 : the file is in UTF-16LE/], { 'salt/one': '凯尔', 'salt/two': 'b' }],
    ['GBK', gbk, [/^4 : the file is not in UTF-8.*it was read as GB18030/], { 'salt/one': '凯尔', 'salt/two': 'b' }],
    ['GBK with a line that could be UTF-8', new Uint8Array([...gbk, ...bytesOf('  salt/three: { answer: '), 0xC4, 0xA3, ...bytesOf(' }\n  salt/four: { answer: '), 0xBF, 0xAD, ...bytesOf(' }\n')]), [/^4 : the file is not in UTF-8.*it was read as GB18030/], { 'salt/one': '凯尔', 'salt/two': 'b', 'salt/three': '模', 'salt/four': '凯' }],
    ['one byte spoilt in UTF-8', spoilt, [/^5 salt\/one › answer: bytes on this line are not UTF-8/], { 'salt/one': expect.stringContaining('\uFFFD'), 'salt/two': 'b' }],
    ['a Word document', new Uint8Array([0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0, 33, 0]), [/^1 : this is no text file\. It looks like a Word document/], {}],
    ['zeros', new Uint8Array(5000), [/^1 : this is no text file/], {}],
  ])('%s', (_, bytes, problems, rest) => {
    const submission = readSubmission(bytes)
    const letters = said(submission)
    expect(letters).toHaveLength(problems.length)
    problems.forEach((problem, index) => expect(letters[index]).toMatch(problem))
    expect(responses(submission)).toEqual(rest)
  })
})

describe('a huge file', () => {
  const entry = (index: number) => `  salt/e${index}:\n    answer: a\n`
  it('is read up to the limit, and it is said where that was', () => {
    let text = 'lecture: salt\nanswers:\n'
    for (let index = 0; text.length <= submissionLimitBytes + 1000; index++) text += entry(index)
    const submission = read(text)
    expect(submission.answers.length).toBeGreaterThan(30_000)
    expect(said(submission)).toEqual([expect.stringMatching(/^\d+ : the file is larger than 1 MB; it was read up to this line and no further$/)])
  }, 30_000)

  const hostile = ['[', '{a: ', '- ', '? ', '&a ', '*a ', 'a: ', '\t', 'a/b: "', '\u{1F600}']
  it.each(hostile)('of nothing but %j on one line is passed over', (piece) => {
    const submission = read(`answers:\n  salt/one: { answer: a }\n${piece.repeat(400_000 / piece.length)}\n  salt/two: { answer: b }\n`)
    expect(said(submission)).toEqual([expect.stringMatching(/^3 .*: a line of \d+ characters is no answer of ours/)])
    expect(responses(submission)).toEqual({ 'salt/one': 'a', 'salt/two': 'b' })
  })

  it.each(hostile.filter(piece => piece !== '\t'))('of nothing but %j on many lines ends in letters', (piece) => {
    const submission = read(`answers:\n  salt/one: { answer: a }\n${`${piece.repeat(20)}\n`.repeat(1000)}`)
    expect(submission.problems.length).toBeGreaterThan(0)
  })

  it('of broken answers without number is read up to the thousandth', () => {
    const submission = read(`answers:\n  salt/one: { answer: a }\n${'  a/b: "\n'.repeat(5000)}`)
    expect(said(submission)).toContainEqual(expect.stringMatching(/^\d+ : more than 1000 answers in a file with errors/))
    expect(responses(submission)['salt/one']).toBe('a')
  })
})

it('never throws, whatever bytes it is given', () => {
  const pieces = fc.constantFrom('salt/one:', ' answer:', 'answers:', '\n', '  ', '\t', '- ', '[', ']', '{', '}', '"', '\'', '&a', '*a', '!!', '|', '>', '#', ': ', '? ', '\u0000', '\uFEFF', '凯', '---', '\u3000', '：', '［', '，', '“', 'name: @', '{"course": 1, "answers": [', '"exercise": ', '}', '<<', '__proto__')
  fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.array(pieces, { maxLength: 60 }).map(each => bytesOf(each.join('')))), (bytes) => {
    const submission = readSubmission(bytes)
    for (const { line } of submission.problems) expect(line).toBeGreaterThan(0)
    JSON.stringify(submission.answers)
  }), { numRuns: 1000 })
})
