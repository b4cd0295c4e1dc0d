import type { Language, Slide } from '#schema'

/** What is said in a minute: English words, Han characters. */
export const perMinute: Record<Language, number> = { en: 120, zh: 220 }
/** Turning a slide and reading its headline. */
export const minutesASlide = 0.5

/** English words: "well-known" is one, "9.88" is one. Chinese: characters, and each word in Latin letters or figures as one. */
export const spoken: Record<Language, (text: string) => number> = {
  en: text => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,\-–/]*/gu)?.length ?? 0,
  zh: text => text.match(/\p{Script=Han}|[\p{Script=Latin}\p{N}]+/gu)?.length ?? 0,
}

/** The minutes that a task names: "In pairs · 8 minutes" => 8, 两人一组 · 8 分钟 => 8, "Alone" => 0 */
export function taskMinutes(task: string | undefined, lang: Language): number {
  const found = (lang === 'en' ? /(\d+(?:\.\d+)?)[\s ]*min(?:ute)?s?\b/i : /(\d+(?:\.\d+)?)[\s ]*分钟/).exec(task ?? '')
  return found ? Number(found[1]) : 0
}

/** What a slide takes, in minutes: what is said, what the class does, and half a minute for the slide itself. */
export const minutesOf = ({ note, does }: Pick<Slide, 'note' | 'does'>, lang: Language): { say: number, task: number, slide: number } =>
  ({ say: spoken[lang](note.say ?? '') / perMinute[lang], task: taskMinutes(does, lang), slide: minutesASlide })

/** To a tenth of a minute: as much as a plan can know. */
export const wholeOf = ({ say, task, slide }: ReturnType<typeof minutesOf>): number => Math.round((say + task + slide) * 10) / 10

/** A slide in time: the minutes it takes, whether it may be skipped, and whether its note has something to ask, which is not counted. */
export interface Timed { minutes: number, optional?: true, asks?: true }

/** A slide of a deck in time. */
export const timed = (slide: Pick<Slide, 'note' | 'does' | 'optional'>, lang: Language): Timed =>
  ({ minutes: wholeOf(minutesOf(slide, lang)), ...slide.optional ? { optional: slide.optional } : {}, ...slide.note.ask ? { asks: true } : {} })

/** When each slide begins and ends, in minutes from the start; how long all of it takes, and how long without what may be skipped; how many questions to the class are not counted, about a minute each. */
export interface Plan { slides: { from: number, to: number }[], all: number, shortest: number, asks: number }

/** `plan([{ minutes: 3 }, { minutes: 2, optional: true }])` => slides from 0 to 3 and from 3 to 5, all 5, shortest 3, asks 0 */
export function plan(inOrder: readonly Timed[]): Plan {
  const tenth = (minutes: number) => Math.round(minutes * 10) / 10
  let to = 0
  const slides = inOrder.map(({ minutes }) => {
    const from = to
    to = tenth(to + minutes)
    return { from, to }
  })
  return { slides, all: to, shortest: tenth(inOrder.reduce((sum, { minutes, optional }) => sum + (optional ? 0 : minutes), 0)), asks: inOrder.filter(({ asks }) => asks).length }
}
