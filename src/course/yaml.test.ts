import { describe, expect, it } from 'vitest'
import { readYaml } from './yaml.ts'

const read = (text: string) => readYaml(text, 'roads.yaml').problems.map(({ line, message }) => `${line}: ${message.replace('cannot be read as YAML: ', '')}`)

describe('YAML that cannot be read is one problem, which says what to write', () => {
  it.each([
    ['nothing wrong', 'kind: rail\n', []],
    ['a tab', 'a: 1\nb:\n\ten: x\n\tzh: y\nc: [', ['3: this line begins with a tab; expected spaces']],
    ['a colon in a text', 'prompt:\n  en: What does Zhang say: do it\n  zh: 盐\n', ['2: a colon with a space behind it begins a field, and "en" has begun already; put the text in quotes: en: "What does Zhang say: do it"']],
    ['a colon in a text with quotation marks', 'en: He says "no": twice', ['1: a colon with a space behind it begins a field, and "en" has begun already; put the text in quotes: en: \'He says "no": twice\'']],
    ['a colon in a text between braces', 'a: { en: What: do it, zh: x }', ['1: inside { } and [ ] a text that holds a colon is put in quotes, and a comma stands between two fields: { en: "One: two", zh: "…" }']],
    ['a text that begins with @', 'a: 1\nname: @wang', ['2: a text cannot begin with "@"; put the text in quotes: name: "@wang"']],
    ['a text that begins with a backtick', 'name: `x`', ['1: a text cannot begin with "`"; put the text in quotes: name: "`x`"']],
    ['two of the same field', 'kind: rail\nkind: rail', ['2: "kind" is there twice; expected each field once']],
    ['a bracket left open', 'claims: [a, b\nkind: rail', ['2: a bracket is not closed: expected ], or the next line further to the right']],
    ['a brace left open', 'name: {en: x, zh: y\n', ['2: a bracket is not closed: expected }, or the next line further to the right']],
    ['a quotation mark left open', 'a: "x\n', ['2: a quotation mark that opens a text is not closed']],
    ['words behind a quotation', 'en: "No" is said', ['1: something stands behind the closing quotation mark; put the whole text in quotes, and a quotation mark inside it twice or of the other kind']],
    ['another column', 'a:\n  b: 1\n c: 2', ['3: this line does not begin in the same column as the fields beside it; expected the same number of spaces']],
    ['no colon', 'prompt\nkind: rail', ['1: expected a colon and a space behind the name of a field']],
    ['an alias', 'a: &a [1]\nb: *a', ['2: an alias such as *name; write the value out, or put a text that begins with a star in quotes']],
    ['an alias of nothing', 'a: *b', ['1: an alias such as *name; write the value out, or put a text that begins with a star in quotes']],
    ['a list on the line of its field', 'claims: - b', ['1: a list begins on a line of its own']],
  ])('%s', (_what, text, expected) => expect(read(text)).toEqual(expected))

  it('parses the same text once', () => {
    const first = readYaml('a: 1', 'a.yaml').file
    expect(readYaml('a: 1', 'a.yaml').file).toBe(first)
    expect(readYaml('a: 2', 'a.yaml').file.value).toEqual({ a: 2 })
  })
})
