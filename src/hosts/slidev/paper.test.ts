// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { whitePaper } from './paper.ts'

const html = () => document.documentElement.className
const sheets = () => document.head.querySelectorAll('style').length

// One listener a page, as in a deck.
whitePaper(document, window)

describe('Ctrl+P', () => {
  beforeEach(() => { document.documentElement.className = '' })
  it('lays one slide on white, and takes it back', () => {
    window.dispatchEvent(new Event('beforeprint'))
    expect([html(), sheets()]).toEqual(['print of-one-slide', 1])
    window.dispatchEvent(new Event('afterprint'))
    expect([html(), sheets()]).toEqual(['', 0])
  })
  it.each(['print handout', 'handout of-screen'])('leaves a handout alone: %s', (classes) => {
    document.documentElement.className = classes
    window.dispatchEvent(new Event('beforeprint'))
    window.dispatchEvent(new Event('afterprint'))
    expect([html(), sheets()]).toEqual([classes, 0])
  })
})
