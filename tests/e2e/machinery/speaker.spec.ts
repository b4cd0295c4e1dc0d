// Who speaks, in the running head; the line that a student writes on the question, and finds again beside the answer.
import type { Page } from '@playwright/test'
import { speaks } from '#course/speakers'
import { isOwnSpeaker } from '#schema/slide'
import { ownSpeakers } from '../../../layouts/frame/words.ts'
import { deckWords } from '../../../src/hosts/slidev/words.ts'
import { alias, course, currentSlide, expect, fixture, plain, test, words } from './site.ts'

const { deckIn, langs, openSlide, openPractice, slideAt } = fixture
const question = course.syllabus.lectures[fixture.id]!.question

const field = (page: Page) => currentSlide(page).locator('.own-line').getByRole('textbox')
const typed = 'Each of them could close it.'

for (const lang of langs) {
  const { slides } = deckIn(lang)
  const say = words[lang].yourLine
  const spoken = slides.filter(({ speaker }) => speaker)

  test(`${lang}: the running head says who speaks: a source with its verb, the course in blue, an open question`, async ({ page }) => {
    const forms = [...new Set(spoken.map(({ speaker }) => speaker!))]
    expect(forms).toEqual(expect.arrayContaining(['course', 'open']))
    expect(forms.some(form => !isOwnSpeaker(form))).toBe(true)
    const colours = new Map<string, string>()
    for (const form of forms) {
      await openSlide(page, lang, spoken.find(({ speaker }) => speaker === form)!.id)
      const head = currentSlide(page).locator('.running .speaker')
      await expect(head).toHaveText(isOwnSpeaker(form) ? ownSpeakers[lang][form] : plain(speaks(form, course.sources)[lang]))
      colours.set(form, await head.evaluate(element => getComputedStyle(element).color))
    }
    const blue = colours.get('course')
    expect([...colours].filter(([form, colour]) => (colour === blue) !== (form === 'course'))).toEqual([])
  })

  test(`${lang}: where nobody speaks, the kind of slide begins the head`, async ({ page }) => {
    await openSlide(page, lang, slides.find(({ layout }) => layout === 'exercise')!.id)
    await expect(currentSlide(page).locator('.running .speaker')).toHaveCount(0)
    await expect(currentSlide(page).locator('.running .head > :first-child')).toHaveText(words[lang].exercise.name)
  })

  test(`${lang}: a line typed after a click is kept, stands beside the answer under the question, and is there after a reload`, async ({ page }) => {
    await openSlide(page, lang, 'puzzle')
    await field(page).click()
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
    // The keys are the slides' again: arrow, and a clicker's key out of the field itself.
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => alias(page)).not.toBe('puzzle')
    await page.goto(slideAt(lang, 'answer'))
    const answer = currentSlide(page)
    await expect(answer).toContainText(plain(question[lang]))
    await expect(answer.locator('.own-line')).toContainText(say.again)
    await expect(answer.locator('.own-line')).toContainText(typed)
    await expect(field(page)).toHaveCount(0)
    await page.reload()
    await expect(currentSlide(page).locator('.own-line')).toContainText(typed)
    await page.goto(slideAt(lang, 'puzzle'))
    await expect(field(page)).toHaveValue(typed)
  })

  test(`${lang}: by keys alone; a clicker turns the slide out of the field, and the line is kept`, async ({ page }) => {
    await openSlide(page, lang, 'puzzle')
    await field(page).focus()
    await page.keyboard.type(typed)
    await page.keyboard.press('PageDown')
    await expect.poll(() => alias(page)).not.toBe('puzzle')
    await page.keyboard.press('PageUp')
    await expect.poll(() => alias(page)).toBe('puzzle')
    await expect(field(page)).toHaveValue(typed)
    await page.reload()
    await expect(field(page)).toHaveValue(typed)
    // Esc ends the line and leaves the slide.
    await field(page).focus()
    await page.keyboard.press('Escape')
    expect(alias(page)).toBe('puzzle')
    await expect(field(page)).not.toBeFocused()
  })
}

const lang = langs[0]!

test('whoever wrote no line may write it beside the answer', async ({ page }) => {
  await openSlide(page, lang, 'answer')
  await field(page).click()
  await page.keyboard.type(typed)
  await expect(field(page)).toHaveValue(typed)
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveCount(0)
  await expect(currentSlide(page).locator('.own-line')).toContainText(typed)
})

test('it is exported with the answers, and goes with them', async ({ page }) => {
  await openSlide(page, lang, 'puzzle')
  await field(page).click()
  await page.keyboard.type(typed)
  await page.keyboard.press('Enter')
  await openPractice(page, lang)
  const exported = page.waitForEvent('download')
  await page.getByRole('button', { name: words[lang].page.export }).click()
  const stream = await (await exported).createReadStream()
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  expect((JSON.parse(Buffer.concat(chunks).toString()) as { answers: object[] }).answers).toEqual([expect.objectContaining({ exercise: `lines/${fixture.id}`, response: typed })])
})

test('a class sees the line that its lecturer types, and another class begins without it', async ({ page, context }) => {
  await openSlide(page, lang, 'puzzle')
  await field(page).click()
  await page.keyboard.type('from a rehearsal')
  await page.keyboard.press('Enter')
  const presenter = await context.newPage()
  await presenter.goto(slideAt(lang, 'puzzle').replace('#/', '#/presenter/'))
  await presenter.getByRole('status').getByRole('button', { name: deckWords[lang].lesson.close }).click()
  const hers = presenter.locator('.grid-section.main .own-line').getByRole('textbox')
  await expect(hers).toHaveValue('')
  await expect(field(page)).toHaveValue('')
  await hers.click()
  await presenter.keyboard.type(typed)
  await expect(field(page)).toHaveValue(typed)
})
