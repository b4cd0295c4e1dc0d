import { describe, expect, it } from 'vitest'
import { plainMarkdown, renderInline, withTextsRendered } from './inline.ts'

describe('inline Markdown', () => {
  it.each([
    ['emphasis', 'a *b* **c**', 'a <em>b</em> <strong>c</strong>'],
    ['HTML is text', '<b>x</b> & y', '&lt;b&gt;x&lt;/b&gt; &amp; y'],
    ['dollars that are money', 'US$94.8 more, then US$3', 'US$94.8 more, then US$3'],
    ['a figure keeps its unit', 'close to 80 % of 3 km, 5 men', 'close to 80\u00A0% of 3\u00A0km, 5 men'],
    ['a link to a script is text', '[x](javascript:alert(1))', '[x](javascript:alert(1))'],
  ])('%s', (_name, text, html) => expect(renderInline(text)).toBe(html))
  it('sets formulas', () => expect(renderInline('stable $S \\land C$')).toContain('<annotation encoding="application/x-tex">S \\land C</annotation>'))
  it.each([['a *b* & c', 'a b & c'], ['$S \\land C$ holds', 'S \\land C holds']])('%s as plain words', (text, plain) => expect(plainMarkdown(text)).toBe(plain))
  it('renders Texts and leaves Names alone', () => {
    expect(withTextsRendered({ says: { en: '*a*', zh: '*甲*' }, names: { en: '*a*', zh: '*甲*', ru: '*а*' }, list: [{ en: 'x & y', zh: '甲' }] }))
      .toEqual({ says: { en: '<em>a</em>', zh: '<em>甲</em>' }, names: { en: '*a*', zh: '*甲*', ru: '*а*' }, list: [{ en: 'x &amp; y', zh: '甲' }] })
  })
})
