// Every kind of exercise, answered wrongly and rightly, with a mouse and with keys alone, on the practice page and on its slide.
import { grade } from '#grading'
import { type Exercise, kindNames, type Language } from '#schema'
import { fitting } from '../../../components/Exercise/fitting.ts'
import { type Hand, againButton, answer, check, checkButton, isGraded, partlyRight, press, rightAnswer, said, wrongAnswer } from './answering.ts'
import { alias, asked, fixture, expect, oneOfEach, oneOfEachOnSlides, plain, test, words } from './site.ts'

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
  await expect(checkButton(scope, lang)).toHaveAttribute('aria-disabled', 'true')
  expect(await answered(scope, exercise, wrongAnswer(exercise), lang, hand, medium)).not.toBe('right')
  await press(againButton(scope, lang), hand)
  expect(await answered(scope, exercise, rightAnswer(exercise, lang), lang, hand, medium)).toBe(isGraded(exercise) ? 'right' : 'written')
}

/** Each hand in each place; the two languages take turns. */
const { id, exercises, openPractice, openSlide, slideOf } = fixture
for (const [lang, hand, onSlide] of [['en', 'mouse', 'zh'], ['zh', 'keyboard', 'en']] as [Language, Hand, Language][]) {
  test(`each kind on the practice page, ${lang}, ${hand}`, async ({ page }) => {
    await openPractice(page, lang)
    for (const exercise of oneOfEach) await test.step(exercise.item.kind, () => wrongThenRight(asked(page, exercise, lang), exercise, lang, hand, 'page'))
  })

  test(`each kind on its slide, ${onSlide}, ${hand}`, async ({ page }) => {
    for (const exercise of oneOfEachOnSlides) {
      await test.step(exercise.item.kind, async () => {
        const slide = slideOf(exercise.item.id)!.id
        await openSlide(page, onSlide, slide)
        await wrongThenRight(asked(page, exercise, onSlide), exercise, onSlide, hand, 'slide')
        expect(alias(page), 'answering never moves the slide').toBe(slide)
      })
    }
  })
}

test('every kind is there, on the page and on a slide', () => {
  expect([oneOfEach, oneOfEachOnSlides].map(each => each.map(({ item }) => item.kind).sort())).toEqual([[...kindNames].sort(), [...kindNames].sort()])
})

test(`${id}: every exercise of the lecture is on the practice page`, async ({ page }) => {
  await openPractice(page, 'en')
  for (const exercise of exercises) await expect(asked(page, exercise, 'en')).toBeVisible()
  await expect(page.locator('[data-exercise]')).toHaveCount(exercises.length)
})

test.describe('credit for a part', () => {
  const withParts = exercises.filter(partlyRight)
  test('most kinds give it', () => expect(new Set(withParts.map(({ item }) => item.kind)).size).toBeGreaterThanOrEqual(6))
  test('each of them does', async ({ page }) => {
    await openPractice(page, 'en')
    for (const exercise of withParts.filter((one, index) => withParts.findIndex(other => other.item.kind === one.item.kind) === index)) {
      await test.step(exercise.item.kind, async () => {
        expect(await answered(asked(page, exercise, 'en'), exercise, partlyRight(exercise)!, 'en', 'mouse', 'page')).toBe('partly')
      })
    }
  })
})
