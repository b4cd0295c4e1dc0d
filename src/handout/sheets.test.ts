import { describe, expect, it } from 'vitest'
import { onSheets } from './sheets.ts'

describe('blocks on sheets', () => {
  it.each<[name: string, heights: number[], first: number, expected: number[]]>([
    ['nothing', [], 100, []],
    ['what fits stands on one', [30, 30, 30], 100, [0]],
    ['the space between two counts', [45, 55], 100, [0, 1]],
    ['two short ones share a sheet, and none is broken', [60, 30, 50, 40], 100, [0, 2]],
    ['the title takes its part of the first', [60, 30], 70, [0, 1]],
    ['of two ways with as many sheets, the one whose feet are even', [40, 20, 20, 60], 100, [0, 2]],
    ['what is higher than a sheet goes over to the next, where others follow it', [130, 60, 50], 100, [0, 2]],
    ['and begins one of its own', [20, 130, 60], 100, [0, 1]],
    ['below the title it begins all the same', [90, 80], 70, [0, 1]],
  ])('%s', (_, heights, first, expected) => {
    expect(onSheets(heights, 5, 100, first)).toEqual(expected)
  })
})
