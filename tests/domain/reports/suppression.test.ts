import { hiddenGroups, hiddenPlaces, toldCount, toldPart } from '~/domain/reports/suppression'
import { expect, test } from 'vitest'
import fc from '../../support/property'

test('a small group is hidden, and with it another, so that it is not what is left of the sum', () => {
  expect(hiddenGroups([40, 3, 12])).toEqual([false, true, true])
  expect(hiddenGroups([40, 3, 2, 12])).toEqual([false, true, true, true])
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

test('a place where nobody works today may keep what one person did, and is small', () => {
  expect(hiddenPlaces([40, 0, 12])).toEqual([false, true, true])
  expect(hiddenPlaces([40, 5])).toEqual([false, false])
  expect(hiddenPlaces([4, 0])).toEqual([true, true])
})

test('what is told alike hides alike', () => {
  const sizesOfGroups = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 })
  const tellsNoMore = (sizes: number[]) => {
    const others = sizes.map((size) => toldCount(size) || 1)

    expect(hiddenGroups(others)).toEqual(hiddenGroups(sizes))
    expect(hiddenPlaces(others)).toEqual(hiddenPlaces(sizes))
  }

  fc.assert(fc.property(sizesOfGroups, tellsNoMore), { numRuns: 2000 })
})

test('however many there are, all having reached it is told as is one fewer, and none as is one', () => {
  for (let whole = 5; whole <= 200; whole++) {
    expect(toldPart(whole, whole)).toBe(toldPart(whole - 1, whole))
    expect(toldPart(0, whole)).toBe(toldPart(1, whole))
    expect(toldPart(whole, whole)).toBeLessThan(toldCount(whole))
  }
})
