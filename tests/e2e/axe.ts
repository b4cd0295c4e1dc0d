// What axe finds in a page. It runs in the page itself and gives back only what is broken: @axe-core/playwright brings back all that
// passed as well, with its HTML, and that was nineteen parts of twenty of what a practice page took.
import axe from 'axe-core'
import type { Page } from '@playwright/test'

export interface Looked {
  /** Only what stands in the first element that fits. Left out: the whole page. */
  within?: string
  /** What stands in these is passed over. */
  except?: readonly string[]
  /** Rules that are not asked. An id that axe does not know throws. */
  withoutRules?: readonly string[]
}

export interface Broken { rule: string, message: string }

/** All that axe asks by default, but for what is left out by name. */
export async function broken(page: Page, { within, except = [], withoutRules = [] }: Looked = {}): Promise<Broken[]> {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axe.source)
  return page.evaluate(async ([within, except, withoutRules]) => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe
    const rules = Object.fromEntries(withoutRules.map(rule => [rule, { enabled: false }]))
    const where = { include: [[within ?? 'html']], exclude: except.map(part => [part]) }
    const { violations } = await run(where, { resultTypes: ['violations'], rules })
    return violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 3).map(node => ({
      rule: id,
      message: `${id}: ${help}: ${node.target.join(' ')} ${node.html.slice(0, 120)} ${node.any[0]?.message ?? ''}`,
    })))
  }, [within, except, withoutRules] as const)
}

/** The same in words. */
export const brokenRules = async (page: Page, looked: Looked = {}): Promise<string[]> => (await broken(page, looked)).map(({ message }) => message)
