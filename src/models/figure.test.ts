import { describe, expect, it } from 'vitest'
import { printedFor } from './figure.ts'

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
    ['61.46%', '61.46%'],
    // Nothing is guessed.
    ['半数以上', '半数以上'],
    ['未列', '未列'],
    ['17/34', '17/34'],
    ['2015~2021年', '2015~2021年'],
  ])('%s => %s', (printed, said) => {
    expect(printedFor(printed, 'en')).toBe(said)
    expect(printedFor(printed, 'zh')).toBe(printed)
  })
})
