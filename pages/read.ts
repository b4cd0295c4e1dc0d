import { createApp, h } from 'vue'
import { nameOf } from '#course'
import { handoutTitle, runningLines } from '#handout'
import type { Language } from '#schema'
import { fetchLecture } from '../src/hosts/fetched.ts'
import Bar from './Bar.vue'
import PrintBar from './PrintBar.vue'

/** A digest stands in the page as it came: it only gets its bar, or on paper its running lines. */
export async function read(lecture: string, lang: Language, isPrinted: boolean): Promise<void> {
  const { syllabus, number } = await fetchLecture(lecture, lang)
  const course = nameOf(syllabus, lang)
  const other = () => `../../read/${lecture}.${lang === 'zh' ? 'en' : 'zh'}/${location.hash}`
  createApp({ render: () => isPrinted ? h(PrintBar, { lang, back: './' }) : h(Bar, { lang, course, home: `../../${lang}/`, toOther: other }) }).mount('#app')
  if (!isPrinted) return
  const root = document.documentElement
  root.classList.remove('dark')
  root.classList.add('print')
  const title = handoutTitle({ syllabus, number }, lecture, lang, 'digest')
  document.title = `${title} · ${course}`
  const lines = document.createElement('style')
  lines.textContent = runningLines(title, { syllabus }, lang)
  document.head.append(lines)
  await document.fonts.ready
  // Whoever prints waits for this.
  root.dataset['handout'] = 'digest'
}
