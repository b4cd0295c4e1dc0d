import { listenFrom } from '../../src/cli/server/listen.ts'
import { siteServer } from '../../src/cli/server/site.ts'
import { decks, dist, expect, openSlide, shownSlide, test } from './course.ts'

test.describe('the door', () => {
  for (const [locale, lang] of [['zh-CN', 'zh'], ['zh-TW', 'zh'], ['en-GB', 'en'], ['ru-RU', 'en']] as const) {
    test.describe(locale, () => {
      test.use({ locale })
      test(`leads to ${lang}`, async ({ page }) => {
        await page.goto('')
        await page.waitForURL(`**/${lang}/`)
        await expect(page.locator('html')).toHaveAttribute('lang', lang === 'zh' ? /^zh/ : 'en')
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(lang === 'zh' ? '走廊与大国' : 'Corridors and Great Powers')
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

for (const { name, lecture, lang, slides } of decks) {
  test.describe(name, () => {
    test('the start page opens the slides and the practice page', async ({ page }) => {
      await page.goto(`${lang}/`)
      await page.locator(`a[href$="slides/${name}/"]`).first().click()
      await expect(page.locator(shownSlide).first()).toBeVisible()
      await page.goto(`${lang}/`)
      await page.locator(`a[href$="practice/${name}/"]`).first().click()
      await expect(page.locator('[data-exercise]').first()).toBeVisible()
    })

    test('arrows and a clicker turn the slides, and the address says which', async ({ page }) => {
      const [first, second] = slides
      await openSlide(page, name, first!.id)
      await page.keyboard.press('ArrowRight')
      await expect(page).toHaveURL(new RegExp(`#/${second!.id}\\b`))
      await page.keyboard.press('PageUp')
      await expect(page).toHaveURL(new RegExp(`#/${first!.id}\\b`))
    })

    test('every slide shows its headline', async ({ page }) => {
      test.setTimeout(180_000)
      await openSlide(page, name, slides[0]!.id)
      for (const slide of slides) {
        await page.evaluate(id => { location.hash = `#/${id}` }, slide.id)
        const shown = page.locator(shownSlide).filter({ has: page.locator('h1') })
        await expect(shown.first(), `${slide.id}: its frame`).toBeVisible()
        await expect(page.locator('.slidev-page:not([style*="display: none"]) h1').first(), `${slide.id}: its headline`).toBeVisible()
        expect((await shown.first().innerText()).length, `${slide.id} is not empty`).toBeGreaterThan(20)
        await expect(page.locator('.slidev-page:not([style*="display: none"]) .is-unknown'), `${slide.id}: an id that is not there`).toHaveCount(0)
      }
    })

    const other = lang === 'en' ? 'zh' : 'en'
    test(`L shows the same slide in ${other}`, async ({ page }) => {
      test.skip(!decks.some(deck => deck.name === `${lecture}.${other}`), `no deck ${lecture}.${other} yet`)
      const slide = slides[Math.min(4, slides.length - 1)]!
      await openSlide(page, name, slide.id)
      await page.keyboard.press('l')
      await page.waitForURL(`**/slides/${lecture}.${other}/#/${slide.id}*`)
      await expect(page.locator(shownSlide).first()).toBeVisible()
    })

    test('the presenter view moves the audience view', async ({ page, context }) => {
      await openSlide(page, name, slides[0]!.id)
      const presenter = await context.newPage()
      await presenter.goto(`slides/${name}/#/presenter/1`)
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
    const { name, lang, slides } = decks[0]!
    await page.goto(`${site}/`)
    await page.waitForURL(/\/(en|zh)\/$/)
    await page.goto(`${site}/${lang}/`)
    await page.locator(`a[href$="slides/${name}/"]`).first().click()
    await expect(page.locator(shownSlide).first()).toBeVisible()
    await page.evaluate(id => { location.hash = `#/${id}` }, slides.at(-1)!.id)
    await expect(page.locator(shownSlide).first()).toBeVisible()
    const practice = await context.newPage()
    await practice.goto(`${site}/practice/${name}/`)
    await expect(practice.locator('[data-exercise]').first()).toBeVisible()
  }
  finally {
    server.close()
    server.closeAllConnections()
  }
})
