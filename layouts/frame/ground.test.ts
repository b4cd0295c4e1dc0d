import { describe, expect, it } from 'vitest'
import { layouts } from '#schema/slide'
import { groundOf } from './ground.ts'

const pairs = 'In pairs · 8 minutes'

describe('what is to be done lies on grey paper with a spine, what is to be read on white', () => {
  it.each<[string, Parameters<typeof groundOf>, ReturnType<typeof groundOf>]>([
    ['a figure to look at', ['figure'], { isTask: false }],
    ['a figure to work on', ['figure', pairs], { isTask: true, spine: 'solid' }],
    ['an answer to read', ['answer'], { isTask: false }],
    ['an answer beside one’s own line', ['answer', pairs], { isTask: true, spine: 'solid' }],
    ['a comparison that asks', ['comparison', pairs], { isTask: true, spine: 'solid' }],
    ['a source check to follow', ['source-check'], { isTask: false, spine: 'hatch' }],
    ['a source check to make', ['source-check', pairs], { isTask: true, spine: 'hatch' }],
    ['a puzzle', ['question', pairs], { isTask: true, spine: 'dots' }],
    ['a discussion', ['discussion', pairs], { isTask: true, spine: 'double' }],
    ['an exercise', ['exercise', pairs], { isTask: true, spine: 'solid' }],
    ['an exercise without its minutes', ['exercise'], { isTask: true, spine: 'solid' }],
    ['a task of blanks is none', ['figure', ' '], { isTask: false }],
  ])('%s', (_, given, expected) => expect(groundOf(...given)).toEqual(expected))

  it('no layout asks on white', () => {
    expect(layouts.filter(layout => !groundOf(layout, pairs).isTask || !groundOf(layout, pairs).spine)).toEqual([])
  })
})
