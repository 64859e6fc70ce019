import type { MonthFigures } from '#db/schema'
import { byStrength } from '~/domain/evidence/evidence'
import {
  addUp,
  meanMinutesOf,
  publish,
  type PublishedMonth,
  shareOf,
} from '~/domain/states/published'
import { describe, expect, test } from 'vitest'
import fc from '../../support/property'

const month = (given: Partial<MonthFigures> = {}): MonthFigures => ({
  yardstick: 900,
  educators: 42,
  atOrAbove: 17,
  inThreeYears: 3,
  minutesByKind: { workshop: 12_345 },
  minutesByStrength: byStrength(() => 0),
  groups: [],
  approvals: { decided: 7, inTime: 6, waiting: 2, late: 0 },
  ...given,
})

const group = (educators: number, atOrAbove: number) => ({
  line: 'poverty',
  group: 'high',
  educators,
  atOrAbove,
})

describe('what is published of a month', () => {
  test('people and submissions to the nearest five, hours to the nearest ten', () => {
    expect(publish(month())).toMatchObject({
      educators: 40,
      atOrAbove: 15,
      inThreeYears: 5,
      minutesByKind: { workshop: 12_600 },
      approvals: { decided: 5, inTime: 5, waiting: 0, late: 0 },
    })
  })

  test('nothing of a district with fewer than five educators', () => {
    expect(publish(month({ educators: 4, atOrAbove: 4 }))).toBeNull()
    expect(publish(month({ educators: 5, atOrAbove: 4 }))).not.toBeNull()
  })

  test('no group of fewer than five', () => {
    const published = publish(month({ groups: [group(4, 1), { ...group(6, 1), group: 'low' }] }))

    expect(published?.groups).toEqual([{ ...group(5, 0), group: 'low' }])
  })

  test('a share and a mean only of twenty or more', () => {
    expect(shareOf({ educators: 15, atOrAbove: 5 })).toBeNull()
    expect(shareOf({ educators: 20, atOrAbove: 5 })).toBe(25)
    expect(shareOf({ educators: 20, atOrAbove: 25 })).toBe(100)
    expect(meanMinutesOf(publish(month({ educators: 12 }))!)).toBeNull()
  })
})

const counts = fc.integer({ min: 0, max: 60 })
const months = fc
  .record({
    educators: counts,
    atOrAbove: counts,
    inThreeYears: counts,
    hours: counts,
    waiting: counts,
  })
  .map(({ hours, waiting, ...people }) =>
    month({
      ...people,
      minutesByKind: { workshop: 60 * hours },
      approvals: { decided: 0, inTime: 0, waiting, late: 0 },
      groups: [group(people.educators, Math.min(people.atOrAbove, people.educators))],
    }),
  )

describe('what can be found out', () => {
  test('two months that differ by one person in a cell look the same, but where a cell turns over', () => {
    fc.assert(
      fc.property(months, (one) => {
        const other = { ...one, atOrAbove: one.atOrAbove + 1 }
        const [before, after] = [one, other].map((each) => publish(each)?.atOrAbove ?? 0)

        const turnsOver = one.educators >= 5 && one.atOrAbove % 5 === 2
        expect(after! - before!).toBe(turnsOver ? 5 : 0)
      }),
    )
  })

  test('no cell shows one to four people', () => {
    fc.assert(
      fc.property(months, (one) => {
        const shown = publish(one)
        const cells = shown ? [shown.educators, shown.atOrAbove, shown.inThreeYears] : []

        expect(cells.filter((cell) => cell % 5 !== 0)).toEqual([])
      }),
    )
  })

  test('sums are made of what is shown alone: who is left out changes none of them', () => {
    fc.assert(
      fc.property(fc.array(months, { maxLength: 8 }), months, (shown, small) => {
        const without = addUp(shown.flatMap((each) => publish(each) ?? []))

        const hidden = { ...small, educators: small.educators % 5 }
        const withThem = addUp(
          [...shown, hidden].flatMap((each): PublishedMonth[] => {
            const published = publish(each)
            return published ? [published] : []
          }),
        )

        expect(withThem).toEqual(without)
      }),
    )
  })
})
