// Every kind of exercise, answered wrongly and rightly, with a mouse and with keys alone, on the practice page and on its slide.
import { grade } from '#grading'
import type { Exercise, Language } from '#schema'
import { fitting } from '../../components/Exercise/fitting.ts'
import { type Hand, answer, check, partlyRight, press, rightAnswer, said, wrongAnswer } from './answering.ts'
import { alias, asked, corridor, expect, home, lectures, oneOfEach, plain, test, words } from './site.ts'

type Medium = 'page' | 'slide'

/** What a medium says of the feedback that fired: a page all of it, a slide what fits. */
function told(exercise: Exercise, feedback: readonly string[], lang: Language, medium: Medium): string[] {
  const remarks = feedback.map(id => exercise.key.feedback.find(remark => remark.id === id)!).map(({ says }) => ({ says: { en: plain(says.en), zh: plain(says.zh) } }))
  return (medium === 'page' ? remarks : fitting(remarks, lang)).map(({ says }) => says[lang])
}

/** Answers, checks and reads what comes back: the verdict, the points, the feedback the grader says must fire. */
async function answered(scope: ReturnType<typeof asked>, exercise: Exercise, response: ReturnType<typeof rightAnswer>, lang: Language, hand: Hand, medium: Medium) {
  const say = words[lang].exercise
  const { verdict, feedback, earned, possible } = grade(exercise, response)
  if (verdict === 'empty') throw new Error(`${exercise.item.id}: an empty answer is no test`)
  await answer(scope, exercise, response, lang, hand)
  await check(scope, lang, hand)
  await expect(said(scope)).toContainText(say.verdict[verdict])
  if (verdict === 'partly') await expect(said(scope)).toContainText(say.points(String(earned), String(possible)).trim())
  for (const says of told(exercise, feedback, lang, medium)) await expect(said(scope)).toContainText(says)
  return verdict
}

/** Wrong, try again, right. */
async function wrongThenRight(scope: ReturnType<typeof asked>, exercise: Exercise, lang: Language, hand: Hand, medium: Medium) {
  const say = words[lang].exercise
  await expect(scope.getByRole('button', { name: say.check, exact: true })).toHaveAttribute('aria-disabled', 'true')
  expect(await answered(scope, exercise, wrongAnswer(exercise), lang, hand, medium)).not.toBe('right')
  await press(scope.getByRole('button', { name: say.again, exact: true }), hand)
  expect(await answered(scope, exercise, rightAnswer(exercise, lang), lang, hand, medium)).toBe('right')
}

/** Each hand in each place; the two languages take turns. */
const [first, other] = [corridor.langs[0]!, corridor.langs.at(-1)!]

for (const [lang, hand] of [[first, 'mouse'], [other, 'keyboard']] as [Language, Hand][]) {
  test.describe(`one of each kind on its practice page, ${lang}, ${hand}`, () => {
    for (const exercise of oneOfEach) {
      test(`${exercise.item.kind}: ${exercise.item.id}`, async ({ page }) => {
        await home(exercise).openPractice(page, lang, exercise.item.id)
        await wrongThenRight(asked(page, exercise, lang), exercise, lang, hand, 'page')
      })
    }
  })
}

for (const { id, langs, exercises, onSlides, slideOf, openSlide, openPractice } of lectures) {
  const [one, two] = [langs[0]!, langs.at(-1)!]
  for (const [lang, hand] of [[two, 'mouse'], [one, 'keyboard']] as [Language, Hand][]) {
    test.describe(`${id}: on its slide, ${lang}, ${hand}`, () => {
      for (const exercise of onSlides) {
        const slide = slideOf(exercise.item.id)!.id
        test(`${exercise.item.kind}: ${exercise.item.id}`, async ({ page }) => {
          await openSlide(page, lang, slide)
          await wrongThenRight(asked(page, exercise, lang), exercise, lang, hand, 'slide')
          expect(alias(page), 'answering never moves the slide').toBe(slide)
        })
      }
    })
    // Those of a slide met the keys there.
    test.describe(`${id}: the others on the practice page, ${one}, ${hand}`, () => {
      for (const exercise of exercises.filter(exercise => !oneOfEach.includes(exercise) && (hand === 'mouse' || !onSlides.includes(exercise)))) {
        test(exercise.item.id, async ({ page }) => {
          await openPractice(page, one, exercise.item.id)
          await wrongThenRight(asked(page, exercise, one), exercise, one, hand, 'page')
        })
      }
    })
  }

  test(`${id}: every exercise of the lecture is on the practice page`, async ({ page }) => {
    await openPractice(page, one)
    for (const exercise of exercises) await expect(asked(page, exercise, one)).toBeVisible()
    await expect(page.locator('[data-exercise]')).toHaveCount(exercises.length)
  })
}

test.describe('credit for a part', () => {
  const withParts = lectures.flatMap(({ exercises }) => exercises).filter(partlyRight)
  test('most kinds give it', () => expect(new Set(withParts.map(({ item }) => item.kind)).size).toBeGreaterThanOrEqual(6))
  for (const exercise of withParts.filter((one, index) => withParts.findIndex(other => other.item.kind === one.item.kind) === index)) {
    test(exercise.item.kind, async ({ page }) => {
      await home(exercise).openPractice(page, 'en', exercise.item.id)
      expect(await answered(asked(page, exercise, 'en'), exercise, partlyRight(exercise)!, 'en', 'mouse', 'page')).toBe('partly')
    })
  }
})
