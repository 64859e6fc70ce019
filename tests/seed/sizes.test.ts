import { planDistricts, SIZES } from '#db/seed/generated/sizes'
import { describe, expect, test } from 'vitest'

const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 0)

/** The number below which such a share of them is. */
const quantile = (numbers: number[], share: number) =>
  numbers.toSorted((one, other) => one - other)[Math.floor(share * numbers.length)]!

describe('the districts of Massachusetts', () => {
  const plans = planDistricts(SIZES.massachusetts, 1)
  const educators = plans.map((plan) => plan.educators)
  const schools = plans.map((plan) => plan.schools)

  test('are as many as there are, with all educators and schools', () => {
    expect(plans).toHaveLength(395)
    expect(sum(educators)).toBe(82_028)
    expect(sum(schools)).toBe(1802)
  })

  test.each([
    [0.1, 20.5],
    [0.5, 117],
    [0.75, 226],
    [0.9, 410],
    [1 - 1 / 395, 4140],
    [1 - 2 / 395, 2009],
    [1 - 6 / 395, 1128],
  ])('at %f have %d educators, give or take a tenth', (share, expected) => {
    const found = quantile(educators, share)

    expect(Math.abs(found / expected - 1)).toBeLessThan(0.1)
  })

  test('have three schools in the middle, nine at the ninth tenth, and some hundred at most', () => {
    expect(quantile(schools, 0.5)).toBe(3)
    expect(Math.abs(quantile(schools, 0.9) - 9)).toBeLessThanOrEqual(1)
    expect(Math.abs(schools[0]! - 105)).toBeLessThan(10)
    expect(Math.min(...schools)).toBe(1)
  })

  test('have an address and a name each, and never more schools than educators', () => {
    expect(new Set(plans.map(({ slug }) => slug)).size).toBe(395)
    expect(plans.filter(({ slug }) => !/^[a-z0-9-]+$/.test(slug))).toEqual([])
    expect(plans.filter((plan) => plan.schools > plan.educators)).toEqual([])
  })

  test('are the same for a seed, and have other names for another one', () => {
    expect(planDistricts(SIZES.massachusetts, 1)).toEqual(plans)
    expect(planDistricts(SIZES.massachusetts, 2)).not.toEqual(plans)
  })
})

test.each([SIZES.boston, SIZES.nyc, { districts: 7, educators: 90, schools: 11 }])(
  'a size of $districts districts has exactly what was asked for',
  (size) => {
    const plans = planDistricts(size, 1)

    expect(plans).toHaveLength(size.districts)
    expect(sum(plans.map(({ educators }) => educators))).toBe(size.educators)
    expect(sum(plans.map(({ schools }) => schools))).toBe(size.schools)
  },
)

test('a size without a school for each district is refused', () => {
  expect(() => planDistricts({ districts: 3, educators: 40, schools: 2 }, 1)).toThrow(RangeError)
  expect(() => planDistricts({ districts: 1, educators: 4, schools: 5 }, 1)).toThrow(RangeError)
})
