import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCourse } from '#course/disk'
import { digestsOf } from '#course/digest'
import { plainMarkdown } from '#course/inline'
import { finishedLectures } from '#course/lecture'
import { courseRoot, houseRoot } from '#course/roots'
import { languages } from '#schema'
import { beginningOf, digestHtml, gathered } from './digest-html.ts'

const course = readCourse(join(houseRoot, 'tests/fixture-course'))
const plain = (html: string) => html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').replace(/&quot;/g, '"').replace(/&amp;/g, '&')
const claims = digestsOf(course, 'salt').flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ claims }) => claims)))

describe.each(languages)('the article in our words, %s', (lang) => {
  const html = digestHtml(course, 'salt', lang)
  const text = plain(html)

  it('has every claim of the article, each in an element that can be linked to', () => {
    expect(claims.length).toBeGreaterThan(10)
    for (const id of claims) {
      expect(text, id).toContain(plain(plainMarkdown(course.claims[id]!.says[lang])))
      expect(html.split(`id="${id}"`).length - 1, id).toBe(1)
    }
  })
  it('says of what does not check why it does not, and of nothing else', () => {
    const failing = claims.filter(id => typeof course.claims[id]!.status === 'object' && 'fails' in (course.claims[id]!.status as object))
    expect(failing).toEqual(['varga-2031/gate-shut'])
    expect(html.split('class="fails"').length - 1 - (html.match(/<table[\s\S]*?<\/table>/g) ?? []).join('').split('class="fails"').length + 1).toBe(2 * failing.length)
    expect(text).toContain(plain((course.claims['varga-2031/gate-shut']!.status as { fails: Record<string, string> }).fails[lang]!))
  })
  it('puts the figures that are recomputed beside those that are printed', () => {
    const loads = course.series['salt/loads']!
    const salt = loads.rows['grey-salt']!
    const growth = (printed: string) => ({
      ...loads,
      columns: { ...loads.columns, growth: { en: 'growth', zh: '增长' } },
      rows: { 'grey-salt': { ...salt, cells: { ...salt.cells, growth: { printed } } } },
      computed: { grows: { of: { growth: ['grey-salt/before', 'grey-salt/after'] as [string, string] }, printed: 'grey-salt/growth' } },
    })
    const table = (printed: string) => plain(/<table[\s\S]*?<\/table>/.exec(digestHtml({ ...course, series: { 'salt/growth': growth(printed) } }, 'salt', lang))![0])
    expect(table('23.79%')).toMatch(/23\.79%.*23\.79.*=/)
    expect(table('25.00%')).toMatch(/25\.00%.*23\.79.*≠/)
  })
  it('names author, journal and where the text stands', () => {
    const source = course.sources['varga-2031']!
    expect(text).toContain(plain(source.standpoint[lang]))
    expect(text).toContain('2031')
  })
  it('joins a claim to the one above, where it says how', () => {
    const id = claims[1]!
    const joined = (en: string, says: string) => {
      const claim = { ...course.claims[id]!, says: { en: says, zh: '路断了。' }, joins: { en, zh: '于是，' } }
      return plain(digestHtml({ ...course, claims: { ...course.claims, [id]: claim } }, 'salt', lang))
    }
    expect(joined('And so', 'The road was cut.')).toContain(lang === 'en' ? 'And so the road was cut.' : '于是，路断了。')
    // A name keeps its capital, and so does a sentence of its own.
    expect(joined('And so', 'Varga left.')).toContain(lang === 'en' ? 'And so Varga left.' : '于是，路断了。')
    expect(joined('Then it rained.', 'The road was cut.')).toContain(lang === 'en' ? 'Then it rained. The road was cut.' : '于是，路断了。')
  })
  it('points to what stands against a claim on this page, once a paragraph, and tells what stands elsewhere', () => {
    const [first, other] = [claims[0]!, claims.at(-1)!]
    const elsewhere = Object.keys(course.claims).find(id => !claims.includes(id))!
    const against = (...contested: string[]) => ({ ...course, claims: { ...course.claims, [first]: { ...course.claims[first]!, status: { contested } } } })
    const here = digestHtml(against(other, other), 'salt', lang)
    expect(here.split(`href="#${other}"`).length - 1).toBe(1)
    expect(plain(here).split(plain(plainMarkdown(course.claims[other]!.says[lang]))).length - 1).toBe(1)
    const twice = { ...course, claims: { ...course.claims, ...Object.fromEntries([first, other].map(id => [id, { ...course.claims[id]!, status: { contested: [elsewhere] } }])) } }
    expect(plain(digestHtml(twice, 'salt', lang)).split(plain(plainMarkdown(course.claims[elsewhere]!.says[lang]))).length - 1).toBe(1)
  })
  const withClaims = (changes: Record<string, object>) => digestHtml({ ...course, claims: { ...course.claims, ...Object.fromEntries(Object.entries(changes).map(([id, change]) => [id, { ...course.claims[id]!, ...change }])) } }, 'salt', lang)
  it('reads a claim in the words it has for its row', () => {
    const reads = { en: 'a ford,', zh: '一处渡口，' }
    expect(plain(withClaims({ [claims[1]!]: { reads } }))).toContain(reads[lang])
    expect(plain(withClaims({ [claims[1]!]: { reads } }))).not.toContain(plain(plainMarkdown(course.claims[claims[1]!]!.says[lang])))
  })
  it('gives a remark the letter that stands at its sentence, and one that two sentences share but once', () => {
    const paragraph = /<p>.*?<\/p>\n<ul class="remarks">.*?<\/ul>/s
    const note = { en: 'Said twice.', zh: '说了两次。' }
    const [first, second] = claims as [string, string]
    const fails = { fails: note }
    const shared = paragraph.exec(withClaims({ [first]: { status: fails }, [second]: { status: fails } }))![0]
    expect([...shared.matchAll(/<sup>\u2060(\w+)<\/sup>/g)].map(([, key]) => key).slice(0, 2)).toEqual(['a', 'a'])
    expect(shared.split(note[lang]).length - 1).toBe(1)
    expect(shared).toContain('<li><b class="key">a</b> ')
    // What we remark has a number, and is left out on paper with it.
    const remarked = withClaims({ [first]: { note, status: 'stands' }, [second]: { note, status: 'stands' } })
    expect(remarked.split('<sup class="aside">\u20601</sup>').length - 1).toBeGreaterThanOrEqual(2)
    expect(remarked).toContain('<ul class="remarks aside"><li><b class="key">1</b> ')
  })
  it('says in a few words what it points to', () => {
    const [first, last] = [claims[0]!, claims.at(-1)!]
    const html = withClaims({ [first]: { status: { contested: [last] } }, [last]: { gist: { en: 'the seal is lost', zh: '印章已失' }, status: 'stands' } })
    expect(plain(html)).toMatch(lang === 'zh' ? /异议：印章已失（.*第\d+段）/ : /Against it: the seal is lost \(.*¶\d+\)/)
  })
  it('of two claims against each other tells the first', () => {
    const [first, last] = [claims[0]!, claims.at(-1)!]
    const html = withClaims({ [first]: { status: { contested: [last] } }, [last]: { status: { contested: [first] } } })
    expect([html.includes(`href="#${last}"`), html.includes(`href="#${first}"`)]).toEqual([true, false])
  })
  it('gathers what is said of footnotes at the end, and where there is none in one sentence', () => {
    const footnote = { en: 'For the seal it is a letter of 1871.', zh: '印章一句，所引是1871年的信。' }
    const html = withClaims({ [claims[0]!]: { footnote }, [claims[1]!]: { footnote: 'none' }, [claims.at(-1)!]: { footnote: 'none' } })
    const end = /<section class="footnotes".*?<\/section>/s.exec(html)![0]
    expect(plain(end)).toContain(footnote[lang].replace(/[.。]$/, ''))
    expect(end.match(/href="#/g)).toHaveLength(3)
    expect(html.slice(0, html.indexOf('<section class="footnotes"'))).not.toContain(footnote[lang])
    expect(digestHtml(course, 'salt', lang)).not.toContain('class="footnotes"')
  })
  it('lets no text of an author become a tag', () => {
    const odd = { ...course, claims: { ...course.claims, [claims[0]!]: { ...course.claims[claims[0]!]!, says: { en: 'a < b <script>', zh: 'a < b <script>' } } } }
    expect(digestHtml(odd, 'salt', lang)).not.toContain('<script>')
  })
})

describe('a claim in short, where on paper a place alone would stand', () => {
  it.each([
    ['its first clause', 'en', 'The treaty was signed in June; nobody read it.', 'The treaty was signed in June'],
    ['a point inside an abbreviation ends nothing', 'en', 'The U.S. and Varga signed it. Nobody read it.', 'The U.S. and Varga signed it'],
    ['the words of a line', 'en', `The road ${'runs on and '.repeat(9)}ends.`, `The road ${'runs on and '.repeat(4)}runs on …`],
    ['到分号为止', 'zh', '条约六月签署；无人读过。', '条约六月签署'],
    ['太长就到逗号为止', 'zh', `${'路一直向前'.repeat(5)}，${'再向前'.repeat(8)}。`, `${'路一直向前'.repeat(5)}……`],
  ] as const)('%s', (_, lang, text, short) => expect(beginningOf(text, lang)).toBe(short))
})

/** Of the invented course, and of the lectures here. */
const everyDigest = [course, readCourse(courseRoot())].flatMap(course => finishedLectures(course).flatMap(lecture => languages.map(lang => [lecture, lang, course] as const)))

describe('the paragraphs of the digest', () => {
  const sizes = (...counts: number[]) => gathered(counts.map(count => ({ claims: Array.from({ length: count }, String) })))
    .map(together => together.map(({ claims }) => claims.length))
  it.each([
    ['short ones run on in one', [1, 2, 1, 3, 6], [[1, 2, 1, 3], [6]]],
    ['a long one stands alone', [6, 5, 7], [[6], [5], [7]]],
    ['what is left at the end joins the last', [5, 6, 1, 1], [[5], [6, 1, 1]]],
    ['unless it is enough for one of its own', [5, 2, 1], [[5], [2, 1]]],
    ['a section of one sentence is one paragraph', [1], [[1]]],
    ['and none is none', [], []],
  ])('%s', (_, counts, set) => expect(sizes(...counts)).toEqual(set))
  it('where a sentence goes on in the next, they are not parted', () => {
    const of = (...ids: string[]) => ({ claims: ids })
    const set = gathered([of('a', 'b', 'c', 'd', 'goes-on'), of('f', 'g', 'h'), of('i', 'j', 'k', 'l', 'm')], id => id !== 'goes-on')
    expect(set.map(together => together.flatMap(({ claims }) => claims).length)).toEqual([8, 5])
  })
  it.each(everyDigest)('of %s, %s: none ends in mid-sentence', (lecture, lang, course) => {
    const ends = [...digestHtml(course, lecture, lang).matchAll(/^<p>(<span class="claim"[\s\S]*?)<\/p>/gm)].map(([, text]) =>
      plain(text!.replace(/<sup.*?<\/sup>|<span class="(?:where|fails)".*?<\/span>/g, '')).trim())
    expect(ends.length).toBeGreaterThan(3)
    expect(ends.filter(end => !/[.?!。？！]["”’」）)]*$/.test(end)).map(end => end.slice(-60))).toEqual([])
  })
})
