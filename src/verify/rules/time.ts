import type { Problem } from '#course'
import { minutesASlide, minutesOf, perMinute, plan, taskMinutes, timed, wholeOf } from '#course/time'
import type { Language, Slide } from '#schema'
import { defineRule } from '../rule.ts'

/** For 80 minutes: what is left is for questions. */
const whole = { least: 65, most: 75 }
/** When 50 minutes are left. */
const short = 50
/** So many slides are named: where to begin. */
const named = 3

export const time = defineRule({
  name: 'time',
  description: `A deck takes ${whole.least} to ${whole.most} minutes: ${perMinute.en} English words or ${perMinute.zh} Chinese characters of \`say\` a minute, the minutes that \`do\` names, and half a minute a slide; at most ${short} without the slides that are \`optional\`. Decks that say \`draft: true\` are free.`,
  allowsExceptions: true,
  check(course) {
    const problems: Problem[] = []
    const decks = course.decks.filter(deck => !deck.draft)
    for (const { slides, lang, path } of decks) {
      const taken = slides.map(slide => minutesOf(slide, lang))
      const { all, shortest } = plan(slides.map(slide => timed(slide, lang)))
      const sum = (of: 'say' | 'task') => Math.round(taken.reduce((total, each) => total + each[of], 0))
      const parts = `${sum('say')} of speech, ${sum('task')} of tasks (“8 minutes” in \`do\`), ${slides.length * minutesASlide} for ${slides.length} slides`
      const report = (message: string) => { problems.push({ path, line: 1, message }) }
      const [over, under] = [tenth(all - whole.most), tenth(whole.least - all)]
      if (over > 0) report(`takes ${all} minutes: ${parts}; expected ${whole.least} to ${whole.most}, ${over} less: ${longest(slides, lang)}`)
      if (under > 0) report(`takes ${all} minutes: ${parts}; expected ${whole.least} to ${whole.most}, ${under} more: ${longest(slides, lang)}`)
      const kept = slides.filter(slide => !slide.optional)
      if (shortest > short) report(`takes ${shortest} minutes without its ${slides.length - kept.length} optional slides, expected ${short} at most, ${tenth(shortest - short)} less: mark others with \`optional: true\`. Of those that are not, ${longest(kept, lang)}`)
    }
    return { checked: decks.length, problems }
  },
})

const tenth = (minutes: number) => Math.round(minutes * 10) / 10

/** `most take slide 4 "supports" 20.8 (its task 20), slide 2 "puzzle" 2.1` */
function longest(slides: readonly Slide[], lang: Language): string {
  const most = [...slides].sort((a, b) => minutesIn(b, lang) - minutesIn(a, lang)).slice(0, named)
  return `most take ${most.map((slide) => {
    const task = taskMinutes(slide.does, lang)
    return `slide ${slide.number} "${slide.id}" ${minutesIn(slide, lang)}${task ? ` (its task ${task})` : ''}`
  }).join(', ')}`
}

const minutesIn = (slide: Slide, lang: Language) => wholeOf(minutesOf(slide, lang))
