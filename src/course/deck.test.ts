import { describe, expect, it } from 'vitest'
import { readDeck, tagsOf, UnreadableDeck } from './deck.ts'
import { deckName } from './names.ts'

const deck = `---
lecture: demo
layout: opening
routeAlias: start
# a comment inside front matter
---

# Salt made the road

<Cite claim="salt-2031/toll" />

<!--
say: Salt paid.
next: On.
-->

---
layout: exercise
routeAlias: try
---

<Exercise
  id="demo/toll" />

\`\`\`md
<NotATag />
\`\`\`
`

describe('a deck', () => {
  const read = readDeck(deck, 'slides/demo.en.md')
  it('knows its lecture, language, ids and layouts', () => {
    expect([read.lecture, read.lang, read.slides.map(slide => [slide.id, slide.layout, slide.line])])
      .toEqual(['demo', 'en', [['start', 'opening', 1], ['try', 'exercise', 17]]])
  })
  it('finds headline, note and tags with their lines', () => {
    expect(read.slides[0]).toMatchObject({ headline: 'Salt made the road', note: { say: 'Salt paid.', next: 'On.' } })
    expect(read.slides[0]!.tags).toEqual([{ name: 'Cite', attributes: { claim: 'salt-2031/toll' }, line: 10 }])
    expect(read.slides[1]!.tags).toEqual([{ name: 'Exercise', attributes: { id: 'demo/toll' }, line: 22 }])
  })
  it.each([
    ['bound attributes keep their colon', '<Framework :step="2" id="a/b" />', [{ name: 'Framework', attributes: { ':step': '2', id: 'a/b' }, line: 1 }]],
    ['tags inside tags', '<div>\n<v-click><Term id="a/b" /></v-click></div>', [{ name: 'v-click', attributes: {}, line: 2 }, { name: 'Term', attributes: { id: 'a/b' }, line: 2 }]],
    ['a comment holds none', '<!-- <Cite claim="x/y" /> -->', []],
    ['inline code holds none', 'Type `<Cite claim="x/y" />`.', []],
    ['a lone < is text', 'if a < b then <Cite claim="x/y" />', [{ name: 'Cite', attributes: { claim: 'x/y' }, line: 1 }]],
  ])('%s', (_name, content, tags) => expect(tagsOf(content, 1)).toEqual(tags))
  it('a headline is its words, not how they are set', () => {
    expect(() => readDeck('---\nx: *nowhere\n---\n', 'slides/demo.en.md')).toThrow(UnreadableDeck)
    expect(readDeck('# 一条路，<br>由<span class="nowrap">谁来</span>治理？', 'slides/demo.zh.md').slides[0]!.headline).toBe('一条路，由谁来治理？')
  })
  it('a line that is broken by hand in English has a space there, in Chinese none', () => {
    expect(readDeck('# A later document plans 49 years,<br>then 50', 'slides/demo.en.md').slides[0]!.headline).toBe('A later document plans 49 years, then 50')
    expect(readDeck('# 三国相互竞争，<br />谁也不能独自改写规则', 'slides/demo.zh.md').slides[0]!.headline).toBe('三国相互竞争，谁也不能独自改写规则')
  })
  it('a headline may be set as HTML', () => {
    expect(readDeck('<h1 class="long">Whose rules do you <em>sign</em>?</h1>\n\n# Not this', 'slides/demo.en.md').slides[0]!.headline).toBe('Whose rules do you sign?')
  })
  it.each([['slides/corridor.zh.md', { lecture: 'corridor', lang: 'zh' }], ['slides/corridor.md', undefined], ['slides/corridor.fr.md', undefined]])('%s', (path, name) => {
    expect(deckName(path)).toEqual(name)
  })
})
