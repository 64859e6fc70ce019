import { describe, expect, test } from 'vitest'
import { cairnStones } from '../../app/ui/cairn-stones'

const states = (done: number, total: number) =>
  cairnStones(done, total).stones.map((stone) => stone.state)

const count = (done: number, total: number, state: string) =>
  states(done, total).filter((each) => each === state).length

describe('a cairn', () => {
  test('has a stone for each step, filled from below, and marks the next', () => {
    expect(states(2, 4)).toEqual(['done', 'done', 'next', 'later'])
    expect(states(0, 2)).toEqual(['next', 'later'])
    expect(states(3, 3)).toEqual(['done', 'done', 'done'])
  })

  test('never has more than nine stones', () => {
    expect(states(11, 24)).toHaveLength(9)
    expect(count(11, 24, 'done')).toBe(4)
  })

  test('of a long path shows that it was started and that it is not finished', () => {
    expect(count(1, 40, 'done')).toBe(1)
    expect(count(39, 40, 'done')).toBe(8)
    expect(count(40, 40, 'done')).toBe(9)
  })

  test('without steps is one stone to come', () => {
    expect(states(0, 0)).toEqual(['next'])
  })

  test('stays inside of its drawing', () => {
    for (const total of [1, 5, 9]) {
      const { stones, width, height } = cairnStones(0, total)
      for (const stone of stones) {
        expect(stone.center - stone.width / 2).toBeGreaterThanOrEqual(0)
        expect(stone.center + stone.width / 2).toBeLessThanOrEqual(width)
        expect(stone.bottom).toBeLessThanOrEqual(height)
        expect(stone.bottom - stone.height).toBeGreaterThanOrEqual(0)
      }
    }
  })
})
