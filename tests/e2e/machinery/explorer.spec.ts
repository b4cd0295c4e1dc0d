// Models as their users have them: a class on a slide, a student alone with a page or a telephone. Each view stands in
// the invented lecture; what is worked here is found in its record, and what follows is what #models makes of it.
import type { Locator, Page } from '@playwright/test'
import { firstPlaceTurns, ranked, scoresOf } from '#models'
import { type Language, languages, type ModelOf, type Text, type View, views } from '#schema'
import { brokenRules } from '../axe.ts'
import { foundOnPage, foundOnSlide, measuredSlide } from '../measuring.ts'
import { course, currentSlide, expect, fixture, plain, settledOn, test, words } from './site.ts'

type Hand = 'mouse' | 'keys' | 'finger'
type Medium = 'slide' | 'page'

/** One model under somebody's hands. `look` is called where there is most to see. */
interface Worked { model: Locator, lang: Language, hand: Hand, medium: Medium, look: (state: string) => Promise<void> }

const slides = (lang: Language) => fixture.deckIn(lang).slides.flatMap(({ id, tags }) => tags.filter(({ name }) => name === 'Explorer').map(({ attributes }) => ({ id, model: attributes['id']! })))
/** The model of a view. */
const idOf = (view: View) => slides('en').map(({ model }) => model).find(id => course.models[id]!.view === view)!
const recordOf = <V extends View>(view: V) => course.models[idOf(view)] as ModelOf<V>
const nodesOf = (framework: string) => course.frameworks[framework]!.nodes
const fill = (text: string, values: Record<string, string>) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name]!)

async function press(what: Locator, hand: Hand) {
  if (hand === 'mouse') return what.click()
  if (hand === 'finger') return what.tap()
  await what.focus()
  await what.press(await what.getAttribute('type') === 'button' ? 'Enter' : 'Space')
}
const radio = (within: Locator, group: string, name: string | RegExp) => within.getByRole('radiogroup', { name: group, exact: true }).getByRole('radio', { name, exact: true })
const button = (within: Locator, name: string | RegExp) => within.getByRole('button', { name, exact: true })
const status = (model: Locator) => model.getByRole('status').first()
async function write(field: Locator, text: string, hand: Hand) {
  if (hand !== 'keys') return field.fill(text)
  await field.focus()
  await field.press('ControlOrMeta+a')
  await field.pressSequentially(text)
}

const work: Record<View, (worked: Worked) => Promise<void>> = {
  'cards': async ({ model, lang, hand, medium, look }) => {
    const { cards: say, supplied, task: tasks, reset } = words[lang].explorer
    const { framework, rules, outcomes, tasks: { lay, place, withdraw } } = recordOf('cards')
    const nodes = nodesOf(framework)
    const name = (text: Text) => plain(text[lang])
    const lays = (corner: string, card: string) => press(radio(model, say.cards(nodes[corner]!.names[lang]), card), hand)
    await expect(status(model)).toHaveText(say.start)
    await lays('valley', say.none)
    await lays('guild', name(lay!.cases['guild']!.name))
    await expect(status(model)).toHaveText(say.wanting(1))
    await lays('league', name(lay!.cases['league']!.name))
    const failure = nodes['valley']!.failure!
    await expect(status(model), 'the rule that fired, and the failure paired with the corner').toHaveText(fill(name(rules['missing']!.says), { failures: failure.names[lang] }))
    await expect(model.locator('.failure')).toHaveText([failure.names[lang]])
    const cite = model.locator('.follows').getByRole('button')
    await press(cite.first(), hand)
    await expect(model.getByRole('group', { name: new RegExp(course.sources['varga-2031']!.short[lang]) }), 'its claim').toContainText(name(course.claims[failure.claims[0]!]!.says))
    await cite.first().press('Escape')

    await lays('valley', say.notStated)
    await expect(status(model), 'what stays open').toHaveText(fill(name(rules['silent']!.says), { open: nodes['valley']!.names[lang] }))
    await expect(model.locator('.failure')).toHaveCount(0)
    if (medium === 'page') await expect(model.locator('.follows'), 'a rule of ours is said to be ours').toContainText(`${supplied}${lang === 'zh' ? '' : ' '}${name(rules['silent']!.why!)}`)
    await lays('valley', name(lay!.cases['valley']!.name))
    await expect(status(model), 'two words on one corner, neither preferred').toHaveText(say.forked([name(outcomes['runs']!.short), failure.names[lang]]))
    await look('forked')
    await press(button(model, reset), hand)
    await expect(status(model)).toHaveText(say.start)
    await expect(model.getByRole('radio', { checked: true }), 'only the task is still chosen').toHaveCount(1)

    await press(radio(model, tasks, name(place!.name)), hand)
    await press(radio(model, name(place!.case), name(place!.cases['winter']!.name)), hand)
    await press(radio(model, say.marks(nodes['valley']!.names[lang]), name(place!.states.given)), hand)
    await press(radio(model, say.marks(nodes['guild']!.names[lang]), name(place!.states.given)), hand)
    await press(button(model, say.compare), hand)
    await expect(status(model)).toContainText(say.agree(1, 2))
    await expect(model.locator('[data-agrees=false]')).toHaveText(new RegExp(say.differs))
    for (const { says } of [place!.cases['winter']!.corners['valley']!, place!.cases['winter']!.corners['valley']!.but!, place!.cases['winter']!.outcome]) await expect(model).toContainText(name(says))
    await look('compared')

    await press(radio(model, tasks, name(withdraw!.name)), hand)
    await expect(status(model)).toContainText(name(withdraw!.nothing))
    const guards = model.getByRole('checkbox', { name: name(withdraw!.commitments['league']!.name), exact: true })
    await press(guards, hand)
    await expect(status(model)).toContainText(fill(name(withdraw!.silent), { commitment: name(withdraw!.commitments['league']!.name) }))
    await press(model.getByRole('checkbox', { name: name(withdraw!.commitments['guild']!.name), exact: true }), hand)
    await expect(status(model)).toContainText(say.conditions([say.read(nodesOf(withdraw!.framework)['no-use']!.names[lang])]))
    await expect(model.locator('[data-step]')).toHaveCount(1)
    await press(button(model, say.next), hand)
    await expect(model.locator('[data-step]').last()).toContainText(name(withdraw!.steps['anew']!.says))
    await expect(button(model, say.next)).toHaveCount(0)
    await look('withdrawn')
    await press(guards, hand)
    await press(model.getByRole('checkbox', { name: name(withdraw!.commitments['guild']!.name), exact: true }), hand)
    await expect(status(model), 'given back').toContainText(name(withdraw!.nothing))
  },

  'signed-graph': async ({ model, lang, hand, medium, look }) => {
    const { graph: say } = words[lang].explorer
    const record = course.frameworks[recordOf('signed-graph').framework]!
    const name = (node: string) => record.nodes[node]!.names[lang]
    const pair = (one: string, other: string) => words[lang].framework.pair(name(one), name(other))
    const turn = (one: string, other: string, sign: string) => press(radio(model, pair(one, other), new RegExp(`^${sign.replace('+', '\\+')}`)), hand)
    await expect(model).toHaveAttribute('data-balance', 'undetermined')
    await expect(status(model), 'what stays open').toContainText(say.undetermined(1))
    await expect(status(model)).toContainText(say.both(pair('valley', 'guild')))
    await turn('valley', 'league', '+')
    await expect(model).toHaveAttribute('data-balance', 'balanced')
    await expect(model, 'the article is silent there').toContainText(say.silent(plain(course.sources['varga-2031']!.short[lang]), pair('valley', 'league')))
    await turn('valley', 'guild', '−')
    await expect(model).toHaveAttribute('data-balance', 'unbalanced')
    await expect(status(model)).toContainText(say.unbalanced(1))
    await expect(status(model)).toContainText(say.oneOfTwo)
    const { plus } = record.edges['price-of-passage']!.bears!
    await expect(model, 'what the article says of the side that was touched').toContainText(plain(course.claims[plus![0]!]!.says[lang]).slice(0, lang === 'zh' ? 8 : 20))
    await look('unbalanced')
    await press(radio(model, say.domains, record.domains!['gate']![lang]), hand)
    await expect(model).toHaveAttribute('data-balance', 'undetermined')
    await press(radio(model, say.domains, record.domains!['tolls']![lang]), hand)
    await expect(model, 'each field keeps its signs').toHaveAttribute('data-balance', 'unbalanced')

    const fourth = model.getByRole('textbox', { name: say.fourth })
    await expect(model.getByRole('radiogroup')).toHaveCount(4)
    await expect(model.locator('[data-pattern][data-state="chosen"]'), 'where it stands among the eight').toHaveCount(1)
    if (medium === 'slide') {
      await expect(fourth, 'nobody joins on a slide').toHaveCount(0)
      await press(button(model, say.asWritten), hand)
      await expect(model).toHaveAttribute('data-balance', 'undetermined')
      return
    }
    await write(fourth, 'Velm', hand)
    await expect(model.getByRole('radiogroup')).toHaveCount(7)
    await press(radio(model, words[lang].framework.pair(name('league'), 'Velm'), /^−/), hand)
    await expect(model).toContainText(say.yours(words[lang].framework.pair(name('league'), 'Velm')))
    await look('four')
    await press(button(model, say.asWritten), hand)
    await expect(fourth).toHaveValue('')
    await expect(model.getByRole('radiogroup')).toHaveCount(4)
    await expect(model).toHaveAttribute('data-balance', 'undetermined')
  },

  'decision-table': async ({ model, lang, hand, look }) => {
    const { table: say, task: tasks, reset, supplied } = words[lang].explorer
    const { factors, rules, cases, unnamed, outcomes, asks } = recordOf('decision-table')
    const name = (text: Text) => plain(text[lang])
    const colon = lang === 'zh' ? '：' : ': '
    const cell = (means: string, wish: string) => model.getByRole('radio', { name: Object.entries({ means, wish }).map(([factor, value]) => `${name(factors[factor]!.name)}${colon}${name(factors[factor]!.values[value]!.name)}`).join(say.join), exact: true })
    await expect(status(model)).toContainText(name(asks))
    await press(cell('goods', 'keep'), hand)
    await write(model.getByRole('textbox', { name: say.reason }), 'It has mules.', hand)
    await press(button(model, say.compare), hand)
    await expect(model, 'one’s reason stands beside the article’s').toContainText('It has mules.')
    for (const factor of ['means', 'wish']) await expect(model).toContainText(name(cases['valley']!.at[factor]!.says))
    await expect(model).toContainText(name(cases['valley']!.outcome.says))
    await expect(model.locator('.work').getByRole('button').first(), 'its claim').toBeVisible()
    await expect(model.locator('.cell').filter({ hasText: name(cases['valley']!.name) }), 'where the class has it, and where the article does').toHaveCount(2)
    await look('compared')

    await press(radio(model, tasks, say.tasks.try), hand)
    await press(cell('gate', 'gain'), hand)
    const ours = rules['gate-gain']!
    await expect(model.locator('.work'), 'the rule that fired').toContainText(name(ours.says))
    await expect(model.locator('.work'), 'and that it is ours, and why').toContainText(`${supplied}${lang === 'zh' ? '' : ' '}${name(ours.why!)}`)
    await expect(model.locator('.work')).toContainText(name(outcomes[ours.outcome]!.says))
    await look('tried')
    await press(cell('arms', 'keep'), hand)
    await expect(model.locator('.work'), 'no rule').toContainText(name(unnamed!))
    await write(model.getByRole('textbox', { name: say.ownName }), 'a siege', hand)
    await look('unnamed')
    await press(button(model, reset), hand)
    await expect(model.getByRole('radio', { checked: true }), 'only the task').toHaveCount(1)
    await press(radio(model, tasks, say.tasks.place), hand)
    await expect(button(model, say.compare), 'nothing is compared any more').toBeVisible()
    await expect(model.getByRole('textbox', { name: say.reason })).toHaveValue('')
  },

  'weighted-scores': async ({ model, lang, hand, medium, look }) => {
    const { scores: say, task: tasks, table, supplied } = words[lang].explorer
    const record = recordOf('weighted-scores')
    const name = (text: Text) => plain(text[lang])
    const named = (records: Record<string, { name: Text }>, id: string) => name(records[id]!.name)
    const band = (total: number) => named(record.bands!, total >= record.bands!['fit']!.from ? 'fit' : 'unfit')
    const order = (set: string, weights: Record<string, number>) => say.ranking(named(record.sets, set), ranked(Object.keys(record.options), weights, scoresOf(record))
      .map(({ option, total, rank }) => say.place(rank, named(record.options, option), total.toFixed(1), band(total))).join(table.join))
    const { weights } = record.sets['guard']!
    await expect(status(model)).toContainText(order('guard', weights))
    const weight = (criterion: string) => model.getByRole('spinbutton', { name: say.weight(named(record.criteria, criterion), named(record.sets, 'guard')), exact: true })
    const changed = { ...weights, walls: 0, trade: 9 }
    for (const criterion of ['walls', 'trade'] as const) {
      await write(weight(criterion), String(changed[criterion]), hand)
      await weight(criterion).press('Tab')
    }
    await expect(status(model), 'other weights, another order').toContainText(order('guard', changed))
    expect(order('guard', changed)).not.toBe(order('guard', weights))
    await look('weighed')
    await press(button(model, say.asHad), hand)
    await expect(weight('walls')).toHaveValue(String(weights['walls']))
    await expect(status(model)).toContainText(order('guard', weights))

    await press(radio(model, tasks, say.tasks.weight), hand)
    await model.getByRole('combobox', { name: say.pick }).selectOption('trade')
    const turn = firstPlaceTurns(Object.keys(record.options), weights, scoresOf(record), 'trade', record.scale.weight)!
    await expect(status(model), 'where the first place turns').toHaveText(say.turns(named(record.criteria, 'trade'), turn.at.toFixed(1), weights['trade']!.toFixed(1), named(record.options, turn.above), named(record.options, turn.below)))
    await expect(model, 'what the weights rest on').toContainText(`${supplied}${lang === 'zh' ? '' : ' '}${name(record.sets['guard']!.why!)}`)
    await look('one weight')
    await press(radio(model, say.whose, say.own), hand)
    await expect(status(model), 'what stays open').toHaveText(say.wanting)
    await press(radio(model, say.whose, say.source), hand)
    await press(radio(model, tasks, say.tasks.sets), hand)
    if (medium === 'page') for (const { why } of Object.values(record.sets)) await expect(model).toContainText(name(why!))
  },

  'game': async ({ model, lang, hand, look, medium }) => {
    const { game: say } = words[lang].explorer
    const record = recordOf('game')
    const name = (text: Text) => plain(text[lang])
    const row = (player: string) => model.getByRole('row', { name: new RegExp(`^${name(record.players[player]!.name)}`) })
    const standings = async () => (await Promise.all(Object.keys(record.players).map(player => row(player).textContent()))).join('|')
    const make = button(model, say.make)
    const play = async (move: string) => {
      await press(model.getByRole('radio', { name: new RegExp(`^${name(record.moves[move]!.name)}`) }), hand)
      if (record.moves[move]!.toward) await press(radio(model, say.toward, name(Object.values(record.powers)[0]!.name)), hand)
      await press(make, hand)
    }
    await expect(status(model)).toHaveText(say.round(1, record.rounds))
    await expect(make, 'nothing to make yet').toBeDisabled()
    const start = await standings()
    const moves = ['pledge', 'toll', 'host', 'wait', 'toll', 'wait']
    const course: string[] = []
    const fired = new Set<string>()
    for (const [round, move] of moves.entries()) {
      await play(move)
      await expect(status(model)).toContainText(round + 1 < record.rounds ? say.round(round + 2, record.rounds) : say.over)
      course.push(await standings())
      for (const rule of await model.locator('[data-rule]').all()) {
        const id = (await rule.getAttribute('data-rule'))!
        fired.add(id)
        await expect(rule, 'the rule that fired, in its words').toContainText(name(record.rules[id]!.says))
      }
      if (medium === 'page' || round + 1 < record.rounds) await expect(model.locator('.event'), 'what happened').toContainText(say.event)
      if (round === 3) await look('round 5')
    }
    expect(new Set(course).size, 'each round changes something').toBe(moves.length)
    expect([...fired], 'rules fired in this game').not.toEqual([])
    await expect(status(model), 'how it ends').toContainText(new RegExp(`${name(record.players['upper']!.name)}.*(${Object.values(record.outcomes).map(outcome => name(outcome.name)).join('|')})`))
    await expect(make).toHaveCount(0)
    await look('over')

    // Whoever plays another begins again; back at the first, the same moves give the same game.
    for (const player of ['middle', 'upper']) await press(radio(model, say.player, name(record.players[player]!.name)), hand)
    expect(await standings()).toBe(start)
    await play(moves[0]!)
    await expect(status(model)).toContainText(say.round(2, record.rounds))
    expect(await standings()).toBe(course[0])
    await press(button(model, new RegExp(`^${say.again}`)), hand)
    await expect(status(model)).toHaveText(say.round(1, record.rounds))
    await expect(button(model, new RegExp(`^${say.again}`))).toContainText(say.seed(2))
  },
}

test('every view stands on a slide, in both languages alike', () => {
  for (const lang of languages) expect(slides(lang).map(({ model }) => course.models[model]!.view).sort()).toEqual([...views].sort())
})

const named = (page: Page | Locator, view: View, lang: Language) => page.getByRole('region', { name: plain(course.models[idOf(view)]!.title[lang]), exact: true })

for (const [lang, onSlide, onPage] of [['en', 'mouse', 'keys'], ['zh', 'keys', 'mouse']] as const) {
  test(`${lang}: each is worked on its slide by ${onSlide}, measured and looked at by axe where most is to see, and the clicker goes on`, async ({ page }) => {
    test.setTimeout(240_000)
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    const letters: string[] = []
    for (const { id, model } of slides(lang)) {
      await fixture.openSlide(page, lang, id)
      const { view } = course.models[model]!
      await test.step(view, async () => {
        await work[view]({
          model: named(currentSlide(page), view, lang), lang, hand: onSlide, medium: 'slide',
          look: async (state) => {
            letters.push(...await foundOnSlide(page, `${view}, ${state}`))
            letters.push(...(await brokenRules(page, { within: `${measuredSlide} .model`, withoutRules: ['region'] })).map(letter => `${view}, ${state}: ${letter}`))
          },
        })
        await page.keyboard.press('Escape')
        await page.keyboard.press('ArrowRight')
        await expect(page, 'the clicker goes on').not.toHaveURL(new RegExp(`/${id}(\\?|$)`))
      })
    }
    expect(letters).toEqual([])
  })

  test(`${lang}: each is worked on the practice page by ${onPage}; then the page is measured, and looked at by axe in the dark`, async ({ page }) => {
    test.setTimeout(240_000)
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await fixture.openPractice(page, lang, 'figures')
    await settledOn(page)
    for (const view of views) await test.step(view, () => work[view]({ model: named(page, view, lang), lang, hand: onPage, medium: 'page', look: async () => {} }))
    expect(await brokenRules(page, { within: '#figures' })).toEqual([])
    expect(await foundOnPage(page, 'models that were worked')).toEqual([])
  })
}

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true })

  test('each is worked with a finger, nothing is too small to hit, and nothing wider than the page', async ({ page }) => {
    test.setTimeout(240_000)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await fixture.openPractice(page, 'en', 'figures')
    await settledOn(page)
    for (const view of views) {
      await test.step(view, async () => {
        const model = named(page, view, 'en')
        const small = await model.locator('.pick, .cell, .action, .entry:visible').evaluateAll(all => all.flatMap((each) => {
          const { width, height } = each.getBoundingClientRect()
          return Math.min(width, height) < 44 ? [`${each.className} ${each.textContent!.trim()}: ${Math.round(width)} × ${Math.round(height)}`] : []
        }))
        expect(small).toEqual([])
        await work[view]({ model, lang: 'en', hand: 'finger', medium: 'page', look: async () => { expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360) } })
      })
    }
  })
})
