import { listenFrom } from '../../../src/cli/server/listen.ts'
import { siteServer } from '../../../src/cli/server/site.ts'
import { nameOf } from '#course'
import { course, currentSlide, dist, expect, fixture, lectures, test } from './site.ts'

test.describe('the door', () => {
  for (const [locale, lang] of [['zh-CN', 'zh'], ['zh-TW', 'zh'], ['en-GB', 'en'], ['ru-RU', 'en']] as const) {
    test.describe(locale, () => {
      test.use({ locale })
      test(`leads to ${lang}`, async ({ page }) => {
        await page.goto('')
        await page.waitForURL(`**/${lang}/`)
        await expect(page.locator('html')).toHaveAttribute('lang', lang === 'zh' ? /^zh/ : 'en')
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(nameOf(course.syllabus, lang))
      })
    })
  }
})

test('the other language is one click away', async ({ page }) => {
  await page.goto('en/')
  await page.getByRole('link', { name: '中文' }).click()
  await page.waitForURL('**/zh/')
  await page.getByRole('link', { name: 'English' }).click()
  await page.waitForURL('**/en/')
})

for (const { lecture, lang } of lectures.flatMap(({ decks }) => decks)) {
  const name = `${lecture}.${lang}`
  test(`the start page opens the slides and the practice page, ${name}`, async ({ page }) => {
    await page.goto(`${lang}/`)
    await page.locator(`a[href$="slides/${name}/"]`).first().click()
    await expect(currentSlide(page)).toBeVisible()
    await page.goto(`${lang}/`)
    await page.locator(`a[href$="practice/${name}/"]`).first().click()
    await expect(page.locator('[data-exercise]').first()).toBeVisible()
  })
}

for (const { lecture, lang, slides } of fixture.decks) {
  const other = lang === 'en' ? 'zh' : 'en'
  test.describe(`${lecture}.${lang}`, () => {
    test(`L shows the same slide in ${other}`, async ({ page }) => {
      const slide = slides[Math.min(4, slides.length - 1)]!
      await fixture.openSlide(page, lang, slide.id)
      await page.keyboard.press('l')
      await page.waitForURL(`**/${fixture.slideAt(other, slide.id)}*`)
      await expect(currentSlide(page)).toBeVisible()
    })

    test('the presenter view moves the audience view', async ({ page, context }) => {
      await fixture.openSlide(page, lang, slides[0]!.id)
      const presenter = await context.newPage()
      await presenter.goto(`slides/${lecture}.${lang}/#/presenter/1`)
      await expect(presenter.locator('.slidev-presenter')).toBeVisible()
      await presenter.keyboard.press('ArrowRight')
      await expect(presenter).toHaveURL(new RegExp(`#/presenter/(2|${slides[1]!.id})\\b`))
      await expect(page).toHaveURL(new RegExp(`#/(2|${slides[1]!.id})\\b`))
    })
  })
}

test('the site works from a folder of any server', async ({ page, context }) => {
  const server = siteServer(dist, '/courses/corridors')
  const { port } = await listenFrom(server, 4190)
  const site = `http://localhost:${port}/courses/corridors`
  try {
    const { lecture, lang, slides } = fixture.decks[0]!
    const name = `${lecture}.${lang}`
    await page.goto(`${site}/`)
    await page.waitForURL(/\/(en|zh)\/$/)
    await page.goto(`${site}/${lang}/`)
    await page.locator(`a[href$="slides/${name}/"]`).first().click()
    await expect(currentSlide(page)).toBeVisible()
    await page.evaluate(id => { location.hash = `#/${id}` }, slides.at(-1)!.id)
    await expect(currentSlide(page)).toBeVisible()
    const practice = await context.newPage()
    await practice.goto(`${site}/practice/${name}/`)
    await expect(practice.locator('[data-exercise]').first()).toBeVisible()
  }
  finally {
    server.close()
    server.closeAllConnections()
  }
})
