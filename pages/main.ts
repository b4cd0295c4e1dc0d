import { createApp } from 'vue'
import { provideHost, words, type Host } from '#hosts'
import type { Language } from '#schema'
import { pageHost } from '../src/hosts/page/main.ts'
import { isDrawn } from '../src/hosts/drawn.ts'
import { nameOf } from '#course'
import { fetchOverview } from '../src/hosts/fetched.ts'
import { runningLines } from '#handout'
import { layOut } from './layOut.ts'
import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/quiz.css'
import '../styles/print.css'
import './pages.css'

const { page, lang: given, lecture } = document.documentElement.dataset
const lang: Language = given === 'zh' ? 'zh' : 'en'

async function show() {
  if (page === 'start') {
    const [{ default: Start }, course] = await Promise.all([import('./Start.vue'), fetchOverview(lang)])
    createApp(Start, { lang, course }).mount('#app')
    return
  }
  const asked = new URLSearchParams(location.search).get('print')
  if (page === 'read') return (await import('./read.ts')).read(lecture!, lang, asked === 'digest')
  const sheet = asked === 'worksheet' || asked === 'key' ? asked : undefined
  const host = await pageHost(lecture!, lang, sheet)
  if (sheet) return print(host, sheet)
  const { default: Practice } = await import('./Practice.vue')
  const app = createApp(Practice)
  provideHost(app, host)
  app.mount('#app')
  // The address may name an exercise that did not exist before now.
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView()
}

/** The same exercises on paper: with room to write, or with the answers. */
async function print(host: Host, sheet: 'worksheet' | 'key') {
  const root = document.documentElement
  root.classList.remove('dark')
  root.classList.add('print')
  if (sheet === 'key') await Promise.all(Object.keys(host.data.items).map(id => host.desk(id).showAnswer()))
  const { default: Sheet } = await import('./Sheet.vue')
  const app = createApp(Sheet)
  provideHost(app, host)
  app.mount('#app')
  const title = `${host.data.number} ${host.data.syllabus.lectures[host.data.lecture]!.short[lang]} · ${words[lang].paper[sheet]}`
  document.title = `${title} · ${nameOf(host.data.syllabus, lang)}`
  const lines = document.createElement('style')
  lines.textContent = runningLines(title, { syllabus: host.data.syllabus }, lang)
  document.head.append(lines)
  await document.fonts.ready
  while (!isDrawn.value || document.querySelector('[aria-busy="true"]')) await new Promise(requestAnimationFrame)
  layOut(document.querySelector<HTMLElement>('main.sheet')!, sheet === 'worksheet' ? words[lang].paper.notes : undefined)
  // Whoever prints waits for this.
  root.dataset['handout'] = sheet
}

show().catch((error: unknown) => {
  const letter = document.createElement('p')
  letter.setAttribute('role', 'alert')
  letter.textContent = `${words[lang].page.notLoaded} ${error instanceof Error ? error.message : String(error)}`
  document.getElementById('app')!.replaceChildren(letter)
})
