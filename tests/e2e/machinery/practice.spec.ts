// The practice page and the start page: what a student does alone.
import { readFileSync } from 'node:fs'
import { grade } from '#grading'
import { answer, check, isGraded, press, rightAnswer, said, wrongAnswer } from './answering.ts'
import { answersKey, asked, course, expect, fixture, lectures, oneOfEach, plain, test, tooWide, words } from './site.ts'

const { exercises, langs, openPractice, practiceAt } = fixture

const choice = exercises.find(({ item }) => item.kind === 'choice')!

for (const lang of langs) {
  const say = words[lang].exercise

  test.describe(`one exercise, ${lang}`, () => {
    test('a hint can be asked for', async ({ page }) => {
      await openPractice(page, lang, choice.item.id)
      const scope = asked(page, choice, lang)
      await expect(scope).not.toContainText(plain(choice.item.hint[lang]))
      await scope.getByRole('button', { name: say.orHint[1], exact: true }).click()
      await expect(said(scope)).toContainText(plain(choice.item.hint[lang]))
    })

    test('nothing can be checked before it is whole', async ({ page }) => {
      const many = exercises.find(({ item }) => item.kind === 'judge')!
      await openPractice(page, lang, many.item.id)
      const scope = asked(page, many, lang)
      const button = scope.getByRole('button', { name: say.check, exact: true })
      // By its key: what comes in above may move it from under a mouse.
      await scope.getByRole('radio').first().press(' ')
      await expect(button).toHaveAttribute('aria-disabled', 'true')
      await button.click({ force: true })
      await expect(button).toBeVisible()
      await expect(said(scope)).toContainText(say.first.judge)
      await answer(scope, many, rightAnswer(many, lang), lang, 'mouse')
      await expect(button).not.toHaveAttribute('aria-disabled', 'true')
    })

    test('trying again takes the marks off', async ({ page }) => {
      await openPractice(page, lang, choice.item.id)
      const scope = asked(page, choice, lang)
      await answer(scope, choice, wrongAnswer(choice), lang, 'mouse')
      await check(scope, lang, 'mouse')
      await expect(scope.locator('[data-state=wrong]').first()).toBeVisible()
      await press(scope.getByRole('button', { name: say.again, exact: true }), 'mouse')
      await expect(scope.locator('.room [data-state=wrong]')).toHaveCount(0)
      await expect(scope.getByRole('radio', { checked: true })).toHaveCount(0)
      await expect(said(scope)).not.toContainText(say.verdict.wrong)
    })
  })
}

test('the answer can be shown', async ({ page }) => {
  await openPractice(page, 'en')
  for (const exercise of oneOfEach.filter(isGraded)) {
    await test.step(exercise.item.kind, async () => {
      const scope = asked(page, exercise, 'en')
      await press(scope.getByRole('button', { name: words.en.exercise.showAnswer }), 'keyboard')
      await expect(said(scope)).toContainText(words.en.exercise.answerShown)
      const right = rightAnswer(exercise, 'en')
      const texts = typeof right === 'string' || typeof right === 'number' ? [String(right)] : []
      if (exercise.item.kind === 'number' || exercise.item.kind === 'text') for (const text of texts) await expect(scope.locator('.solution')).toContainText(text)
      else if (exercise.item.kind === 'cloze') for (const form of Object.values(right as Record<string, string>)) await expect(scope.locator('.cloze')).toContainText(form)
      else expect(await scope.locator('.room [data-state=right]').count()).toBeGreaterThan(0)
      await expect(page.getByRole('status').filter({ hasText: words.en.page.none }), 'a shown answer is not an answer').toBeVisible()
    })
  }
})

test.describe('a problem report', () => {
  test('holds exercise, revision and response', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openPractice(page, 'en', choice.item.id)
    const scope = asked(page, choice, 'en')
    await answer(scope, choice, wrongAnswer(choice), 'en', 'mouse')
    await scope.getByRole('button', { name: words.en.exercise.report }).click()
    await expect(scope.getByRole('button', { name: words.en.exercise.reported })).toBeVisible()
    expect(JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))).toEqual({ exercise: choice.item.id, revision: choice.item.revision, lang: 'en', response: wrongAnswer(choice) })
  })

  test('is shown where it cannot be copied', async ({ page }) => {
    await page.addInitScript(() => { Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('not allowed')) } }) })
    await openPractice(page, 'en', choice.item.id)
    const scope = asked(page, choice, 'en')
    await scope.getByRole('button', { name: words.en.exercise.report }).click()
    await expect(scope).toContainText(choice.item.revision)
  })
})

test.describe('answers are kept', () => {
  test('through a reload, all of them, with their verdicts', async ({ page }) => {
    await page.goto(practiceAt('en'))
    const answers = exercises.map((exercise, index) => ({ exercise: exercise.item.id, revision: exercise.item.revision, response: index % 2 ? rightAnswer(exercise, 'en') : wrongAnswer(exercise), at: new Date(Date.UTC(2026, 1, 1, 0, index)).toISOString(), lang: 'en' }))
    await page.evaluate(([key, lines]) => localStorage.setItem(key!, lines!), [answersKey, answers.map(one => JSON.stringify(one)).join('\n')])
    await page.reload()
    for (const [index, exercise] of exercises.entries()) {
      const { verdict } = grade(exercise, answers[index]!.response)
      if (verdict === 'empty') throw new Error(exercise.item.id)
      await expect(said(asked(page, exercise, 'en')), exercise.item.id).toContainText(words.en.exercise.verdict[verdict])
    }
    await expect(page.getByRole('status').filter({ hasText: words.en.page.answered(exercises.length, exercises.length) })).toBeVisible()
  })

  test('as events, one line each, and a second answer is a second line', async ({ page }) => {
    await openPractice(page, 'en', choice.item.id)
    const scope = asked(page, choice, 'en')
    await answer(scope, choice, wrongAnswer(choice), 'en', 'mouse')
    await check(scope, 'en', 'mouse')
    await press(scope.getByRole('button', { name: words.en.exercise.again }), 'mouse')
    await answer(scope, choice, rightAnswer(choice, 'en'), 'en', 'mouse')
    await check(scope, 'en', 'mouse')
    const lines = (await page.evaluate(key => localStorage.getItem(key), answersKey))!.split('\n').map(line => JSON.parse(line) as unknown)
    expect(lines).toEqual([wrongAnswer(choice), rightAnswer(choice, 'en')].map(response => ({ exercise: choice.item.id, revision: choice.item.revision, response, at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), lang: 'en' })))
  })

  test('an answer to an older revision is said to be one', async ({ page }) => {
    await page.goto(practiceAt('en'))
    await page.evaluate(([key, line]) => localStorage.setItem(key!, line!), [answersKey, JSON.stringify({ exercise: choice.item.id, revision: 'before', response: rightAnswer(choice, 'en'), at: '2026-01-01T00:00:00.000Z', lang: 'en' })])
    await page.reload()
    await expect(page.getByText(words.en.page.changed)).toBeVisible()
    await expect(said(asked(page, choice, 'en'))).not.toContainText(words.en.exercise.verdict.right)
  })

  test('what cannot be read is set aside, not destroyed, and said', async ({ page }) => {
    await page.goto(practiceAt('en'))
    await page.evaluate(key => localStorage.setItem(key, '{"half": '), answersKey)
    await page.reload()
    await expect(page.getByText(words.en.page.setAside(1))).toBeVisible()
    expect(await page.evaluate(key => localStorage.getItem(`${key}/set-aside`), answersKey)).toBe('{"half": ')
  })

  test('they can be exported and cleared', async ({ page }) => {
    const say = words.en.page
    await openPractice(page, 'en', choice.item.id)
    await expect(page.getByRole('button', { name: say.export })).toHaveAttribute('aria-disabled', 'true')
    const scope = asked(page, choice, 'en')
    await answer(scope, choice, rightAnswer(choice, 'en'), 'en', 'mouse')
    await check(scope, 'en', 'mouse')
    await page.getByRole('textbox', { name: say.ownName }).fill('王兰')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: say.export }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^answers\.[a-z]+\.王兰\.\d{4}-\d\d-\d\d\.json$/)
    const exported = JSON.parse(readFileSync(await file.path(), 'utf8')) as { name: string, answers: unknown[] }
    expect(exported.name).toBe('王兰')
    expect(exported.answers).toEqual([expect.objectContaining({ exercise: choice.item.id, response: rightAnswer(choice, 'en') })])
    await page.getByRole('button', { name: say.clear }).click()
    await expect(page.getByText(say.clearSure)).toBeVisible()
    await page.getByRole('button', { name: say.clearNo }).click()
    await expect(said(scope)).toContainText(words.en.exercise.verdict.right)
    await page.getByRole('button', { name: say.clear }).click()
    await page.getByRole('button', { name: say.clearYes.course }).click()
    await expect(page.getByText(say.cleared.course)).toBeVisible()
    await expect(said(scope)).not.toContainText(words.en.exercise.verdict.right)
    expect(await page.evaluate(key => localStorage.getItem(key), answersKey)).toBeNull()
  })

  test('where nothing can be stored, the page says so and grades all the same', async ({ page }) => {
    await page.addInitScript(() => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') } })
    await openPractice(page, 'en', choice.item.id)
    await expect(page.getByRole('alert')).toContainText(words.en.page.notKept)
    const scope = asked(page, choice, 'en')
    await answer(scope, choice, rightAnswer(choice, 'en'), 'en', 'mouse')
    await check(scope, 'en', 'mouse')
    await expect(said(scope)).toContainText(words.en.exercise.verdict.right)
  })
})

for (const lang of langs) {
  test(`what to reread leads to that claim in the digest, ${lang}`, async ({ page }) => {
    await openPractice(page, lang, choice.item.id)
    const scope = asked(page, choice, lang)
    await answer(scope, choice, wrongAnswer(choice), lang, 'mouse')
    await check(scope, lang, 'mouse')
    const claim = grade(choice, wrongAnswer(choice)).reread[0]!
    await said(scope).locator(`.cite[data-claim="${claim}"]`).getByRole('link').click()
    await expect(page.locator(':target')).toContainText(plain(course.claims[claim]!.says[lang]))
  })

  test(`the start page: every lecture, ${lang}`, async ({ page }) => {
    await page.goto(`${lang}/`)
    const lectures = Object.values(course.syllabus.lectures)
    await expect(page.getByRole('heading', { level: 3 })).toHaveCount(lectures.length)
    for (const { title } of lectures) await expect(page.getByRole('heading', { level: 3 }).filter({ hasText: plain(title[lang]) })).toHaveCount(1)
    const links = await page.getByRole('link').evaluateAll(all => all.map(link => (link as HTMLAnchorElement).href))
    for (const href of links) expect((await page.request.get(href)).status(), href).toBe(200)
  })

  test(`both languages of the practice page, at the same exercise, ${lang}`, async ({ page }) => {
    const other = lang === 'en' ? 'zh' : 'en'
    await openPractice(page, lang, exercises[6]!.item.id)
    await page.locator(`[id="${exercises[6]!.item.id}"]`).evaluate(element => element.scrollIntoView())
    await page.getByRole('link', { name: words[lang].page.other, exact: true }).click()
    await page.waitForURL(new RegExp(`practice/${fixture.id}\\.${other}/#${exercises[6]!.item.id}$`))
    await expect(asked(page, exercises[6]!, other)).toBeInViewport()
  })
}

test.describe('on a telephone, 360 wide', () => {
  test.use({ viewport: { width: 360, height: 740 } })
  for (const lang of langs) {
    test(`what is to be touched is large enough for a finger, ${lang}`, async ({ page }) => {
      await openPractice(page, lang)
      const controls = page.locator('.exercise').locator('label.pick, button.check, .moves button, input[type=text]')
      expect(await controls.count()).toBeGreaterThan(exercises.length)
      const small = await controls.evaluateAll(all => all
        .map(element => ({ of: element.closest('.exercise')!.getAttribute('data-exercise'), ...element.getBoundingClientRect().toJSON() as DOMRect }))
        .filter(({ width, height }) => width < 24 || height < 24).map(({ of, width, height }) => `${of}: ${width} × ${height}`))
      expect(small).toEqual([])
    })
  }
  for (const lang of langs) {
    test(`nothing scrolls sideways: start page, ${lang}`, async ({ page }) => {
      await page.goto(`${lang}/`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await page.evaluate(tooWide)).toEqual([])
    })
  }
  test('nothing lies over the controls of what is wide', async ({ page }) => {
    await openPractice(page, 'en')
    for (const exercise of oneOfEach.filter(({ item }) => ['cells', 'matrix', 'edges', 'order'].includes(item.kind))) {
      const scope = asked(page, exercise, 'en')
      const covered = () => scope.locator('label.pick, .moves button, button.check').evaluateAll(controls => controls.flatMap((control) => {
        control.scrollIntoView({ block: 'center', inline: 'center' })
        const { x, y, width, height } = control.getBoundingClientRect()
        const top = document.elementFromPoint(x + width / 2, y + height / 2)
        return top && (control.contains(top) || top.contains(control)) ? [] : [`${top?.outerHTML.slice(0, 80)} lies over ${control.textContent}`]
      }))
      await expect(scope.locator('button.check')).toBeVisible()
      expect(await covered(), exercise.item.kind).toEqual([])
      await answer(scope, exercise, rightAnswer(exercise, 'en'), 'en', 'mouse')
      await check(scope, 'en', 'mouse')
      expect(await covered(), exercise.item.kind).toEqual([])
    }
  })
})

for (const lang of langs) test(`from a telephone to paper, ${lang}`, async ({ page }) => {
  const say = words[lang].page
  const printed = () => page.evaluate(() => (globalThis as unknown as { printed: number }).printed)
  await page.addInitScript(() => { Object.assign(globalThis, { printed: 0, print: () => { (globalThis as unknown as { printed: number }).printed++ } }) })
  await page.setViewportSize({ width: 360, height: 740 })
  const byKey = async (name: string) => {
    const button = page.getByRole('button', { name, exact: true })
    const box = (await button.boundingBox())!
    expect(box.height, name).toBeGreaterThanOrEqual(48)
    expect(box.x + box.width, name).toBeLessThanOrEqual(360)
    await button.press('Enter')
    await expect.poll(printed).toBe(1)
  }
  await openPractice(page, lang)
  await byKey(say.paper.page)
  for (const [from, link, sheet] of [['practice', say.toPrint, 'worksheet'], ['read', words[lang].read.print, 'digest']] as const) {
    await page.goto(practiceAt(lang).replace('practice', from))
    await page.getByRole('link', { name: link, exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('data-handout', sheet)
    expect(await page.evaluate(tooWide), `${sheet}: the page itself is no wider than the telephone`).toEqual([])
    await byKey(say.paper.print)
    await expect(page.getByRole('button', { name: say.paper.print })).toHaveAccessibleDescription(say.paper.how)
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('.print-bar'), 'is not on paper').toBeHidden()
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('link', { name: say.paper.back }).click()
    await expect(page).toHaveURL(new RegExp(`${from}/[^/]+/$`))
  }
})

test.describe('on paper', () => {
  for (const { id, exercises, practiceAt } of lectures) for (const lang of langs) {
    test(`the worksheet holds every question and no answer, ${id}.${lang}`, async ({ page }) => {
      await page.goto(`${practiceAt(lang)}?print=worksheet`)
      await expect(page.locator('html')).toHaveAttribute('data-handout', 'worksheet')
      await page.emulateMedia({ media: 'print' })
      const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ')
      for (const [index, { item, key }] of exercises.entries()) {
        expect(text).toContain(words[lang].exercise.number(index + 1))
        expect(text, item.id).toContain(plain(item.prompt[lang]))
        for (const { id, says } of key.feedback) expect(text, `${item.id}: feedback ${id}`).not.toContain(plain(says[lang]))
      }
      await expect(page.locator('[data-state=right], [data-state=wrong], .solution, button:visible')).toHaveCount(0)
    })
    test(`the key holds every answer and every feedback, ${id}.${lang}`, async ({ page }) => {
      await page.goto(`${practiceAt(lang)}?print=key`)
      await expect(page.locator('html')).toHaveAttribute('data-handout', 'key')
      const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ')
      for (const { item, key } of exercises) for (const { id, says } of key.feedback) expect(text, `${item.id}: feedback ${id}`).toContain(plain(says[lang]))
    })
  }
})
