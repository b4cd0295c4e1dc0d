import type { Problem } from '#course'
import { minutesASlide, minutesOf, perMinute, plan, timed } from '#course/time'
import { defineRule } from '../rule.ts'

/** For 80 minutes: what is left is for questions. */
const whole = { least: 65, most: 75 }
/** When 50 minutes are left. */
const short = 50

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
      if (all < whole.least || all > whole.most) problems.push({ path, line: 1, message: `takes ${all} minutes: ${parts}; expected ${whole.least} to ${whole.most}` })
      if (shortest > short) problems.push({ path, line: 1, message: `takes ${shortest} minutes without its ${slides.filter(({ optional }) => optional).length} optional slides, expected ${short} at most: mark others with \`optional: true\`` })
    }
    return { checked: decks.length, problems }
  },
})
