import { lockShortcuts, useDarkMode, useNav } from '@slidev/client'
import { configs } from '@slidev/client/env.ts'
import { getSlide, slides } from '@slidev/client/logic/slides.ts'
import { type App, reactive } from 'vue'
import type { Router } from 'vue-router'
import { createDrafts, createStore, storageKeys } from '#progress'
import type { Language } from '#schema'
import { assembleHost, browserShelf, hearDraftsUnseen, hearOtherWindows, siteFolder } from '../assemble.ts'
import { drawnBefore, groundOf } from '../drawn.ts'
import { fetchDrawings, fetchGround, fetchKeys, fetchLecture, isGraded } from '../fetched.ts'
import { provideHost } from '../host.ts'
import { showMarks } from '../marks.ts'
import { problemsAtWork } from '../problems.ts'
import { draftsOfLesson, storeOfLesson } from './lesson.ts'
import { plannedOf } from './note.ts'
import { widerNotes } from './presenter.ts'
import { setStage } from './stage.ts'
import { whitePaper } from './paper.ts'
import './chrome.css'
import './paper.css'

/** What a deck gives to the tags on its slides. The deck's head matter says `lecture` and `lang`. */
export async function provideSlidevHost(app: App, router: Router) {
  const { lecture, lang = 'en' } = configs as { lecture?: string, lang?: string }
  if (!lecture) throw new Error('the head matter of this deck should say which lecture it is, for instance "lecture: corridor"')
  const language: Language = lang.startsWith('zh') ? 'zh' : 'en'
  const isPrinting = () => /[?&]print\b/.test(location.search + location.hash) || /^#?\/?(?:export|handout)/.test(location.hash.replace(/^#\//, ''))
  const { isDark } = useDarkMode()
  const shelf = browserShelf()
  const hasKeys = isGraded(lecture, language)
  const keys = storageKeys({ folder: siteFolder(), hasKeys })

  // An address that is no slide's shows the slide that is nearest, and says which: "#/99" is the last one, "#/no-such" the first.
  router.beforeEach(({ params, name }) => {
    const asked = String(params['no'] ?? '')
    if (!asked || getSlide(asked)) return true
    return { name: name!, params: { no: Number(asked) > slides.value.length ? String(slides.value.length) : '1' } }
  })

  const { store, changed } = storeOfLesson(
    createStore({ shelf, now: () => new Date(), hear: hearOtherWindows, keys }), () => stage.lesson.since())
  const stage = app.runWithContext(() => setStage({ router, lecture, lang: language, lessonChanged: changed }))
  widerNotes()
  document.documentElement.classList.toggle('is-published', !import.meta.env.DEV)
  // Slidev's server writes its page itself: no plugin links the fonts there, as in all others.
  if (import.meta.env.DEV) document.head.prepend(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/@fonts/fonts.css' }))
  whitePaper()

  const data = await fetchLecture(lecture, language)
  // Slidev's own clock counts towards this.
  configs['duration'] = `${plannedOf(data, language).all || 80}min`

  const host = assembleHost({
    lang: language,
    medium: 'slide',
    data,
    problems: import.meta.env.DEV ? problemsAtWork() : [],
    loadKeys: () => fetchKeys(lecture, language),
    hasKeys,
    store,
    keepDrafts: onRefused => draftsOfLesson(createDrafts({ shelf, key: keys.drafts, onRefused }), stage.lesson.since),
    hearDrafts: hearDraftsUnseen(keys.drafts),
    isPrinting,
    isDark: () => isDark.value,
    draw: drawnBefore(() => fetchDrawings(lecture, language)),
    ground: groundOf(fetchGround),
    toSlide: slide => `#/${slide}`,
    // Decks stand at /slides/<lecture>.<lang>/, practice beside them at /practice/<lecture>.<lang>/, under whatever sub-path.
    toPractice: exercise => `../../practice/${lecture}.${language}/${exercise ? `#${exercise}` : ''}`,
    digest: `../../read/${lecture}.${language}/`,
    pauseKeys: lockShortcuts,
    mirror: stage.mirror,
    isLed: () => stage.isLed.value,
  })
  showMarks(host.data.actors)
  provideHost(app, host)
  // Contact sheets are made by a program that turns the slides as Slidev's development server lets it: src/cli/look/slides.ts.
  if (import.meta.env.COURSE_PAPER) Object.assign(window, { __slidev__: reactive({ nav: app.runWithContext(() => useNav()) }) })
  // As Slidev then fetches all slides: a network that fails in the middle of a lesson takes no map away. What does not come now is
  // asked for when its map is shown, and said there.
  setTimeout(() => { for (const extent of Object.keys(host.data.maps)) host.ground(extent).catch(() => undefined) }, 3000)
}
