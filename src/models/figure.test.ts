import { describe, expect, it } from 'vitest'
import type { Series } from '#schema'
import { printedFor, unitsPrinted } from './figure.ts'

const units = {
  dollar: { en: ['dollars'], zh: ['美元'], shown: 'US$…' },
  tonne: { en: ['tonnes'], zh: ['吨'], shown: '… t' },
  yen: { en: ['yen'], zh: ['日元'], shown: 'JP¥…' },
  megawatt: { en: [], zh: ['兆瓦'], shown: '… MW' },
  'one-of-several': { en: [], zh: ['个'], shown: '…' },
  country: { en: ['countries'], zh: ['国', '国家'], shown: '…' },
  stage: { en: ['stages'], zh: ['阶段'] },
}

describe('a printed figure, for readers of the other script', () => {
  it.each([
    ['接近 80%', 'nearly 80%'],
    ['约948亿美元', 'about US$94.8 billion'],
    ['1.2万亿美元', 'US$1.2 trillion'],
    ['100亿', '10 billion'],
    ['29.50亿', '2.950 billion'],
    ['2.50亿', '250 million'],
    ['3.5万吨', '35,000 t'],
    ['70多个', 'over 70'],
    ['11个国家', '11'],
    ['逾5万亿日元', 'over JP¥5 trillion'],
    ['500兆瓦', '500 MW'],
    ['61.46%', '61.46%'],
    // Nothing is guessed.
    ['5个阶段', '5个阶段'],
    ['30韩元', '30韩元'],
    ['半数以上', '半数以上'],
    ['未列', '未列'],
    ['17/34', '17/34'],
    ['2015~2021年', '2015~2021年'],
  ])('%s => %s', (printed, said) => {
    expect(printedFor(printed, 'en', units)).toBe(said)
    expect(printedFor(printed, 'zh', units)).toBe(printed)
  })
})

it('of a course\'s units a lecture carries those that its series are printed in, without what `verify` reads', () => {
  const cells = { value: { printed: '约948亿美元' }, share: { printed: '61%' }, stages: { printed: '3个阶段' }, words: { en: 'not in yen', zh: '不是日元' } }
  const series = { rows: { all: { cells } } } as unknown as Series
  expect(unitsPrinted([series], units)).toEqual({ 'dollar': { zh: ['美元'], shown: 'US$…' }, 'one-of-several': { zh: ['个'], shown: '…' } })
})
