import { sharedState, useNav } from '@slidev/client'
import { fullscreen, showGotoDialog, syncDirections } from '@slidev/client/state/storage.ts'
import { useEventListener, useWakeLock } from '@vueuse/core'
import { type ComputedRef, computed, effectScope, ref, type Ref, watch } from 'vue'
import type { Router } from 'vue-router'
import { storageName } from '#progress'
import type { Language } from '#schema'
import { createMirror, type Mirror, type States } from '../mirror.ts'
import { createLesson, type Lesson } from './lesson.ts'

/** Nothing, or what lies over the slide until a key is pressed. */
export type Cover = '' | 'black' | 'white'

interface Place { slide: string, clicks: number }

/** What the windows of a lecture tell each other, in whichever language they are. Only a presenter's window is obeyed. */
type Said =
  /** `at`: unless her slides are hers alone for now. */
  | { is: 'here', states: States, at: Place | undefined }
  | { is: 'states', states: States }
  | { is: 'gone' }
  | { is: 'place', lang: Language, slide: string, clicks: number }
  | { is: 'language', lang: Language, slide: string, clicks: number }
  /** These three come from windows that follow. */
  | { is: 'asked' }
  | { is: 'notes' }
  | { is: 'uncovered' }

/** The lecturer's window, the audience's, the notes: what joins them beside Slidev's own turning of slides. */
export interface Stage {
  mirror: Mirror
  lesson: Lesson
  /** This window is the presenter's. */
  leads: ComputedRef<boolean>
  /** A presenter's window leads this one. */
  isLed: ComputedRef<boolean>
  cover: Ref<Cover>
  coverWith: (cover: Cover) => void
  /** The other deck of the lecture, and the windows that follow with it. */
  toLanguage: (lang: Language, address: string) => void
  /** What was just said about the class, until it is closed. */
  said: Ref<'' | 'begun' | 'ended'>
  newLesson: () => void
  endLesson: () => void
}

interface Options { router: Router, lecture: string, lang: Language, lessonChanged: () => void }

let stage: Stage | undefined

/** Called where the deck begins (provideSlidevHost); used by what stands around the slides. */
export function useStage(): Stage {
  if (!stage) throw new Error('no stage: setup/main.ts should have called provideSlidevHost')
  return stage
}

/** In the app's own context, before it is mounted. */
export function setStage({ router, lecture, lang, lessonChanged }: Options): Stage {
  const { isPresenter, isNotesViewer, isPlaying, currentSlideNo, currentSlideRoute, clicks, isPrintMode } = useNav()
  /** Two copies of the course on one host are two courses: the folder they stand in is part of the name. */
  const name = `${storageName}${new URL('../../', location.href).pathname}${lecture}`
  const channel = new BroadcastChannel(name)
  const say = (said: Said) => channel.postMessage(said)

  const leads = computed(() => isPresenter.value)
  const isLeaderHere = ref(false)
  const isNotesHere = ref(false)
  const isLed = computed(() => !leads.value && isLeaderHere.value)
  const mirror = createMirror({ leads: () => leads.value, tell: states => say({ is: 'states', states }) })

  const cover = ref<Cover>('')
  mirror.share('cover', { read: () => cover.value, write: value => { cover.value = value as Cover } })
  function coverWith(wanted: Cover) {
    cover.value = wanted
    if (!wanted && isLed.value) say({ is: 'uncovered' })
  }

  const slide = computed(() => String(currentSlideRoute.value?.meta.slide?.frontmatter['routeAlias'] ?? currentSlideRoute.value?.no ?? 1))
  const follows = () => !leads.value && syncDirections.value.viewerReceive
  const here = () => say({ is: 'here', states: mirror.all(), at: syncDirections.value.presenterSend ? { slide: slide.value, clicks: clicks.value } : undefined })
  const goTo = ({ slide, clicks }: Place) => router.replace({ path: `/${slide}`, query: clicks ? { clicks: String(clicks) } : {} })

  /** A window that comes late to a class goes to its slide; one that was opened at a later slide was meant to show that. */
  let isLate = true
  async function catchUp(place: Place) {
    if (!isLate) return
    isLate = false
    await router.isReady()
    if (isPlaying.value && follows() && currentSlideNo.value === 1 && clicks.value === 0) await goTo(place)
  }

  channel.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if (data.is === 'asked') { if (leads.value) here() }
    else if (data.is === 'notes') isNotesHere.value = true
    else if (data.is === 'uncovered') { if (leads.value) cover.value = '' }
    else if (data.is === 'gone') isLeaderHere.value = false
    else if (!leads.value) {
      isLeaderHere.value = true
      if (data.is === 'here' || data.is === 'states') mirror.heard(data.states)
      if (data.is === 'here' && data.at) void catchUp(data.at)
      // In one language Slidev turns the slide itself; its own channel ends where the language does.
      else if (data.is === 'place' && data.lang !== lang && follows() && isPlaying.value) void goTo(data)
      else if (data.is === 'language' && data.lang !== lang && follows() && (isPlaying.value || isNotesViewer.value)) location.assign(`../${lecture}.${data.lang}/#/${isNotesViewer.value ? 'notes' : `${data.slide}${data.clicks ? `?clicks=${data.clicks}` : ''}`}`)
    }
  })

  const lesson = createLesson({ key: `${name}/lesson`, shelf: localStorage, tab: sessionStorage, now: () => new Date() })
  const said = ref<'' | 'begun' | 'ended'>('')
  function blank() {
    mirror.reset()
    lessonChanged()
  }
  const newLesson = () => {
    lesson.begin()
    blank()
    said.value = 'begun'
  }
  const endLesson = () => {
    lesson.end()
    blank()
    said.value = 'ended'
  }
  useEventListener(window, 'storage', event => { if (event.key === `${name}/lesson`) blank() })

  effectScope(true).run(() => {
    watch(leads, (is, was) => {
      if (is) {
        isLeaderHere.value = false
        // Slidev begins at its first slide, and would go there when the mouse first moves.
        Object.assign(sharedState, { page: currentSlideNo.value, clicks: clicks.value, lastUpdate: { id: name, type: 'presenter', time: Date.now() } })
        if (lesson.enter()) {
          blank()
          said.value = 'begun'
        }
        here()
      }
      else {
        if (was) say({ is: 'gone' })
        say({ is: 'asked' })
      }
    })
    // The notice lies where one types which slide to go to.
    watch(showGotoDialog, is => { if (is) said.value = '' })
    watch(isNotesViewer, is => { if (is) say({ is: 'notes' }) })
    watch([leads, slide, clicks], () => { if (leads.value && syncDirections.value.presenterSend) say({ is: 'place', lang, slide: slide.value, clicks: clicks.value }) })
    // Whoever shows slides follows. Only where notes lie open and nobody presents do the slides move the notes.
    watch([isLed, isNotesHere], () => { syncDirections.value.viewerSend = isNotesHere.value && !isLed.value }, { immediate: true })
    useEventListener(window, 'pagehide', () => { if (leads.value) say({ is: 'gone' }) })
    useEventListener(window, 'pageshow', event => { if (event.persisted) leads.value ? here() : say({ is: 'asked' }) })

    // The screen of who presents does not sleep.
    const lock = useWakeLock()
    const presents = computed(() => !isPrintMode.value && (leads.value || isLed.value || fullscreen.isFullscreen.value))
    watch(presents, async is => {
      try {
        await (is ? lock.request('screen') : lock.release())
      }
      catch (error) {
        // A computer that saves its battery may refuse; the lecture goes on.
        if (!(error instanceof DOMException)) throw error
      }
    }, { immediate: true })
  })
  say({ is: 'asked' })

  return stage = {
    mirror, lesson, leads, isLed, cover, coverWith, said, newLesson, endLesson,
    toLanguage(other, address) {
      if (leads.value) say({ is: 'language', lang: other, slide: slide.value, clicks: clicks.value })
      location.assign(address)
    },
  }
}
