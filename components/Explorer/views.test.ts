// @vitest-environment happy-dom
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readCourse } from '#course/disk'
import { withTextsRendered } from '#course/inline'
import { houseRoot } from '#course/roots'
import type { Host } from '#hosts'
import { all, data, host, inThisFile, one, put, putAway, settled } from '../fixture.ts'
import Explorer from './Explorer.vue'

// The models of the invented course: the rules that they come to are tried in src/models.
const { models } = readCourse(join(houseRoot, 'tests/fixture-course'))
const shownHere = ['salt/wants', 'salt/seat', 'salt/caravan'].map(id => [id, withTextsRendered(models[id]!)] as const)
inThisFile(data, { models: { ...data.models, ...Object.fromEntries(shownHere) } })

afterEach(putAway)

const shown = (id: string, on: Host = host()) => put(Explorer, { id }, on).element as HTMLElement
const choose = async (within: Element, group: string | RegExp, option: string | RegExp) => { one(one(within, 'radiogroup', group), 'radio', option).click(); await settled() }
const press = async (within: Element, name: string) => { one(within, 'button', name).click(); await settled() }
const says = (within: Element) => one(within, 'status').textContent!.replace(/\s+/g, ' ').trim()

describe('a decision table', () => {
  it('a case is placed and compared, and the rule of its cell named', async () => {
    const element = shown('salt/wants')
    expect(says(element)).toBe('In which cell does each party stand, and why?')
    await choose(element, 'Where does Valley stand?', 'Means: goods, Wish: to gain')
    expect(says(element)).toBe('Why does Valley stand there? Say it, then compare.')
    expect(element.querySelector('.outcome')).toBeNull()
    await press(element, 'Compare with the article')
    expect(says(element)).toBe('≠ differs. By the rules it comes to: paid off.')
    expect(element.querySelector('td .is-source')!.textContent).toBe('Valley')
    expect(element.textContent).toContain('it holds the key')
    await choose(element, 'Where does Valley stand?', 'Means: a gate, Wish: to keep')
    expect(says(element)).toBe('= agrees. By the rules it comes to: paid off.')
  })
  it('any cell can be tried: a rule, a supplied one, and one that the source does not name', async () => {
    const element = shown('salt/wants')
    await choose(element, 'What to do', 'Try')
    await choose(element, 'Which cell?', 'Means: armed men, Wish: to gain')
    expect(says(element)).toBe('Means: armed men, Wish: to gain: all of it')
    await choose(element, 'Which cell?', 'Means: a gate, Wish: to gain')
    expect(element.textContent).toContain('Supplied by us: No party of the article is in this cell.')
    await choose(element, 'Which cell?', 'Means: goods, Wish: to keep')
    expect(says(element)).toBe('Means: goods, Wish: to keep: not named')
    expect(one(element, 'textbox').getAttribute('placeholder')).toBe('What would you call it?')
  })
  it('the worksheet has empty cells, the key has what follows', () => {
    const sheet = shown('salt/wants', host({ medium: 'paper', sheet: 'worksheet' }))
    expect(sheet.querySelectorAll('.crossed .to-fill')).toHaveLength(6)
    expect(sheet.textContent).not.toContain('paid off')
    expect(shown('salt/wants', host({ medium: 'paper', sheet: 'key' })).textContent).toContain('paid off')
  })
})

describe('weighted scores', () => {
  const type = async (within: Element, name: string, value: string) => {
    const field = within.querySelector<HTMLInputElement>(`input[aria-label="${name}"]`)!
    field.value = value
    field.dispatchEvent(new Event('change', { bubbles: true }))
    await settled()
  }
  it('two sets of weights give two orders, side by side', () => {
    expect(says(shown('salt/seat'))).toBe('Guard: 1 Kell 7.5 (fit), 2 Ondra 5.1 (unfit), 3 Mira 4.0 (unfit). Market: 1 Mira 7.2 (fit), 2 Ondra 5.6 (unfit), 3 Kell 5.0 (unfit).')
  })
  it('of one weight it says where the first place turns; changed beyond it, another comes first', async () => {
    const element = shown('salt/seat')
    await choose(element, 'What to do', 'One weight')
    expect(says(element)).toContain('No weight of Water changes who comes first.')
    const criterion = element.querySelector<HTMLSelectElement>('select')!
    criterion.value = 'trade'
    criterion.dispatchEvent(new Event('change', { bubbles: true }))
    await settled()
    expect(says(element)).toMatch(/^From a weight of \d\.\d for Trade \(now 1\.0\), \w+ comes before Kell\.$/)
  })
  it('a cell that is not stated counts what the model says, and the figure says so until the class gives it a score', async () => {
    const element = shown('salt/seat')
    const silent = () => [...element.querySelectorAll('.not-stated')].map(each => each.closest('tr')!.querySelector('th')!.textContent)
    const note = () => element.querySelector('.note')!.textContent
    expect(element.querySelector<HTMLInputElement>('input[aria-label="Mira: Salt"]')!.value).toBe('2')
    expect(silent()).toEqual(['Salt'])
    expect(note()).toContain('Change a weight, or give scores of your own. * Not stated: counts as 2.')
    await type(element, 'Mira: Salt', '7')
    expect([silent(), note()]).toEqual([[], 'Change a weight, or give scores of your own. This is a model, not a finding of the article. Compare: Varga 2031'])
    await press(element, 'Reset')
    expect(silent()).toEqual(['Salt'])
    await choose(element, 'Whose scores', 'ours')
    expect(silent()).toEqual([])
    await press(element, 'Reset')
  })
  it('in print says why it counts so; a worksheet says nothing of it', () => {
    const printed = (sheet: 'key' | 'worksheet') => shown('salt/seat', host({ medium: 'paper', sheet })).querySelector('.note')!.textContent
    expect(printed('key')).toContain('* Not stated: counts as 2. Where nothing is said, nothing is promised.')
    expect(printed('worksheet')).not.toContain('*')
  })
  it('scores of one’s own are empty at first, and a total waits for them', async () => {
    const element = shown('salt/seat')
    await choose(element, 'Whose scores', 'ours')
    expect(says(element)).toBe('Some scores are still to be given.')
    for (const option of ['Kell', 'Ondra', 'Mira']) for (const criterion of ['Water', 'Roads', 'Walls', 'Salt', 'Trade']) await type(element, `${option}: ${criterion}`, option === 'Ondra' ? '99' : '3')
    expect(says(element)).toContain('Guard: 1 Ondra 10.0 (fit), 2 Kell 3.0 (unfit), 2 Mira 3.0 (unfit).')
    await press(element, 'Reset')
    expect(says(element)).toContain('Guard: 1 Kell')
  })
})

describe('a game', () => {
  it('is played to its end against the program; what changed is told, and the rule that did it', async () => {
    const element = shown('salt/caravan')
    expect(says(element)).toBe('Round 1 of 6.')
    for (let round = 0; round < 6; round++) {
      await choose(element, 'Your move', /^Wait/)
      await press(element, 'Make the move')
      expect(element.querySelector('[data-entry=move]')!.textContent).toMatch(/^Wait: (?:purse \+1|±0)/)
    }
    expect(says(element)).toMatch(/^The game is over\. Upper valley: (?:balanced|bound|an empty road)\./)
    expect(element.querySelector('.fired')!.textContent).toContain('Why:')
    expect(all(element, 'radio').filter(radio => /Wait/.test(radio.getAttribute('aria-label') ?? ''))).toEqual([])
    expect(element.querySelectorAll('.story li')).toHaveLength(6)
  })
  it('a move toward a power wants one; a move that cannot be paid is shut', async () => {
    const element = shown('salt/caravan')
    await choose(element, 'You play', 'Lower valley')
    await choose(element, 'Your move', /^Pledge/)
    expect((one(element, 'button', 'Make the move') as HTMLButtonElement).disabled).toBe(true)
    await choose(element, 'With whom?', 'port')
    await press(element, 'Make the move')
    await choose(element, 'Your move', /^Wait/)
    const dear = all(element, 'radio').filter(radio => /cannot be paid/.test(radio.getAttribute('aria-label') ?? ''))
    expect(dear.length).toBeGreaterThan(0)
    for (const radio of dear) expect((radio as HTMLInputElement).disabled).toBe(true)
  })
  it('a short game ends sooner, and who missed the best end is told by how much', async () => {
    const element = shown('salt/caravan')
    await choose(element, 'You play', 'Lower valley')
    await choose(element, 'How long?', '3 rounds')
    for (let round = 0; round < 3; round++) {
      await choose(element, 'Your move', /^Take toll/)
      await press(element, 'Make the move')
    }
    expect(says(element)).toMatch(/^The game is over\. Lower valley: .+ For “balanced” you lacked: every tie 2 or more \(you have \d\)/)
  })
  it('prints its rules, and a sheet to write the rounds into', () => {
    const sheet = shown('salt/caravan', host({ medium: 'paper', sheet: 'worksheet' }))
    expect(sheet.querySelectorAll('[data-table=rounds] tbody tr')).toHaveLength(6)
    expect(sheet.textContent).toContain('Jealousy')
    expect(sheet.querySelector('[data-list=rules]')!.textContent).toContain('Jealousy: If gap between ties 3 or more: purse −1')
    expect(sheet.querySelector('[data-list=moves]')!.textContent).toContain('Pledge: costs 2 purse; this tie +2, other ties −1; port: purse +1')
    expect(sheet.querySelector('[data-list=events]')!.textContent).toContain('1 Robbers: purse −1; not after “Host”')
    expect(sheet.querySelector('[data-list=players]')!.textContent).toContain('Upper valley: purse 4, port 1')
  })
})
