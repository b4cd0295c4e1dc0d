import { describe, expect, it } from 'vitest'
import { inLanes } from './lanes.ts'

const line = (id: string, points: [number, number][], isFixed = false) => ({ id, points, isFixed })

describe('lanes', () => {
  it('leaves lines that cross or part as they are', () => {
    const [one, other] = [line('one', [[0, 0], [100, 100]]), line('other', [[0, 100], [100, 0]])]
    expect(inLanes([one, other])).toEqual({ one: one.points, other: other.points })
  })
  it('moves the second of two that share a stretch up, the third down, whichever way they are gone', () => {
    const laid = inLanes([line('one', [[0, 50], [100, 50]]), line('two', [[100, 50], [0, 50]]), line('three', [[0, 50], [100, 50], [200, 150]])])
    expect(laid).toEqual({ one: [[0, 50], [100, 50]], two: [[100, 44], [0, 44]], three: [[0, 56], [100, 56], [200, 150]] })
  })
  it('keeps what is drawn thick in its place', () => {
    const laid = inLanes([line('thin', [[0, 50], [100, 50]]), line('thick', [[0, 50], [100, 50]], true)])
    expect(laid['thick']).toEqual([[0, 50], [100, 50]])
    expect(laid['thin']).toEqual([[0, 44], [100, 44]])
  })
  it('sees a stretch that lies within another', () =>
    expect(inLanes([line('long', [[0, 50], [300, 50]]), line('short', [[100, 52], [200, 52]])])['short']).toEqual([[100, 46], [200, 46]]))
})
