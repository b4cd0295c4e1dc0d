import { describe, expect, it } from 'vitest'
import { pageHtml, pagesOf, type Page } from './page-html.ts'

const text = (en: string, zh: string) => ({ en, zh })
const course = {
  syllabus: { title: text('Roads & <rivers>', '路'), lectures: { salt: { title: text('The salt road', '盐路') } } },
  decks: [{ lecture: 'salt', lang: 'en' }, { lecture: 'salt', lang: 'zh' }, { lecture: 'gone', lang: 'en' }],
} as unknown as Parameters<typeof pagesOf>[0]

describe('the pages', () => {
  it('are a door, a start page a language, and a practice page and a digest for each deck of the syllabus', () => {
    expect(pagesOf(course).map(({ address }) => address)).toEqual(['', 'en/', 'zh/', 'practice/salt.en/', 'read/salt.en/', 'practice/salt.zh/', 'read/salt.zh/'])
  })

  it.each<[string, RegExp]>([
    ['practice/salt.zh/', /<html lang="zh-CN" data-page="practice" data-lang="zh" data-lecture="salt">/],
    ['practice/salt.zh/', /href="\.\.\/\.\.\/favicon\.svg"/],
    ['en/', /href="\.\.\/favicon\.svg"/],
    ['', /href="\.\/favicon\.svg"/],
    ['', /<a href="\.\/zh\/index\.html" lang="zh-CN">/],
    ['en/', /<title>Roads &amp; &lt;rivers><\/title>/],
  ])('%s has %s', (address, wanted) => {
    expect(pageHtml(pagesOf(course).find(page => page.address === address) as Page)).toMatch(wanted)
  })

  it('name nothing outside, and nothing from the root but their own script', () => {
    for (const page of pagesOf(course)) {
      const html = pageHtml(page)
      expect(html).not.toMatch(/https?:\/\//)
      expect([...html.matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(([, address]) => address).filter(address => address !== '/main.ts')).toEqual([])
    }
  })
})
