// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answer, data, host, keysHere, MemoryShelf, one, put, putAway, settled } from '../components/fixture.ts'
import Practice from './Practice.vue'
import { plainText } from '#course'
import Sheet from './Sheet.vue'

afterEach(putAway)
const page = (on = host()) => put(Practice, {}, on).element.parentElement!
const count = Object.keys(data.items).length

describe('the practice page', () => {
  it('has every exercise once, under one heading of the first rank', () => {
    const there = page()
    expect([...there.querySelectorAll('.exercise')].map(each => each.getAttribute('data-exercise')).sort()).toEqual(Object.keys(data.items).sort())
    expect(there.querySelectorAll('h1')).toHaveLength(1)
    expect(there.querySelector('a.skip')!.getAttribute('href')).toBe(`#${there.querySelector('main')!.id}`)
  })

  it('the practice page names what it cannot show, and nothing of other lectures', () => {
    const problems = [
      { path: 'exercises/salt/lost.yaml', line: 7, message: 'cannot be read as YAML' },
      { path: 'exercises/amber/lost.yaml', line: 1, message: 'another lecture' },
      { path: 'slides/salt.en.md', line: 1, message: 'a slide' },
    ]
    expect(page(host({ problems })).querySelector('.unread')!.textContent).toMatch(/^For the author: .*exercises\/salt\/lost\.yaml:7 cannot be read as YAML$/)
    putAway()
    expect(page().querySelector('.unread')).toBeNull()
  })

  it('has the figures of the lecture\'s slides at its end, one click away, all of them on paper', async () => {
    const there = page()
    expect(there.querySelectorAll('#figures [data-explorer]')).toHaveLength(0)
    window.dispatchEvent(new Event('beforeprint'))
    await vi.waitFor(() => { expect(there.querySelectorAll('#figures [data-explorer]').length).toBeGreaterThan(0) }, { timeout: 10_000 })
    expect([...there.querySelectorAll('#figures [data-explorer]')].map(each => each.getAttribute('data-explorer'))).toEqual(['salt/watches'])
    expect(there.querySelector('#figures h3')!.textContent).toBe('The treaty')
    expect(there.querySelector('.opening a[href="#figures"]')!.textContent).toBe('Interactive figures')
  })

  it('has after them what no slide shows, a stance by its question', () => {
    const question = { en: 'Whose gate is it?', zh: '这是谁的门？' }
    data.stances['salt/gate'] = { question } as never
    try {
      const there = page()
      expect([...there.querySelectorAll('#figures [data-figure="Stance"] h3')].map(({ textContent }) => textContent)).toEqual([question.en])
    }
    finally {
      delete data.stances['salt/gate']
    }
  })

  it('tells how far one is, in words and at each stop', async () => {
    const there = page()
    expect(there.textContent).toContain('No answers yet.')
    const first = there.querySelector('[data-exercise="salt/choice"]')!
    await answer(first, 'salt/choice', 'ground')
    one(first, 'button', 'Check').click()
    await settled()
    expect(one(there, 'status', `1 of ${count} answered, 0 right`)).toBeTruthy()
    expect(there.querySelector('.stops a[href="#salt/choice"]')!.textContent).toContain('not yet')
    one(first, 'button', 'Try again').click()
    await settled()
    await answer(first, 'salt/choice', 'passage')
    one(first, 'button', 'Check').click()
    await settled()
    expect(one(there, 'status', `1 of ${count} answered, 1 right`)).toBeTruthy()
    expect(there.querySelector('.stops a[href="#salt/choice"]')!.textContent).toContain('right')
  })

  it('links an exercise to its slide', () => {
    expect([...page().querySelectorAll('.back a')].map(link => [link.getAttribute('href'), link.textContent])).toContainEqual(['../slides/#/the-treaty', 'On slide 3'])
  })

  it('links what stands on no slide to the slide that teaches it: by its number, as a headline may be the answer, until it is answered', async () => {
    const on = host()
    const there = page(on)
    const links = () => [...there.querySelectorAll('[id="salt/text"] .back a')].map(link => [link.getAttribute('href'), link.textContent])
    expect(links()).toEqual([['../slides/#/the-treaty', 'See slide 3']])
    on.store.record({ exercise: 'salt/text', revision: data.items['salt/text']!.revision, response: 'Mira', lang: 'en' })
    await settled()
    expect(links()).toEqual([['../slides/#/the-treaty', 'See slide 3: The treaty']])
  })

  it('clears only when asked twice', async () => {
    const on = host()
    const there = page(on)
    on.store.record({ exercise: 'salt/choice', revision: data.items['salt/choice']!.revision, response: 'ground', lang: 'en' })
    await settled()
    one(there, 'button', 'Clear answers').click()
    await settled()
    expect(on.store.answers()).toHaveLength(1)
    on.desk('salt/number').change('12')
    one(there, 'button', 'Yes, those of this lecture').click()
    await settled()
    expect(on.store.answers()).toHaveLength(0)
    expect(one(there, 'status', 'The answers to this lecture were cleared.')).toBeTruthy()
    expect(on.desk('salt/number').response).toBe('')
    expect(there.querySelector('[data-exercise="salt/choice"]')!.getAttribute('data-verdict')).toBeNull()
  })

  it('counts its own lecture, and clears it alone or the whole course', async () => {
    const on = host()
    on.store.record({ exercise: 'sea/ship', revision: 'r', response: 'another lecture', lang: 'en' })
    const there = page(on)
    expect(there.textContent).toContain('No answers yet.')
    expect(one(there, 'button', 'Export answers').getAttribute('aria-disabled')).toBe('true')
    one(there, 'button', 'Clear answers').click()
    await settled()
    expect(one(there, 'button', 'Yes, those of this lecture').getAttribute('aria-disabled')).toBe('true')
    on.store.record({ exercise: 'salt/choice', revision: 'r', response: 'ground', lang: 'en' })
    await settled()
    one(there, 'button', 'Yes, those of this lecture').click()
    await settled()
    expect(on.store.answers().map(({ exercise }) => exercise)).toEqual(['sea/ship'])
    one(there, 'button', 'Clear answers').click()
    await settled()
    one(there, 'button', 'Yes, those of the whole course').click()
    await settled()
    expect(on.store.answers()).toHaveLength(0)
    expect(one(there, 'status', 'All answers were cleared.')).toBeTruthy()
  })

  it('says of a copy without keys what is so: it keeps, and grades nothing', async () => {
    const on = host({ withoutKeys: true })
    const there = page(on)
    expect(there.querySelector('.opening')!.textContent).toContain('no answers in it')
    expect(there.textContent).not.toMatch(/\bCheck\b|Show answer|check, reread/)
    const first = there.querySelector('[data-exercise="salt/choice"]')!
    await answer(first, 'salt/choice', 'ground')
    one(first, 'button', 'Keep answer').click()
    await settled()
    expect(one(there, 'status', `1 of ${count} answered`).textContent).not.toContain('right')
    one(first, 'button', 'Change it').click()
    await settled()
    expect((one(first, 'radio', 'ground') as HTMLInputElement).checked).toBe(true)
  })

  it('exports a stance with the answers, and counts it among none of them', async () => {
    data.stances['salt/gate'] = {} as never
    const on = host()
    const there = page(on)
    expect(one(there, 'button', 'Export answers').getAttribute('aria-disabled')).toBe('true')
    on.store.record({ exercise: 'stances/salt/gate', revision: 'r', response: { before: { place: 2, sure: 70 } }, lang: 'en' })
    on.store.record({ exercise: 'stances/sea/ship', revision: 'r', response: {}, lang: 'en' })
    await settled()
    expect(there.textContent).toContain('No answers yet.')
    let blob: Blob | undefined
    const create = vi.spyOn(URL, 'createObjectURL').mockImplementation((given) => { blob = given as Blob; return 'blob:x' })
    one(there, 'button', 'Export answers').click()
    create.mockRestore()
    delete data.stances['salt/gate']
    expect((JSON.parse(await blob!.text()) as { answers: { exercise: string }[] }).answers.map(({ exercise }) => exercise)).toEqual(['stances/salt/gate'])
  })

  it('exports what was answered as a JSON file', async () => {
    const on = host()
    on.store.record({ exercise: 'salt/choice', revision: 'r', response: 'ground', lang: 'en' })
    on.store.record({ exercise: 'sea/ship', revision: 'r', response: 'another lecture', lang: 'en' })
    const there = page(on)
    let file: Blob | undefined
    const [make, drop] = [vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => { file = blob as Blob; return 'blob:x' }), vi.spyOn(URL, 'revokeObjectURL').mockReturnValue(undefined)]
    const button = one(there, 'button', 'Export answers')
    expect(document.getElementById(button.getAttribute('aria-describedby')!)?.textContent, 'what it is for stands beside it').toMatch(/for your teacher.*cannot be read back in here/)
    button.click()
    expect(JSON.parse(await file!.text()).answers).toMatchObject([{ exercise: 'salt/choice', response: 'ground' }])
    expect(JSON.parse(await file!.text()).answers).toHaveLength(1)
    await settled()
    expect(one(there, 'status', 'is where this browser puts its downloads')).toBeTruthy()
    make.mockRestore()
    drop.mockRestore()
  })

  it('says when nothing can be kept, and when something could not be read', () => {
    const shelf = new MemoryShelf()
    expect(page(host({ shelf })).textContent).not.toMatch(/store anything|set aside/)
    shelf.setItem(keysHere.answers, 'half a li')
    expect(page(host({ shelf })).textContent).toContain('One stored answer could not be read.')
    shelf.getItem = () => { throw new DOMException('no', 'SecurityError') }
    expect(one(page(host({ shelf })), 'alert', 'does not let the page store anything')).toBeTruthy()
  })
})

describe('the frameworks', () => {
  it('stand at the end, each with a drawing, its description and the places of what it draws', async () => {
    const there = page()
    window.dispatchEvent(new Event('beforeprint'))
    await vi.waitFor(() => { expect(there.querySelectorAll('#frameworks .framework')).toHaveLength(1) }, { timeout: 10_000 })
    expect([...there.querySelectorAll('#frameworks [data-framework]')].map(each => each.getAttribute('data-framework'))).toEqual(['salt/bargain'])
    expect(there.querySelector('#frameworks .framework')!.classList).toContain('as-mermaid')
    expect(there.querySelector('#frameworks details')!.textContent).toContain('each giving the road one thing')
    expect([...there.querySelectorAll('#frameworks .cited .cite')].map(each => each.getAttribute('data-claim'))).toContain('varga-2031/bargain')
    expect([...there.querySelectorAll('#frameworks .rows li')].map(each => each.textContent!.trim())).toContain('the guild → a toll per mule → the valley')
    expect(there.querySelector('.opening a[href="#frameworks"]')).not.toBeNull()
  })
  it('have no place on the page of a lecture without one', () => {
    expect(page({ ...host(), data: { ...data, frameworksDrawn: [] } }).querySelector('#frameworks, a[href="#frameworks"]')).toBeNull()
  })
})

describe('the way to paper', () => {
  it('prints when all figures are there, and not before', async () => {
    let thereWhenPrinted: number | undefined
    const there = page()
    const print = window.print = vi.fn(() => { thereWhenPrinted = there.querySelectorAll('.near-figure:not(.is-there)').length })
    expect(there.querySelectorAll('.near-figure:not(.is-there)').length).toBeGreaterThan(0)
    one(there, 'button', 'Print this page').click()
    expect(print).not.toHaveBeenCalled()
    await vi.waitFor(() => { expect(print).toHaveBeenCalledOnce() }, { timeout: 10_000 })
    expect(thereWhenPrinted).toBe(0)
  })
  it('a sheet on the screen has a button for it, and the way back', () => {
    const print = window.print = vi.fn()
    const there = put(Sheet, {}, host({ medium: 'paper', sheet: 'worksheet' })).element.parentElement!
    one(there, 'button', 'Print or save as PDF').click()
    expect(print).toHaveBeenCalledOnce()
    expect(there.querySelector('.print-bar a')!.getAttribute('href')).toBe('../salt.en/')
  })
})

describe('the sheet', () => {
  it('has room for a name on the worksheet, and numbers its exercises', () => {
    const { element } = put(Sheet, {}, host({ medium: 'paper', sheet: 'worksheet' }))
    expect(element.textContent).toContain('Name')
    for (const index of Object.keys(data.items).keys()) expect(element.textContent).toContain(`Exercise ${index + 1}`)
    expect(element.querySelectorAll('main.sheet button')).toHaveLength(0)
  })

  it.each(['en', 'zh'] as const)('%s: ends with the blank form of each model of the lecture, and what to write into it; a key has those that are read in the article', (lang) => {
    const forms = (sheet: 'worksheet' | 'key') => [...put(Sheet, {}, host({ medium: 'paper', sheet, lang })).element.querySelectorAll('.model-sheet')]
    const own = Object.entries(data.models).filter(([id]) => id.startsWith('salt/'))
    expect(own.length).toBeGreaterThan(0)
    expect(forms('worksheet').map(form => form.id).sort()).toEqual(own.map(([id]) => id).sort())
    for (const form of forms('worksheet')) {
      const { title, print } = data.models[form.id]!
      expect(form.querySelector('h2')!.textContent).toBe(plainText(title[lang]))
      expect(form.textContent).toContain(plainText(print.blank[lang]))
      expect(form.textContent).not.toContain(plainText(print.says[lang]))
    }
    expect(forms('key').map(form => form.id).sort()).toEqual(own.filter(([, { view }]) => view === 'cards').map(([id]) => id).sort())
  })

  it.each(['worksheet', 'key'] as const)('a %s has no exercise that is still being written, and its numbers are those of the site', (sheet) => {
    const [first, second, third] = Object.keys(data.items)
    data.draftItems.push(second!)
    try {
      const numbered = [...put(Sheet, {}, host({ medium: 'paper', sheet })).element.querySelectorAll('article > .exercise')].map(each => [each.getAttribute('data-exercise'), /Exercise \d+/.exec(each.textContent)?.[0]])
      expect(numbered.slice(0, 2)).toEqual([[first, 'Exercise 1'], [third, 'Exercise 2']])
    }
    finally { data.draftItems.pop() }
  })

  it.each([['worksheet', 'See slide 3'], ['key', 'See slide 3: The treaty']] as const)('a %s points to the slide that teaches an exercise: %s', (sheet, pointer) => {
    expect(put(Sheet, {}, host({ medium: 'paper', sheet })).element.querySelector('[id="salt/text"] .where')!.textContent!.trim()).toBe(pointer)
  })

  it('says what each exercise is worth; a worksheet not how many there are to find, a key all of it', async () => {
    const worthOf = (element: Element) => [...element.querySelectorAll('.exercise')].map(each => [each.getAttribute('data-exercise'), each.querySelector('.worth')!.textContent])
    const blank = put(Sheet, {}, host({ medium: 'paper', sheet: 'worksheet' })).element
    expect(worthOf(blank)).toContainEqual(['salt/choices', '1 point each; a wrong one costs 1'])
    expect(worthOf(blank)).toContainEqual(['salt/matrix', '4 points'])
    expect(blank.textContent).not.toContain('points in all')
    const on = host({ medium: 'paper', sheet: 'key' })
    await Promise.all(Object.keys(data.items).map(id => on.desk(id).showAnswer()))
    const { element } = put(Sheet, {}, on)
    // What is written freely says how much to write instead.
    const all = worthOf(element).filter(([id]) => data.items[id!]!.kind !== 'essay').map(([, worth]) => Number(/^\d+/.exec(worth!)![0]))
    expect(worthOf(element)).toContainEqual(['salt/choices', '2 points'])
    expect(element.textContent).toContain(`${all.reduce((sum, points) => sum + points, 0)} points in all`)
  })
})
