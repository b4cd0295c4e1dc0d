import { describe, expect, it, test } from 'vitest'
import type { Source } from '#schema'
import { speakerName, speaks, withoutYear } from './speakers.ts'

const person = (family: string, given: string, native?: string) => ({ latin: { family, given }, ...native ? { native } : {} })
const source = (en: string, zh: string, more: Partial<Source> = {}): Source => ({
  type: 'article-journal', author: [], issued: '2031', title: {}, licence: { en: '', zh: '' }, standpoint: { en: '', zh: '' },
  short: { en, zh }, outline: [], exceptions: [], ...more,
})
const sources: Record<string, Source> = {
  'varga-2031': source('Varga 2031', '瓦尔加 2031', { author: [person('Varga', 'Ilse', '瓦尔加')] }),
  'wang-li-2031': source('Wang Li 2031', '王立 2031', { author: [person('Wang', 'Li', '王立')] }),
  'wang-2030': source('Wang 2030', '王 2030', { issued: '2030-05', author: [person('Wang', 'Min', '王敏')] }),
  'wang-2029': source('Wang 2029', '王 2029', { issued: '2029', author: [person('Wang', 'Bo', '王波')] }),
  'cui-fu-2031': source('Cui and Fu 2031', '崔珩、付 2031', { author: [person('Cui', 'Heng', '崔珩'), person('Fu', 'Yu', '付宇')] }),
  'pact-1874': source('Pass Treaty 1874', '山口条约 1874', { issued: '1874', type: 'treaty' }),
  'order-9': source('Order 14155', '第14155号令', { issued: '2025', type: 'legislation' }),
  'crier': source('Crier and Herald 2031', '号角报 2031', { type: 'article-newspaper', outside: true, author: [person('A', 'B'), person('C', 'D')] }),
  'comment': source('Ruiz 2031', '鲁伊斯 2031', { type: 'article-newspaper', author: [person('Ruiz', 'Ana')] }),
  'speech-a': source('Mayor 2030', '市长 2030', { issued: '2030', type: 'speech' }),
  'speech-b': source('Mayor 2031', '市长 2031', { type: 'speech' }),
  'latin': source('Mediamax 2031', 'Mediamax 2031', { type: 'article-newspaper', outside: true }),
}

describe('who speaks, in the running head', () => {
  it.each([
    ['varga-2031', 'Varga argues', '瓦尔加认为'],
    ['wang-li-2031', 'Wang Li argues', '王立认为'],
    ['wang-2030', 'Wang Min argues', '王敏认为'],
    ['cui-fu-2031', 'Cui and Fu argue', '崔珩、付认为'],
    ['pact-1874', 'Pass Treaty records', '山口条约载明'],
    ['order-9', 'Order 14155 records', '第14155号令载明'],
    ['crier', 'Crier and Herald report', '号角报报道'],
    ['comment', 'Ruiz argues', '鲁伊斯认为'],
    ['speech-a', 'Mayor 2030 announces', '市长 2030 宣布'],
    ['latin', 'Mediamax reports', 'Mediamax 报道'],
  ])('%s: %s / %s', (id, en, zh) => expect(speaks(id, sources)).toEqual({ en, zh }))

  test('a surname that nobody shares stays as the citation has it', () => {
    const { 'wang-2030': only, 'varga-2031': other } = sources
    expect(speakerName('only', { only: only!, other: other! }, 'en')).toBe('Wang')
  })
})

test.each([
  ['IMF outlook, October 2025', '2025-10', 'IMF outlook'],
  ['国际货币基金组织展望 2025年10月', '2025-10', '国际货币基金组织展望'],
  ['Yang 2026, English abstract', '2026', 'Yang, English abstract'],
  ['RFE/RL on the agreement 2025', '2025', 'RFE/RL on the agreement'],
  ['Executive Order 14155', '2025', 'Executive Order 14155'],
  ['2025', '2025', '2025'],
])('%s, of %s: %s', (short, issued, name) => expect(withoutYear(short, issued)).toBe(name))
