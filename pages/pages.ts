import type { Course } from '#course'
import { languages, type Language } from '#schema/language'

/** A page of the site as its address says it: `practice/corridor.en/` is one, `en/` another, the root chooses between them. */
export interface Page {
  /** From the site's root, with a slash at its end; empty for the root itself. */
  address: string
  kind: 'door' | 'start' | 'practice'
  lang: Language
  lecture?: string
  title: string
}

/** Every page there is: a start page a language, and a practice page for every deck. */
export function pagesOf({ syllabus, decks }: Pick<Course, 'syllabus' | 'decks'>): Page[] {
  const practice = { en: 'Practice', zh: '练习' }
  return [
    { address: '', kind: 'door', lang: 'en', title: syllabus.title.en },
    ...languages.map((lang): Page => ({ address: `${lang}/`, kind: 'start', lang, title: syllabus.title[lang] })),
    ...decks.filter(deck => deck.lecture in syllabus.lectures).map(({ lecture, lang }): Page => ({
      address: `practice/${lecture}.${lang}/`,
      kind: 'practice',
      lang,
      lecture,
      title: `${syllabus.lectures[lecture]!.title[lang]} · ${practice[lang]}`,
    })),
  ]
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

/** Before the first paint: dark where it was chosen, or where the system is. Slidev's own key, so that decks agree. */
const theme = `try{var t=localStorage.getItem('slidev-color-schema')}catch(e){}if(t==='dark'||(t!=='light'&&matchMedia('(prefers-color-scheme: dark)').matches))document.documentElement.classList.add('dark')`

/** The HTML around a page; everything inside is drawn by pages/main.ts. */
export function pageHtml({ address, kind, lang, lecture, title }: Page): string {
  const up = '../'.repeat(address.split('/').length - 1) || './'
  const icon = `<link rel="icon" type="image/svg+xml" href="${up}favicon.svg">`
  const head = `<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escaped(title)}</title>\n${icon}`
  if (kind === 'door') {
    return `<!doctype html>
<html lang="en">
<head>
${head}
<script>location.replace(/^zh\\b/i.test((navigator.languages&&navigator.languages[0])||navigator.language||'')?'./zh/':'./en/')</script>
</head>
<body>
<p><a href="./en/">English</a> · <a href="./zh/" lang="zh-CN">中文</a></p>
</body>
</html>`
  }
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}" data-page="${kind}" data-lang="${lang}"${lecture ? ` data-lecture="${lecture}"` : ''}>
<head>
${head}
<meta name="color-scheme" content="light dark">
<script>${theme}</script>
</head>
<body class="page">
<div id="app"></div>
<script type="module" src="/main.ts"></script>
</body>
</html>`
}
