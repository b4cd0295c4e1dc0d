import { ref } from 'vue'
import { createDrafts, createStore, storageKeys } from '#progress'
import type { Language } from '#schema'
import { assembleHost, browserShelf, hearDraftsUnseen, hearOtherWindows, siteFolder } from '../assemble.ts'
import { drawnBefore, groundOf } from '../drawn.ts'
import { fetchDrawings, fetchGround, fetchKeys, fetchLecture, isGraded } from '../fetched.ts'
import type { Host } from '../host.ts'
import { problemsAtWork } from '../problems.ts'
import { showMarks } from '../marks.ts'

/** Slidev's own key and words, so that decks and pages are dark together. */
const themeKey = 'slidev-color-schema'
const prefersDark = () => matchMedia('(prefers-color-scheme: dark)').matches

/** The theme of the page: reactive, kept, shared with the decks. */
export const isDark = ref(document.documentElement.classList.contains('dark'))

export function setDark(dark: boolean) {
  isDark.value = dark
  document.documentElement.classList.toggle('dark', dark)
  try {
    localStorage.setItem(themeKey, dark === prefersDark() ? 'auto' : dark ? 'dark' : 'light')
  }
  catch {
    // Kept nowhere: it holds for this page.
  }
}

/** What a page gives to the tags on it: a practice page, or the same in print. */
export async function pageHost(lecture: string, lang: Language, sheet?: Host['sheet']): Promise<Host> {
  const data = await fetchLecture(lecture, lang)
  showMarks(data.actors)
  const shelf = sheet ? undefined : browserShelf()
  const hasKeys = isGraded(lecture, lang)
  const keys = storageKeys({ folder: siteFolder(), hasKeys })
  return assembleHost({
    lang,
    medium: sheet ? 'paper' : 'page',
    sheet,
    data,
    problems: import.meta.env.DEV ? problemsAtWork() : [],
    loadKeys: () => fetchKeys(lecture, lang),
    hasKeys,
    store: createStore({ shelf, now: () => new Date(), hear: sheet ? undefined : hearOtherWindows, keys }),
    keepDrafts: onRefused => createDrafts({ shelf, key: keys.drafts, onRefused }),
    hearDrafts: sheet ? undefined : hearDraftsUnseen(keys.drafts),
    isDark: () => isDark.value,
    draw: drawnBefore(() => fetchDrawings(lecture, lang)),
    ground: groundOf(fetchGround),
    toSlide: slide => `../../slides/${lecture}.${lang}/#/${slide}`,
    toPractice: exercise => exercise ? `#${exercise}` : '#',
    digest: `../../read/${lecture}.${lang}/`,
    pauseKeys: () => () => {},
  })
}
