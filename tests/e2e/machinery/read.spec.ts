// The article in our words: a page that is read without a script, to which citations lead.
import { digestsOf } from '#course/digest'
import { brokenRules } from '../axe.ts'
import { answer, check, wrongAnswer } from './answering.ts'
import { asked, course, expect, fixture, plain, settledOn, test, tooWide, words } from './site.ts'

const [lang, other] = fixture.langs as ['en', 'zh']
const claims = digestsOf(course, fixture.id).flatMap(({ sections }) => sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ claims }) => claims)))
const readAt = (lang: string, claim = '') => `read/${fixture.id}.${lang}/${claim && `#${claim}`}`
/** Somewhere down the page. */
const claim = claims.at(-2)!

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false })
  for (const lang of fixture.langs) {
    test(`every claim is there to read and to be searched for, ${lang}`, async ({ page }) => {
      await page.goto(readAt(lang))
      const text = (await page.getByRole('main').innerText()).replace(/\s+/g, ' ')
      expect(claims.length).toBeGreaterThan(10)
      for (const id of claims) expect(text, id).toContain(plain(course.claims[id]!.says[lang]))
    })
  }
})

test('a claim that is named in the address is shown and marked, and stays when the language changes', async ({ page }) => {
  await page.goto(readAt(lang, claim))
  await expect(page.locator(`[id="${claim}"]`)).toBeInViewport()
  await page.getByRole('link', { name: words[lang].page.other }).click()
  await page.waitForURL(`**/${readAt(other, claim)}`)
  await expect(page.locator(`[id="${claim}"]`)).toBeInViewport()
  await expect(page.locator(':target')).toContainText(plain(course.claims[claim]!.says[other]))
})

test('feedback leads to the place to reread, and a citation to the place it stands at', async ({ page }) => {
  const choice = fixture.exercises.find(({ item }) => item.kind === 'choice')!
  await fixture.openPractice(page, lang, choice.item.id)
  const scope = asked(page, choice, lang)
  await answer(scope, choice, wrongAnswer(choice), lang, 'mouse')
  await check(scope, lang, 'mouse')
  await scope.getByRole('link', { name: new RegExp(`^${words[lang].exercise.reread('')}`) }).first().click()
  await expect(page.locator(':target')).toBeInViewport()
  const slide = fixture.deckIn(lang).slides.find(({ tags, layout }) => layout !== 'references' && tags.some(({ name, attributes }) => name === 'Cite' && claims.includes(attributes['claim']!)))!
  await fixture.openSlide(page, lang, slide.id)
  await page.locator(`.slide:visible .cite[data-source="${claims[0]!.split('/')[0]}"]`).first().getByRole('button').first().click()
  await page.getByRole('link', { name: words[lang].read.inText }).click()
  await expect(page.locator(':target')).toBeInViewport()
})

test('whoever goes back from what was reread is at the exercise again', async ({ page }) => {
  const far = fixture.exercises.findLast(({ item }) => item.kind === 'choice')!
  await fixture.openPractice(page, lang)
  await settledOn(page)
  const scope = asked(page, far, lang)
  await expect(scope, 'it is far from the top').not.toBeInViewport()
  await answer(scope, far, wrongAnswer(far), lang, 'mouse')
  await check(scope, lang, 'mouse')
  await scope.getByRole('link', { name: new RegExp(`^${words[lang].exercise.reread('')}`) }).first().click()
  await page.waitForURL(`**/${readAt(lang)}**`)
  await page.goBack()
  await page.waitForURL(`**/${fixture.practiceAt(lang, far.item.id)}`)
  await settledOn(page)
  await expect(scope).toBeInViewport()
})

for (const [theme, lang] of [['light', 'en'], ['dark', 'zh']] as const) {
  test(`stands up to axe and to a telephone, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.goto(readAt(lang))
    await expect(page.getByRole('banner')).toBeVisible()
    expect(await brokenRules(page)).toEqual([])
    await page.setViewportSize({ width: 360, height: 780 })
    expect(await page.evaluate(tooWide)).toEqual([])
  })
}
