import { checkedCells, printedFor } from '#models'
import { type Course, nameOfPerson, plainText } from '#course'
import { digestsOf, type DigestSection } from '#course/digest'
import { renderInline } from '#course/inline'
import { locators } from '#course/lecture'
import { placeOf } from '#hosts/placeOf.ts'
import { words } from '#hosts/words.ts'
import type { Language, Source, Text } from '#schema'

export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** Claims in one paragraph of the digest, at the least: an article's paragraphs of a sentence or two run on in one. */
const full = 5

/**
 * The article's paragraphs as the digest is set: short ones together, each with its number; what is left at the end joins the last. One
 * whose sentence goes on in the next (`isWhole` says no of its last claim) is never parted from it.
 */
export function gathered<Paragraph extends { claims: readonly string[] }>(paragraphs: readonly Paragraph[], isWhole: (claim: string) => boolean = () => true): Paragraph[][] {
  const size = (together: readonly Paragraph[]) => together.reduce((sum, { claims }) => sum + claims.length, 0)
  const set: Paragraph[][] = []
  for (const paragraph of paragraphs) {
    const last = set.at(-1)
    if (last && (size(last) < full || !isWhole(last.at(-1)!.claims.at(-1)!))) last.push(paragraph)
    else set.push([paragraph])
  }
  const end = set.at(-1)
  if (set.length > 1 && end && size(end) < full / 2) set.at(-2)!.push(...set.pop()!)
  return set
}

// A name keeps its capital, so only words that are none lose theirs: "Yet" and "The road …" give "Yet the road …".
const small = new RegExp(`^(?:${[
  'An?|As|Before|Both|By|Corridors?|For|From|Guarantees|If|In|Infrastructure|It|Its|Long|On|Only|Other|Outside|Political',
  'Security|Small|Such|That|The|These|They|This|To|Under|When|Where|With|Without',
].join('|')})\\b`)

/** What a claim says, after the words that join it: its first letter small within their sentence, not after a full stop. */
function runOn(joins: string, says: string): string {
  return /[.?]$/.test(joins) ? says : says.replace(small, word => word.toLowerCase())
}

/**
 * A claim as a pointer tells it that has no "gist": its first clause, or as many words as a line has.
 * "The treaty was signed in June; nobody read it." => "The treaty was signed in June"
 */
export function beginningOf(text: string, lang: Language): string {
  const most = lang === 'zh' ? 30 : 66
  const clause = lang === 'zh' ? /^[^。；]+/.exec(text)![0] : /^.+?(?=;\s|[.?!](?:\s+\p{Lu}|$)|$)/u.exec(text)![0]
  if (clause.length <= most) return clause
  const cut = clause.slice(0, most)
  const end = Math.max(...(lang === 'zh' ? ['，', '、'] : [', ', ' ']).map(mark => cut.lastIndexOf(mark)))
  return `${end > most / 3 ? cut.slice(0, end).replace(/[,，、]$/, '') : cut}${lang === 'zh' ? '……' : ' …'}`
}

/** 0 => a, 25 => z, 26 => aa */
const letter = (index: number): string => index < 26 ? String.fromCharCode(97 + index) : letter(Math.floor(index / 26) - 1) + letter(index % 26)

/**
 * The article in our words as HTML that needs no script: the page `read/<lecture>.<lang>/` has it in itself, and the handout is this page
 * printed. A claim's element has the claim for its id: "zhu-2025/no-theory".
 */
export function digestHtml(course: Course, lecture: string, lang: Language): string {
  const say = words[lang]
  const inLine = (text: Text) => renderInline(text[lang])
  const own = course.syllabus.lectures[lecture]!
  const digests = digestsOf(course, lecture)

  const known = { ...course, locators: locators(course) }

  // What is told on this page already is pointed to, and not told again: the article's own claims, and what another text said against one of them.
  const quoted = new Set<string>()
  const order = digests.flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ claims }) => claims)))
  const told = new Map(order.map((id, index) => [id, index]))
  const placed = (id: string, from: string) => escaped([id.split('/')[0] !== from.split('/')[0] && course.sources[id.split('/')[0]!]?.short[lang], placeOf(id, known, lang)].filter(Boolean).join(say.cite.join))
  /** A place alone tells nobody what stands there: it in a few words, and where. Within one article the section is enough. */
  function pointer(id: string, from: string): string {
    const { gist, says } = course.claims[id]!
    const source = id.split('/')[0]!
    const where = told.has(id) ? `<a class="where" href="#${escaped(id)}">${placed(id, from)}</a>`
      : `<span class="where">${gist ? escaped(course.sources[source]?.short[lang] ?? source) : placed(id, from)}</span>`
    return `${gist ? inLine(gist) : escaped(beginningOf(plainText(renderInline(says[lang])), lang))}${lang === 'zh' ? '（' : ' ('}${where}${lang === 'zh' ? '）' : ')'}`
  }
  function against(other: string, id: string): string {
    if (told.has(other) || quoted.has(other) || course.claims[other]!.gist) return pointer(other, id)
    quoted.add(other)
    return `${inLine(course.claims[other]!.says)} <span class="where">${placed(other, id)}</span>`
  }
  /** Two claims against each other: the first of them in the digest says so. */
  function isToldAbove(other: string, id: string): boolean {
    const { status } = course.claims[other]!
    return (told.get(other) ?? Infinity) < told.get(id)! && status !== 'stands' && 'contested' in status && status.contested.includes(id)
  }

  /** What stands for a claim in the text, without what is keyed to it. */
  function textOf(id: string): string {
    const { says, joins, reads } = course.claims[id]!
    if (reads) return inLine(reads)
    if (!joins) return inLine(says)
    return `${inLine(joins)}${lang === 'zh' ? '' : ' '}${lang === 'en' ? runOn(joins.en, inLine(says)) : inLine(says)}`
  }
  /** Whether a sentence ends with it: some go on in the claim after. */
  const isWhole = (id: string) => /[.?!。？！]["”’」）)]*$/.test(plainText(textOf(id)).trim())

  function claimHtml(id: string, keyOf: (remark: string, isAside?: boolean) => string, pointed: Set<string>): string {
    const { status, note } = course.claims[id]!
    const others = status !== 'stands' && 'contested' in status ? [...new Set(status.contested)].filter(other => course.claims[other] && !isToldAbove(other, id)) : []
    // What has been pointed to in this paragraph need not be again, beside something that has not.
    const fresh = others.filter(other => !pointed.has(other))
    const shown = fresh.length ? fresh : others
    for (const other of shown) pointed.add(other)
    const isFailing = status !== 'stands' && 'fails' in status
    const remarks = [
      ...isFailing ? [`<b class="fails">≠ ${say.read.fails}</b>${say.colon}${inLine(status.fails)}`] : [],
      ...shown.length ? [`<b>${say.read.against}</b>${say.colon}${shown.map(other => against(other, id)).join(lang === 'zh' ? '；' : '; ')}`] : [],
    ]
    const text = textOf(id)
    const mark = isFailing ? '<span class="fails" aria-hidden="true">\u00A0≠</span>' : ''
    // Joined to the word before it: no line begins with a letter of reference.
    const key = remarks.length ? `<sup>\u2060${keyOf(remarks.join(' '))}</sup>` : ''
    const aside = note ? `<sup class="aside">\u2060${keyOf(`<b>${say.read.note}</b>${say.colon}${inLine(note)}`, true)}</sup>` : ''
    return `<span class="claim" id="${escaped(id)}">${text}${mark}${key}${aside}</span>`
  }

  /** What a sentence's footnote is, sentence by sentence, and where there is none: one paragraph at the end, since it is for whoever looks things up. */
  function footnotesHtml(source: string): string {
    const own = order.filter(id => id.startsWith(`${source}/`) && course.claims[id]!.footnote)
    if (own.length === 0) return ''
    const link = (id: string) => `<a class="where" href="#${escaped(id)}">${placed(id, id)}</a>`
    const sentences = own.flatMap((id) => {
      const footnote = course.claims[id]!.footnote!
      return footnote === 'none' ? [] : [`${inLine(footnote).replace(/[.。]$/, '')}${lang === 'zh' ? `（${link(id)}）。` : ` (${link(id)}).`}`]
    })
    const without = [...new Map(own.filter(id => course.claims[id]!.footnote === 'none').map(id => [placed(id, id), link(id)])).values()]
    if (without.length) sentences.push(say.read.noFootnotes(without.join(lang === 'zh' ? '、' : ', ')))
    return `<section class="footnotes" aria-labelledby="${escaped(source)}-footnotes">\n<h3 id="${escaped(source)}-footnotes">${say.read.footnotes}</h3>\n<p>${[say.read.footnotesLead, ...sentences].join(lang === 'zh' ? '' : ' ')}</p>\n</section>`
  }

  function sectionHtml({ number, title, paragraphs, series }: DigestSection, source: string): string {
    const heading = `${/^\d/.test(number) ? `<span class="number">${escaped(number)}</span> ` : ''}${inLine(title)}`
    const space = lang === 'zh' ? '' : ' '
    const prose = gathered(paragraphs, isWhole).map((together) => {
      // From a in each paragraph, what speaks against a sentence; from 1, what we remark on it, on the screen alone. What is said of two sentences is said once.
      const remarks: string[] = []
      const asides: string[] = []
      const pointed = new Set<string>()
      const at = (list: string[], remark: string) => list.includes(remark) ? list.indexOf(remark) : list.push(remark) - 1
      const keyOf = (remark: string, isAside = false) => isAside ? String(at(asides, remark) + 1) : letter(at(remarks, remark))
      const text = together.map(({ number, claims }) =>
        `${claims.map(id => claimHtml(id, keyOf, pointed)).join(space)}\u00A0<span class="where">${say.cite.place('', String(number))}</span>`)
      const list = (name: string, keyed: string[]) => keyed.length ? `\n<ul class="${name}">${keyed.join('')}</ul>` : ''
      return `<p>${text.join(' ')}</p>${list('remarks', remarks.map((remark, index) => `<li><b class="key">${letter(index)}</b> ${remark}</li>`))}${list('remarks aside', asides.map((aside, index) => `<li><b class="key">${index + 1}</b> ${aside}</li>`))}`
    })
    const tables = series.map(([, each]) => {
      const rows = Object.entries(checkedCells(each, event => course.events[event]?.date)).map(([path, { text, holds, fails }]) => {
        const [row, column] = path.split('/') as [string, string]
        const cell = each.rows[row]?.cells[column]
        const printed = cell && 'printed' in cell ? printedFor(cell.printed, lang, course.units) : ''
        return `<tr><th scope="row">${inLine(each.rows[row]!.name)}${say.cite.join}${inLine(each.columns[column]!)}</th><td>${escaped(printed)}</td><td class="ours">${escaped(text)}</td><td>${holds ? `=\u00A0${say.series.yes}` : `<b class="fails">≠\u00A0${say.series.no}</b>${fails ? ` ${inLine(fails)}` : ''}`}</td></tr>`
      })
      const [printed, ours] = say.read.columns
      return `<table class="recomputed"><caption>${say.read.recomputed}${say.colon}${inLine(each.title)}</caption><thead><tr><td></td><th scope="col">${printed}</th><th scope="col">${ours}</th><td></td></tr></thead><tbody>${rows.join('')}</tbody></table>`
    })
    return `<section aria-labelledby="${escaped(source)}-${escaped(number)}">\n<h3 id="${escaped(source)}-${escaped(number)}">${heading}</h3>\n${[...prose, ...tables].join('\n')}\n</section>`
  }

  const whole = digests.map(({ source, sections }) => {
    const found = course.sources[source]!
    return `<article class="text" aria-labelledby="${escaped(source)}">
<h2 id="${escaped(source)}">${titleOf(found, lang)}</h2>
<p class="reference">${referenceOf(found, lang)}</p>
<p class="stands"><b>${say.read.standpoint}</b>${say.colon}${inLine(found.standpoint)}</p>
${[...sections.map(section => sectionHtml(section, source)), footnotesHtml(source)].filter(Boolean).join('\n')}
</article>`
  })
  return `<header class="opening">
<p class="kicker"><b>${say.page.lecture(Object.keys(course.syllabus.lectures).indexOf(lecture) + 1)}</b> <span>${inLine(own.title)}</span></p>
<h1>${say.read.name}</h1>
<p class="question">${inLine(own.question)}</p>
<p class="lead">${say.read.lead}<span class="aside">${say.read.leadAside}</span>${say.read.leadEnd}</p>
<p class="doors"><a href="../../practice/${lecture}.${lang}/">${say.read.toPractice}</a> <a href="../../slides/${lecture}.${lang}/">${say.read.toSlides}</a> <a href="./?print=digest">${say.read.print}</a></p>
</header>
${whole.join('\n')}
<footer class="end quiet"><p>${escaped(plainText(course.syllabus.cite[lang]))}</p></footer>`
}

/** In the page's language where the source has a title in it, with the original behind it. */
function titleOf({ title, short }: Source, lang: Language): string {
  const [first, second] = lang === 'zh' ? [title.native ?? title.en, undefined] : [title.en ?? title.native, title.native]
  return `${escaped(first ?? short[lang])}${second && second !== first ? ` <span class="native" lang="zh-CN">${escaped(second)}</span>` : ''}`
}

/** "Zhang Zeming 张泽明. Russian Studies 2026, no. 2, pp. 121–145." */
function referenceOf({ author, container, issued, issue, page }: Source, lang: Language): string {
  const names = author.map((person) => {
    const name = escaped(nameOfPerson(person, lang))
    return lang === 'en' && person.native ? `${name} <span lang="zh-CN">${escaped(person.native)}</span>` : name
  })
  const journal = lang === 'zh' ? container?.native ?? container?.en : container?.en ?? container?.native
  const year = issued.slice(0, 4)
  if (lang === 'zh') return [names.join('、'), [journal && `《${escaped(journal)}》`, `${year}年`, issue && `第${escaped(issue)}期`].filter(Boolean).join(''), page && `<span class="nowrap">第${escaped(page).replace('–', '—')}页</span>`].filter(Boolean).join('，')
  return [names.join(', '), [journal && `<em>${escaped(journal)}</em> ${year}`, issue && `no. ${escaped(issue)}`, page && `<span class="nowrap">pp. ${escaped(page)}</span>`].filter(Boolean).join(', ')].filter(Boolean).join('. ')
}
