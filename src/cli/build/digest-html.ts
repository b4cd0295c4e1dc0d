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

/** The article's paragraphs as the digest is set: short ones together, each with its number; what is left at the end joins the last. */
export function gathered<Paragraph extends { claims: readonly string[] }>(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const size = (together: readonly Paragraph[]) => together.reduce((sum, { claims }) => sum + claims.length, 0)
  const set: Paragraph[][] = []
  for (const paragraph of paragraphs) {
    const last = set.at(-1)
    if (last && size(last) < full) last.push(paragraph)
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
 * A claim as a pointer on paper tells it: its first clause, or as many words as a line has.
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

/**
 * The article in our words as HTML that needs no script: the page `read/<lecture>.<lang>/` has it in itself, and the handout is this page
 * printed. A claim's element has the claim for its id: "zhu-2025/no-theory".
 */
export function digestHtml(course: Course, lecture: string, lang: Language): string {
  const say = words[lang]
  const inLine = (text: Text) => renderInline(text[lang])
  const own = course.syllabus.lectures[lecture]!
  const digests = digestsOf(course, lecture)

  const short = (source: string) => escaped(course.sources[source]?.short[lang] ?? source)
  const known = { ...course, locators: locators(course) }
  const place = (id: string) => escaped(placeOf(id, known, lang))

  // What is told on this page already is pointed to, and not told again: the article's own claims, and what another text said against one of them.
  const quoted = new Set<string>()
  const told = new Set(digests.flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ claims }) => claims))))
  /** Within one article the section is enough. */
  const pointer = (id: string, from: string): string => {
    const source = id.split('/')[0]!
    const where = [source !== from.split('/')[0] && short(source), place(id)].filter(Boolean).join(say.cite.join)
    return `<a class="where" href="#${escaped(id)}"${beginning(id)}>${where}</a>`
  }
  /** On paper nobody presses a place: its beginning is read there, after a colon. */
  const beginning = (id: string) => ` data-says="${escaped(say.colon + beginningOf(plainText(renderInline(course.claims[id]!.says[lang])), lang))}"`
  function stoodAgainst(id: string): string {
    const where = [short(id.split('/')[0]!), place(id)].filter(Boolean).join(say.cite.join)
    const again = quoted.has(id)
    quoted.add(id)
    return again ? `<span class="where"${beginning(id)}>${where}</span>` : `${inLine(course.claims[id]!.says)} <span class="where">${where}</span>`
  }

  function claimHtml(id: string): { text: string, remarks: string[], pointers: string[] } {
    const { says, status, note, joins } = course.claims[id]!
    const against = status !== 'stands' && 'contested' in status ? status.contested.filter(other => course.claims[other]) : []
    const remarks = status === 'stands' ? []
      : 'fails' in status ? [`<b class="fails">≠ ${say.read.fails}</b>${say.colon}${inLine(status.fails)}`]
        : against.filter(other => !told.has(other)).map(other => `<b>${say.read.against}</b>${say.colon}${stoodAgainst(other)}`)
    if (note) remarks.push(`<b class="note">${say.read.note}</b>${say.colon}${inLine(note)}`)
    const mark = status !== 'stands' && 'fails' in status ? '<span class="fails" aria-hidden="true">\u00A0≠</span>' : ''
    return { text: `<span class="claim" id="${escaped(id)}">${joins ? `${inLine(joins)}${lang === 'zh' ? '' : ' '}` : ''}${joins && lang === 'en' ? runOn(joins.en, inLine(says)) : inLine(says)}${mark}</span>`, remarks, pointers: against.filter(other => told.has(other)).map(other => pointer(other, id)) }
  }

  function sectionHtml({ number, title, paragraphs, series }: DigestSection, source: string): string {
    // 第二部分 says its number itself.
    const heading = `${/^\d/.test(number) && !/^第/.test(title[lang]) ? `<span class="number">${escaped(number)}</span> ` : ''}${inLine(title)}`
    const space = lang === 'zh' ? '' : ' '
    const prose = gathered(paragraphs).map((together) => {
      const here = together.map(({ number, claims }) => ({ number, parts: claims.map(claimHtml) }))
      const parts = here.flatMap(each => each.parts)
      // Two claims of one paragraph are one place to look.
      const pointers = new Map(parts.flatMap(part => part.pointers).map(each => [each.replace(/<[^>]*>/g, ''), each]))
      const elsewhere = [...pointers.values()].join(lang === 'zh' ? '、' : '; ')
      const remarks = [...new Set(parts.flatMap(part => part.remarks)), ...elsewhere ? [`<b>${say.read.against}</b>${say.colon}${elsewhere}`] : []]
      const text = here.map(({ number, parts: [...said] }) =>
        `${said.map(part => part.text).join(space)}\u00A0<span class="where">${say.cite.place('', String(number))}</span>`)
      return `<p>${text.join(' ')}</p>${remarks.length ? `\n<ul class="remarks">${remarks.map(remark => `<li>${remark}</li>`).join('')}</ul>` : ''}`
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
${sections.map(section => sectionHtml(section, source)).join('\n')}
</article>`
  })
  return `<header class="opening">
<p class="kicker"><b>${say.page.lecture(Object.keys(course.syllabus.lectures).indexOf(lecture) + 1)}</b> <span>${inLine(own.title)}</span></p>
<h1>${say.read.name}</h1>
<p class="question">${inLine(own.question)}</p>
<p class="lead">${say.read.lead}</p>
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
  if (lang === 'zh') return [names.join('、'), [journal && `《${escaped(journal)}》`, `${year}年`, issue && `第${escaped(issue)}期`].filter(Boolean).join(''), page && `<span class="nowrap">第${escaped(page)}页</span>`].filter(Boolean).join('，')
  return [names.join(', '), [journal && `<em>${escaped(journal)}</em> ${year}`, issue && `no. ${escaped(issue)}`, page && `<span class="nowrap">pp. ${escaped(page)}</span>`].filter(Boolean).join(', ')].filter(Boolean).join('. ')
}
