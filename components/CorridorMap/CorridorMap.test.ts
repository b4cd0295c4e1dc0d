// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Host } from '#hosts'
import type { Place, Route } from '#schema'
import { all, data, host, inThisFile, one, put, putAway, settled } from '../fixture.ts'
import CorridorMap from './CorridorMap.vue'

const text = (en: string, zh: string) => ({ en, zh })
const names = (en: string, zh: string) => ({ en, zh, ru: `${en} по-русски` })
const place = (en: string, zh: string, more: Partial<Place> = {}): Place =>
  ({ names: names(en, zh), native: {}, is: 'town', lon: 45, lat: 40, from: 'GeoNames 1', label: { region: 'e' }, ...more })
const route = (en: string, zh: string, vertices: string[], more: Partial<Route> = {}): Route =>
  ({ names: names(en, zh), modes: ['rail'], status: 'built', describes: text(`${en} runs over the pass.`, `${zh}翻过山口。`), vertices, label: {}, claims: ['varga-2031/treaty'], ...more })

inThisFile(data, {
  places: {
    'salt/mine': place('Mine', '盐矿', { native: { hy: 'Հանք', az: 'Mədən' } }),
    'salt/quay': place('Quay', '码头'),
    'salt/pass': place('Pass', '山口', { label: {} }),
    'salt/kingdom': place('Kingdom', '王国', { is: 'country' }),
  },
  routes: {
    'salt/old': route('Old road', '老路', ['salt/mine', 'salt/pass', 'salt/quay']),
    'salt/new': route('New road', '新路', ['salt/mine', 'salt/quay'], { modes: ['road'], status: 'planned', claims: ['varga-2031/lease'], note: text('Its name is contested.', '名称有争议。'), beside: text('a day on foot', '一日路程'), label: { region: { lon: 45, lat: 40 } } }),
  },
  extent: 'region',
  maps: { region: { name: text('the salt country', '盐乡'), step: 0.25, projection: { kind: 'conic', parallels: [38, 55], meridian: 56, cone: 0.7, apex: [329, -700], equator: 1300 }, width: 658, height: 372, at: { 'salt/mine': [100, 50], 'salt/pass': [200, 80], 'salt/quay': [300, 60], 'salt/kingdom': [400, 200] }, routeNames: { 'salt/new': [200, 200] } } },
})

afterEach(putAway)
const shown = (props: Record<string, string> = {}, on: Host = host()) => put(CorridorMap, props, on).element as HTMLElement
const drawn = (within: Element) => [...within.querySelectorAll<SVGElement>('path.route')].map(path => path.dataset['route'])
const turn = async (within: Element, layer: string) => {
  one(within, 'checkbox', layer).click()
  await settled()
}

describe('the map', () => {
  it('draws all routes of the lecture through their places, and lists what it draws', () => {
    const element = shown()
    expect(drawn(element)).toEqual(['salt/old', 'salt/new'])
    expect(element.querySelector('[data-route="salt/old"]')!.getAttribute('d')).toBe('M100 50L200 80L300 60')
    const list = [...element.querySelectorAll('.drawn li')].map(li => li.textContent!.replace(/\s+/g, ' ').trim())
    expect(list).toEqual(['Old road (railway, built): Old road runs over the pass.', 'New road (road, planned): New road runs over the pass. Its name is contested.'])
    expect(element.getAttribute('aria-describedby')).toBe(element.querySelector('.drawn')!.id)
    expect(element.textContent).toContain('Natural Earth, indicative')
  })

  it('has its ground when it has come, and is busy until then', async () => {
    const element = shown()
    expect(element.getAttribute('aria-busy')).toBe('true')
    await settled()
    expect(element.getAttribute('aria-busy')).toBe('false')
    expect(element.querySelector('path.land')!.getAttribute('d')).toBe('M60 60L600 60L600 300L60 300Z')
    expect(element.querySelector('path.border')!.getAttribute('d')).toBe('M300 60L300 300')
  })

  it.each([['en', 'Land and borders could not be loaded.', 'Try again'], ['zh', '陆地和边界线没能载入。', '再试一次']] as const)(
    'says in %s that its ground cannot be fetched, and asks again when told to', async (lang, letter, again) => {
      const said = vi.spyOn(console, 'error').mockImplementation(() => {})
      let isOnline = false
      const ground = async () => {
        if (!isOnline) throw new TypeError('Failed to fetch')
        return { land: 'M1 1Z', borders: 'M2 2' }
      }
      const element = shown({}, host({ lang, ground }))
      await settled()
      expect(one(element, 'alert', letter)).toBeTruthy()
      expect(element.getAttribute('aria-busy')).toBe('false')
      expect(drawn(element), 'its routes are there all the same').toEqual(['salt/old', 'salt/new'])
      one(element, 'button', again).click()
      await settled()
      expect(one(element, 'alert', letter), 'still offline').toBeTruthy()
      isOnline = true
      one(element, 'button', again).click()
      await settled()
      expect(element.querySelector('.no-ground')).toBeNull()
      expect(element.querySelector('path.land')!.getAttribute('d')).toBe('M1 1Z')
      said.mockRestore()
    })

  it('draws those that are asked for; the one spoken of last, thick, and with dashes while it is not built', () => {
    const element = shown({ routes: 'new, salt/old', highlight: 'new' })
    expect(drawn(element)).toEqual(['salt/old', 'salt/new'])
    expect(element.querySelector('[data-route="salt/new"]')!.classList).toContain('is-spoken')
    expect(element.querySelectorAll('.unbuilt')).toHaveLength(1)
    expect(element.querySelector('.drawn')!.textContent).toContain('drawn thick')
    expect(drawn(shown({ routes: 'new' }))).toEqual(['salt/new'])
  })

  it('says beside the name of the one spoken of how long it is, or whether it is built', () => {
    expect(shown({ highlight: 'new' }).querySelector('.route-name')!.textContent).toBe('New roada day on foot')
    expect(shown().querySelector('.route-name')!.textContent).toBe('New road')
  })

  it('makes thick what a claim mentions', () => {
    const element = shown({ claim: 'varga-2031/treaty' })
    expect([...element.querySelectorAll<SVGElement>('.is-spoken.route')].map(path => path.dataset['route'])).toEqual(['salt/old'])
    expect(element.querySelector('.unbuilt')).toBeNull()
  })

  it('switches layers: a mode, a status, names, boundaries', async () => {
    const element = shown()
    await turn(element, 'Railway')
    expect(drawn(element)).toEqual(['salt/new'])
    await turn(element, 'Railway')
    await turn(element, 'Planned')
    expect(drawn(element)).toEqual(['salt/old'])
    expect(element.querySelectorAll('.drawn li')).toHaveLength(1)
    await turn(element, 'Boundaries')
    expect(element.querySelector('.border')).toBeNull()
    await turn(element, 'Places')
    expect([...element.querySelectorAll('.spot')].map(spot => spot.textContent)).toEqual(['Kingdom'])
    expect(element.querySelectorAll('.town, .route-name')).toHaveLength(0)
  })

  it('tells a name as it is written there, when it is pressed or has the focus', async () => {
    const element = shown()
    one(element, 'button', 'Mine').click()
    await settled()
    expect(one(element, 'status').textContent).toBe('Mine · Armenian Հանք · Azerbaijani Mədən · Russian Mine по-русски')
    expect(element.querySelector('[role=status] [lang=hy]')!.textContent).toBe('Հանք')
    one(element, 'button', 'Quay').dispatchEvent(new Event('focus'))
    await settled()
    expect(one(element, 'status').textContent).toContain('Quay')
  })

  it('speaks Chinese', () => {
    const element = shown({ highlight: 'new' }, host({ lang: 'zh' }))
    expect(all(element, 'button').map(button => button.textContent)).toEqual(['盐矿', '码头', '王国'])
    expect(element.textContent).toContain('新路')
    expect(element.textContent).toContain('仅为示意')
  })

  it('has nothing to press in print', () => {
    const element = shown({}, host({ isPrinting: true, medium: 'slide' }))
    expect(element.querySelectorAll('button, input, details')).toHaveLength(0)
    expect(element.querySelectorAll('.spot')).toHaveLength(3)
    expect(element.querySelector('.drawn')!.classList).toContain('visually-hidden')
  })

  it('says which routes there are when one is named that is not', () => {
    expect(shown({ routes: 'salt/odl' }).textContent).toMatch(/no route “salt\/odl”; there are salt\/old, salt\/new/)
  })
  it('says so when the extent was not drawn', () => expect(shown({ view: 'south-caucasus' }).textContent).toContain('not drawn'))
})
