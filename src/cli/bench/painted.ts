import type { Page } from 'playwright-core'
import { type Bench, type Workshop, inTurn, shownSlide } from './workshop.ts'

/** The slowest of them, CPU slowed fourfold, as a computer of ten years ago. */
const slowed = [1, 4] as const

async function slow(page: Page, rate: number): Promise<void> {
  await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate })
}

/**
 * In a page: milliseconds from an event until what follows from it is painted. `marks` gives what it changes; the frame in which
 * that is another is painted, and a message sent while it is drawn arrives after it.
 */
const watch = `window.paintedAfter = (name, marks) => new Promise((resolve) => {
  const before = marks()
  addEventListener(name, ({ timeStamp }) => {
    const look = () => {
      if (marks() === before) return requestAnimationFrame(look)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve(performance.now() - timeStamp)
      port2.postMessage(0)
    }
    requestAnimationFrame(look)
  }, { capture: true, once: true })
})`

interface Watching { paintedAfter: (name: string, marks: () => unknown) => Promise<number>, waiting: Promise<number> }

/** The page listens before the key is pressed: on a busy machine a listener asked for at the same time comes too late. */
const waited = (page: Page) => page.evaluate(() => (window as unknown as Watching).waiting)

/** Milliseconds from a key to the next slide, for each slide of a deck. */
async function keys(workshop: Workshop, address: string, rate: number): Promise<number[]> {
  const page = await workshop.page()
  try {
    await page.goto(address, { waitUntil: 'networkidle' })
    await page.waitForSelector(shownSlide)
    // Slidev mounts the other slides three seconds after the first.
    await page.waitForTimeout(6000)
    const count = await page.evaluate(() => document.querySelectorAll('.slidev-page').length)
    await slow(page, rate)
    await page.evaluate(watch)
    const samples: number[] = []
    for (let slide = 1; slide < count; slide++) {
      await page.evaluate(selector => { (window as unknown as Watching).waiting = (window as unknown as Watching).paintedAfter('keydown', () => document.querySelector(selector)?.className) }, shownSlide)
      await page.waitForTimeout(150)
      await page.keyboard.press('ArrowDown')
      samples.push(await within(waited(page), `slide ${slide + 1} of ${address} was not painted`))
    }
    return samples
  }
  finally { await page.context().close() }
}

/** A promise that is waited for no longer than 20 s. */
const within = <T>(promise: Promise<T>, otherwise: string): Promise<T> =>
  Promise.race([promise, new Promise<T>((_, reject) => { setTimeout(() => reject(new Error(otherwise)), 20_000).unref() })])

export const key: Bench = {
  name: 'key',
  rows: () => slowed.flatMap(rate => [
    { id: `key/${rate}-p50`, what: `key → next slide painted, CPU ${rate}×, p50`, unit: 'ms', how: `Arrow down through all slides of the built first lecture in English, from the key's own time to the message after the frame in which the slide is another, CPU slowed ${rate}×; beside it the plain deck of the same words.`, goals: [] },
    { id: `key/${rate}-p95`, what: `key → next slide painted, CPU ${rate}×, p95`, unit: 'ms', how: 'The same; a twentieth of the keys took longer.', goals: rate === 4 ? [{ of: 'ratio' as const, most: 1 }] : [], counts: 'p95' as const },
  ]),
  async measure(workshop) {
    const deck = `${workshop.first}.en`
    const ours = `${await workshop.serve(await workshop.site())}/slides/${deck}/`
    const ordinary = `${await workshop.serve(await workshop.ordinarySite(deck))}/`
    const found: Awaited<ReturnType<Bench['measure']>> = {}
    for (const rate of slowed) {
      workshop.said(`keys, CPU ${rate}×`)
      const samples = await inTurn(workshop.samples, { ours: () => keys(workshop, ours, rate), ordinary: () => keys(workshop, ordinary, rate) })
      found[`key/${rate}-p50`] = found[`key/${rate}-p95`] = samples
    }
    return found
  },
}

/** Milliseconds from a press of Check to the painted verdict, for each exercise of a practice page that has a field to fill or to tick. */
async function checks(workshop: Workshop, address: string, rate: number): Promise<number[]> {
  const page = await workshop.page()
  try {
    await page.goto(address, { waitUntil: 'networkidle' })
    await page.waitForSelector('[data-exercise]')
    // A page lays out what lies below in idle moments.
    await page.waitForTimeout(5000)
    await slow(page, rate)
    await page.evaluate(watch)
    const samples: number[] = []
    const ids = await page.locator('[data-exercise]').evaluateAll(all => [...new Set(all.map(one => one.getAttribute('data-exercise')!))])
    for (const id of ids) {
      const exercise = page.locator(`[data-exercise="${id}"]`).first()
      await exercise.scrollIntoViewIfNeeded()
      // The first of each group, the first box, and "1" into each field: complete in its form, right or not.
      const filled = await exercise.evaluate((element) => {
        const inputs = [...element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')]
        const groups = new Set<string>()
        for (const input of inputs) {
          if (input.type === 'radio' && !groups.has(input.name)) { groups.add(input.name); input.click() }
          else if (input.type === 'checkbox' && !groups.has('boxes')) { groups.add('boxes'); input.click() }
          else if (input.type !== 'radio' && input.type !== 'checkbox') { groups.add('fields'); input.value = '1'; input.dispatchEvent(new Event('input', { bubbles: true })) }
        }
        return groups.size
      })
      await page.waitForTimeout(150)
      const check = exercise.locator('button.check')
      if (!filled || await check.count() !== 1 || await check.getAttribute('aria-disabled') === 'true') continue
      await page.evaluate((which) => { (window as unknown as Watching).waiting = (window as unknown as Watching).paintedAfter('click', () => document.querySelector(`[data-exercise="${which}"] .outcome`)?.getAttribute('data-tone')) }, id)
      await page.waitForTimeout(150)
      await check.click()
      samples.push(await within(waited(page), `${id}: no feedback was painted`))
    }
    return samples
  }
  finally { await page.context().close() }
}

export const check: Bench = {
  name: 'check',
  rows: () => slowed.flatMap(rate => [
    { id: `check/${rate}-p50`, what: `Check → feedback painted, CPU ${rate}×, p50`, unit: 'ms', how: `Each exercise of the first lecture's practice page in English that has a field or a box, filled in, from the click's own time to the message after the frame with the verdict, CPU slowed ${rate}×.`, goals: [] },
    { id: `check/${rate}-p95`, what: `Check → feedback painted, CPU ${rate}×, p95`, unit: 'ms', how: 'The same; a twentieth of the clicks took longer.', goals: rate === 4 ? [{ of: 'ours' as const, most: 50 }] : [], counts: 'p95' as const },
  ]),
  async measure(workshop) {
    const address = `${await workshop.serve(await workshop.site())}/practice/${workshop.first}.en/`
    const found: Awaited<ReturnType<Bench['measure']>> = {}
    for (const rate of slowed) {
      workshop.said(`checks, CPU ${rate}×`)
      const samples = await inTurn(workshop.samples, { ours: () => checks(workshop, address, rate) })
      if (samples.ours.length < 5) throw new Error(`only ${samples.ours.length} exercises of ${address} could be filled in`)
      found[`check/${rate}-p50`] = found[`check/${rate}-p95`] = samples
    }
    return found
  },
}
