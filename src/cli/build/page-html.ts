import type { Course } from '#course'
import { languages, type Language } from '#schema/language'
import { words } from '#hosts/words.ts'
import { digestHtml, escaped } from './digest-html.ts'

/** A page of the site as its address says it: `practice/corridor.en/` is one, `en/` another, the root chooses between them. */
export interface Page {
  /** From the site's root, with a slash at its end; empty for the root itself. */
  address: string
  kind: 'door' | 'start' | 'practice' | 'read'
  lang: Language
  lecture?: string
  title: string
}

/** Every page there is: a start page a language; a practice page and a digest for every deck. */
export function pagesOf({ syllabus, decks }: Pick<Course, 'syllabus' | 'decks'>): Page[] {
  const nameOf = { practice: (lang: Language) => words[lang].page.practice, read: (lang: Language) => words[lang].read.name }
  return [
    { address: '', kind: 'door', lang: 'en', title: syllabus.title.en },
    ...languages.map((lang): Page => ({ address: `${lang}/`, kind: 'start', lang, title: syllabus.title[lang] })),
    ...decks.filter(deck => deck.lecture in syllabus.lectures).flatMap(({ lecture, lang }) => (['practice', 'read'] as const).map((kind): Page => ({
      address: `${kind}/${lecture}.${lang}/`,
      kind,
      lang,
      lecture,
      title: `${syllabus.lectures[lecture]!.title[lang]} · ${nameOf[kind](lang)}`,
    }))),
  ]
}

/** What stands in the HTML of a page itself: a digest is read without a script. */
export const contentOf = ({ kind, lecture, lang }: Page, course: Course): string | undefined => kind === 'read' ? digestHtml(course, lecture!, lang) : undefined

/** Before the first paint: dark where it was chosen, or where the system is. Slidev's own key, so that decks agree. */
const theme = `try{var t=localStorage.getItem('slidev-color-schema')}catch(e){}if(t==='dark'||(t!=='light'&&matchMedia('(prefers-color-scheme: dark)').matches))document.documentElement.classList.add('dark')`

/** What a page says that nobody has drawn: opened from a folder, where browsers load no scripts, or with scripts off. */
const needs = [
  'This page needs JavaScript, and a web server: in the folder of the course, <code>npm run preview</code> is one.',
  '<span lang="zh-CN">本页需要启用 JavaScript，并通过网页服务器打开：在课程文件夹中运行 <code>npm run preview</code> 即可。</span>',
].map(text => `<p>${text}</p>`).join('')
export const unless = {
  /** In the element that the page is drawn in: gone as soon as it is. */
  inside: `<div id="needs" hidden>${needs}</div><noscript>${needs}</noscript>`,
  /** After it. */
  after: `<script>if(location.protocol==='file:')document.getElementById('needs').hidden=false</script>`,
}

/** The scripts and styles of a page: what Vite takes them from, or what it has built of that. */
const source = '<script type="module" src="/main.ts"></script>'
/** What the pages are built of: the application alone. */
export const templateHtml = `<!doctype html>\n<html><head></head><body>${source}</body></html>`
/** The scripts and styles of the application as it was built, for a page so many folders below the root. */
export const builtTags = (template: string, toRoot: string): string => [...template.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="\.\/[^>]*>(?:<\/script>)?/g)]
  .map(([tag]) => tag.replace(/((?:src|href)=")\.\//, `$1${toRoot}`)).join('\n')

/** "../../" for "practice/corridor.en/" */
export const toRoot = (address: string): string => '../'.repeat(address.split('/').length - 1) || './'

/**
 * The HTML around a page; everything inside is drawn by pages/main.ts, but for what is to be read without a script: `content`, under the
 * bar that is. `head` is what a built page has besides: its files and scripts.
 */
export function pageHtml({ address, kind, lang, lecture, title }: Page, head?: string, content?: string): string {
  const icon = `<link rel="icon" type="image/svg+xml" href="${toRoot(address)}favicon.svg">`
  const always = `<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escaped(title)}</title>\n${icon}`
  if (kind === 'door') {
    return `<!doctype html>
<html lang="en">
<head>
${always}
<script>location.replace((/^zh\\b/i.test((navigator.languages&&navigator.languages[0])||navigator.language||'')?'./zh/':'./en/')+(location.protocol==='file:'?'index.html':''))</script>
</head>
<body>
<p><a href="./en/index.html">English</a> · <a href="./zh/index.html" lang="zh-CN">中文</a></p>
</body>
</html>`
  }
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}" data-page="${kind}" data-lang="${lang}"${lecture ? ` data-lecture="${lecture}"` : ''}>
<head>
${always}
<meta name="color-scheme" content="light dark">
<script>${theme}</script>${head === undefined ? '' : `\n${head}`}
</head>
<body class="page">
${content === undefined ? `<div id="app">${unless.inside}</div>\n${unless.after}` : `<div id="app"></div>\n<main id="content" class="read" tabindex="-1">\n${content}\n</main>`}${head === undefined ? `\n${source}` : ''}
</body>
</html>`
}
