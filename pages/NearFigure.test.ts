// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { figures } from '../components/figures.ts'
import { all, host, one, put, putAway } from '../components/fixture.ts'
import NearFigure from './NearFigure.vue'

/** What a browser tells of where its reader is: the test says when somebody comes near. */
let comesNear: () => void
beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', class {
    constructor(tell: (seen: { isIntersecting: boolean }[]) => void) { comesNear = () => { tell([{ isIntersecting: true }]) } }
    observe() {}
    disconnect() {}
  })
})
afterEach(() => {
  putAway()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const placed = (isWanted = false) => put(NearFigure, { tag: 'Explorer', attributes: { id: 'salt/watches' }, isWanted }, host()).element as HTMLElement
const isThere = (element: HTMLElement) => vi.waitFor(() => { expect(element.querySelector('[data-explorer="salt/watches"]')).toBeTruthy() })

it('is not fetched before its reader is near, and keeps its room', async () => {
  const fetched = vi.spyOn(figures, 'Explorer')
  const element = placed()
  expect(fetched).not.toHaveBeenCalled()
  expect(element.style.getPropertyValue('--wide')).toMatch(/^[1-9]\d+px$/)
  comesNear()
  await isThere(element)
  expect(element.classList.contains('is-there')).toBe(true)
  expect(fetched).toHaveBeenCalledTimes(1)
})

it('is fetched for paper, wherever its reader is', () => isThere(placed(true)))

/** A copy whose reader is near, without a connection or with one that breaks off. */
const missed = async () => {
  const element = placed()
  comesNear()
  await vi.waitFor(() => { expect(one(element, 'alert')!.textContent).toContain('This figure could not be loaded.') })
  return { element, again: one(element, 'button', 'Try again') }
}
const answers = (ok: boolean) => vi.fn(() => ok ? Promise.resolve({ ok }) : Promise.reject(new Error('no network')))

it('without a connection it asks for nothing and says so; what was pressed keeps the focus, and gives it to what came', async () => {
  const fetched = vi.spyOn(figures, 'Explorer')
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  vi.stubGlobal('fetch', answers(false))
  const { element, again } = await missed()
  again.focus()
  again.click()
  await vi.waitFor(() => { expect(fetch).toHaveBeenCalledTimes(2) })
  await vi.waitFor(() => { expect(element.getAttribute('aria-busy')).toBeNull() })
  expect([fetched.mock.calls.length, document.activeElement]).toEqual([0, again])
  vi.stubGlobal('fetch', answers(true))
  again.click()
  await isThere(element)
  expect(all(element, 'alert')).toEqual([])
  expect(document.activeElement).toBe(element)
})

it('without a network, on one\'s own computer, it comes', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  vi.stubGlobal('fetch', answers(true))
  const element = placed()
  comesNear()
  await isThere(element)
})

it('what a browser was refused it does not ask for again: the page is loaded anew, when somebody answers', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const reloaded = vi.spyOn(location, 'reload').mockImplementation(() => {})
  vi.spyOn(figures, 'Explorer').mockRejectedValue(new Error('refused'))
  const { element, again } = await missed()
  vi.stubGlobal('fetch', answers(false))
  again.click()
  await vi.waitFor(() => { expect(fetch).toHaveBeenCalled() })
  await vi.waitFor(() => { expect(element.getAttribute('aria-busy')).toBeNull() })
  expect(reloaded).not.toHaveBeenCalled()
  vi.stubGlobal('fetch', answers(true))
  again.click()
  await vi.waitFor(() => { expect(reloaded).toHaveBeenCalledTimes(1) })
})
