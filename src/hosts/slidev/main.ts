import { lockShortcuts, useDarkMode } from '@slidev/client'
import { configs } from '@slidev/client/env.ts'
import type { App } from 'vue'
import { createDrafts, createStore, storageKeys } from '#progress'
import type { Language } from '#schema'
import { assembleHost, browserShelf, hearDraftsUnseen, hearOtherWindows, siteFolder } from '../assemble.ts'
import { drawnBefore } from '../drawn.ts'
import { fetchDrawings, fetchKeys, fetchLecture, isGraded } from '../fetched.ts'
import { provideHost } from '../host.ts'
import { showMarks } from '../marks.ts'
import './chrome.css'

/** What a deck gives to the tags on its slides. The deck's head matter says `lecture` and `lang`. */
export async function provideSlidevHost(app: App) {
  const { lecture, lang = 'en' } = configs as { lecture?: string, lang?: string }
  if (!lecture) throw new Error('the head matter of this deck should say which lecture it is, for instance "lecture: corridor"')
  const language: Language = lang.startsWith('zh') ? 'zh' : 'en'
  const isPrinting = () => /[?&]print\b/.test(location.search + location.hash) || /^#?\/?(?:export|handout)/.test(location.hash.replace(/^#\//, ''))
  const { isDark } = useDarkMode()
  const shelf = browserShelf()
  const hasKeys = isGraded(lecture, language)
  const keys = storageKeys({ folder: siteFolder(), hasKeys })
  const host = assembleHost({
    lang: language,
    medium: 'slide',
    data: await fetchLecture(lecture, language),
    loadKeys: () => fetchKeys(lecture, language),
    hasKeys,
    store: createStore({ shelf, now: () => new Date(), hear: hearOtherWindows, keys }),
    keepDrafts: onRefused => createDrafts({ shelf, key: keys.drafts, onRefused }),
    hearDrafts: hearDraftsUnseen(keys.drafts),
    isPrinting,
    isDark: () => isDark.value,
    draw: drawnBefore(() => fetchDrawings(lecture, language)),
    toSlide: slide => `#/${slide}`,
    // Decks stand at /slides/<lecture>.<lang>/, practice beside them at /practice/<lecture>.<lang>/, under whatever sub-path.
    toPractice: exercise => `../../practice/${lecture}.${language}/${exercise ? `#${exercise}` : ''}`,
    pauseKeys: lockShortcuts,
  })
  showMarks(host.data.actors)
  provideHost(app, host)
}
