import type { MonthFigures } from '#db/schema'
import { byStrength } from '~/domain/evidence/evidence'
import {
  addUp,
  meanMinutesOf,
  measuredOnes,
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

const group = (educators: number, atOrAbove: number | null) => ({
  line: 'poverty',
  group: 'high',
  educators,
  atOrAbove,
})

describe('what is published of a month', () => {
  test('people and submissions to the nearest five, hours to the nearest ten', () => {
    const minutesByKind = { workshop: 12_345, conference: 1000 }

    expect(publish(month({ minutesByKind }))).toMatchObject({
      educators: 40,
      atOrAbove: 15,
      minutes: 13_200,
      minutesByKind: { workshop: 12_600, conference: 1200 },
      approvals: { decided: 5, inTime: 5, waiting: 0, late: 0 },
    })
  })

  test('none and four look alike, and so do all of a group and one fewer', () => {
    const told = (atOrAbove: number) =>
      publish(month({ atOrAbove, groups: [group(12, Math.min(12, atOrAbove))] }))

    expect(told(4)).toEqual(told(0))
    expect(told(42)).toEqual(told(41))
    expect(told(42)).toMatchObject({ atOrAbove: 35, groups: [group(10, 5)] })
  })

  test('no kind of which next to nothing is told', () => {
    const published = publish(month({ minutesByKind: { workshop: 6000, plc: 299 } }))

    expect(published?.minutesByKind).toEqual({ workshop: 6000 })
  })

  test('nothing of a district with fewer than five educators', () => {
    expect(publish(month({ educators: 4, atOrAbove: 4 }))).toBeNull()
    expect(publish(month({ educators: 5, atOrAbove: 4 }))).not.toBeNull()
  })

  test('a share and a mean only of twenty or more, and no share where the part is not told', () => {
    expect(shareOf({ educators: 15, atOrAbove: 5 })).toBeNull()
    expect(shareOf({ educators: 20, atOrAbove: 5 })).toBe(25)
    expect(shareOf({ educators: 20, atOrAbove: 0 })).toBeNull()
    expect(meanMinutesOf(publish(month({ educators: 12 }))!)).toBeNull()
  })

  test('not how many are at or above a yardstick that there is not, also in sums', () => {
    const reached = { yardstick: 0, atOrAbove: null, inThreeYears: null }
    const without = publish(month({ ...reached, groups: [group(12, null)] }))!
    const measured = publish(month({ groups: [group(20, 10)] }))!

    expect(without).toMatchObject({ educators: 40, atOrAbove: null, inThreeYears: null })
    expect(without.groups).toEqual([group(10, null)])
    expect(shareOf(without)).toBeNull()
    expect(addUp([without, without]).atOrAbove).toBeNull()
    expect(addUp([without, measured])).toMatchObject({ educators: 80, atOrAbove: 15 })
    expect(measuredOnes([without, measured])).toEqual([measured])
  })
})

const counts = fc.integer({ min: 0, max: 60 })
const months = fc
  .record({
    educators: counts,
    reached: fc.option(fc.record({ atOrAbove: counts, inThreeYears: counts })),
    hours: counts,
    waiting: counts,
  })
  .map(({ hours, waiting, educators, reached }) => {
    const atOrAbove = reached && Math.min(reached.atOrAbove, educators)
    return month({
      yardstick: reached ? 900 : 0,
      educators,
      atOrAbove,
      inThreeYears: reached && Math.min(reached.inThreeYears, educators),
      minutesByKind: { workshop: 60 * hours },
      approvals: { decided: 0, inTime: 0, waiting, late: 0 },
      groups: educators < 5 ? [] : [group(educators, atOrAbove)],
    })
  })

describe('what can be found out', () => {
  test('two months that differ by one person in a cell look the same, but where a cell turns over', () => {
    fc.assert(
      fc.property(months, (one) => {
        fc.pre(one.atOrAbove !== null)
        const reached = one.atOrAbove!
        const other = { ...one, atOrAbove: reached + 1 }
        const [before, after] = [one, other].map((each) => publish(each)?.atOrAbove ?? 0)

        const isBelowAll = 5 * Math.round(one.educators / 5) - 5 > before!
        const turnsOver = reached === 4 || (reached > 4 && reached % 5 === 2)
        expect(after! - before!).toBe(isBelowAll && turnsOver ? 5 : 0)
      }),
    )
  })

  test('no cell shows one to four people', () => {
    fc.assert(
      fc.property(months, (one) => {
        const shown = publish(one)
        const cells = shown ? [shown.educators, shown.atOrAbove, shown.inThreeYears] : []

        expect(cells.filter((cell) => cell !== null && cell % 5 !== 0)).toEqual([])
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
