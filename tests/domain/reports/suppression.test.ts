import { hiddenGroups } from '~/domain/reports/suppression'
import { expect, test } from 'vitest'
import fc from '../../support/property'

test('a small group is hidden, and with it another, so that it is not what is left of the sum', () => {
  expect(hiddenGroups([40, 3, 12])).toEqual([false, true, true])
  expect(hiddenGroups([40, 3, 2, 12])).toEqual([false, true, true, false])
  expect(hiddenGroups([1, 1, 12, 40])).toEqual([true, true, true, false])
})

test('groups of five and more are shown, and groups of nobody are', () => {
  expect(hiddenGroups([5, 6, 0])).toEqual([false, false, false])
  expect(hiddenGroups([])).toEqual([])
})

test('whatever the sizes, the hidden ones are never few people together unless all are', () => {
  const sizesOfGroups = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 })
  const isSafe = (sizes: number[]) => {
    const hidden = hiddenGroups(sizes)
    const own = sizes.filter((_, at) => hidden[at])
    const sum = own.reduce((total, size) => total + size, 0)
    const rest = sizes.filter((size, at) => size > 0 && !hidden[at])

    expect(rest.every((size) => size >= 5)).toBe(true)
    if (own.length > 0 && rest.length > 0) {
      expect(own.length).toBeGreaterThan(1)
      expect(sum).toBeGreaterThanOrEqual(5)
    }
  }

  fc.assert(fc.property(sizesOfGroups, isSafe), { numRuns: 2000 })
})
