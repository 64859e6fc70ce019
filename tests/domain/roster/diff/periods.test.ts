import { describe, expect, test } from 'vitest'
import { type Period, stepsOf } from '~/domain/roster/diff/periods'
import type { AffiliationState } from '~/domain/roster/diff/state'

const TODAY = '2026-11-20'
const YESTERDAY = '2026-11-19'
const comparison = {
  today: TODAY,
  now: new Date('2026-11-20T15:00:00Z'),
  startsOn: TODAY,
  isFirst: false,
  newId: () => 'new',
}

const wanted = (given: Partial<Period> = {}): Period => ({
  organizationId: 'school',
  role: 'educator',
  startedOn: null,
  endedOn: null,
  active: true,
  ...given,
})

const row = (given: Partial<AffiliationState> = {}): AffiliationState => ({
  id: 'row',
  memberId: 'ana',
  organizationId: 'school',
  role: 'educator',
  startedOn: '2020-08-24',
  endedOn: null,
  source: 'roster',
  ...given,
})

const steps = (periods: Period[], rows: AffiliationState[], endsByAbsence = false) =>
  stepsOf(periods, rows, endsByAbsence, comparison)

describe('a role of the roster', () => {
  test('that is not there yet begins on its first day, or today', () => {
    expect(steps([wanted()], [])).toEqual([{ kind: 'start', startedOn: TODAY, endedOn: null }])
    expect(steps([wanted({ startedOn: '2026-09-03', endedOn: '2027-06-30' })], [])).toEqual([
      { kind: 'start', startedOn: '2026-09-03', endedOn: '2027-06-30' },
    ])
    expect(steps([wanted({ startedOn: '2027-01-11' })], [])).toEqual([
      { kind: 'start', startedOn: '2027-01-11', endedOn: null },
    ])
  })

  test('that is there stays, even when the system sets its first day anew every year', () => {
    const existing = row()

    expect(steps([wanted()], [existing], true)).toEqual([{ kind: 'keep', row: existing }])
    expect(steps([wanted({ startedOn: '2026-08-01' })], [existing], true)).toEqual([
      { kind: 'keep', row: existing },
    ])
  })

  test('gets a last day that is still to come, and loses it again', () => {
    const ends = wanted({ endedOn: '2027-06-30' })
    const existing = row()
    const dated = row({ endedOn: '2027-06-30' })

    expect(steps([ends], [existing])).toMatchObject([{ kind: 'date', endedOn: '2027-06-30' }])
    expect(steps([ends], [dated])).toMatchObject([{ kind: 'keep' }])
    expect(steps([wanted()], [dated])).toMatchObject([{ kind: 'date', endedOn: null }])
  })

  test('that has not begun may still begin on another day', () => {
    const ahead = row({ startedOn: '2027-01-11' })

    expect(steps([wanted({ startedOn: '2027-02-01' })], [ahead])).toMatchObject([
      { kind: 'date', startedOn: '2027-02-01', endedOn: null },
    ])
  })

  test('that a person has given already is not given twice, nor touched', () => {
    const byHand = row({ source: 'person' })

    expect(steps([wanted({ endedOn: '2027-06-30' })], [byHand])).toEqual([
      { kind: 'keep', row: byHand },
    ])
  })

  test('that the file has twice, as teacher and aide, is one', () => {
    const twice = [wanted({ endedOn: '2027-06-30' }), wanted({ startedOn: '2026-09-01' })]

    expect(steps(twice, [])).toEqual([{ kind: 'start', startedOn: '2026-09-01', endedOn: null }])
  })

  test('that was over before it was known is left out', () => {
    expect(steps([wanted({ startedOn: '2019-08-01', endedOn: '2020-06-30' })], [])).toEqual([])
  })
})

describe('an affiliation of the roster', () => {
  test('ends on the day the roster gives', () => {
    const existing = row()

    expect(steps([wanted({ endedOn: '2026-10-31' })], [existing])).toEqual([
      { kind: 'end', row: existing, endedOn: '2026-10-31' },
    ])
  })

  test.each([
    ['marked as gone', [wanted({ active: false })], false],
    [
      'marked as gone on a day still to come',
      [wanted({ active: false, endedOn: '2027-01-01' })],
      false,
    ],
    ['missing from a full list', [], true],
  ])('%s ends yesterday', (_, periods, endsByAbsence) => {
    const existing = row()

    expect(steps(periods, [existing], endsByAbsence)).toEqual([
      { kind: 'end', row: existing, endedOn: YESTERDAY },
    ])
  })

  test('missing from a list of changes stays', () => {
    expect(steps([], [row()])).toEqual([])
  })

  test('that never came to hold ends the day before it would have begun, once', () => {
    const ahead = row({ startedOn: '2027-01-11' })
    const annulled = row({ startedOn: '2027-01-11', endedOn: '2027-01-10' })

    expect(steps([], [ahead], true)).toEqual([{ kind: 'end', row: ahead, endedOn: '2027-01-10' }])
    expect(steps([], [annulled], true)).toEqual([])
  })

  test('does not end before it began', () => {
    const existing = row({ startedOn: '2026-08-01' })

    expect(steps([wanted({ endedOn: '2026-07-15' })], [existing])).toMatchObject([
      { kind: 'end', endedOn: '2026-07-31' },
    ])
  })

  test('given by a person never ends', () => {
    const byHand = row({ source: 'person' })

    expect(steps([], [byHand], true)).toEqual([])
    expect(steps([wanted({ active: false })], [byHand], true)).toEqual([])
  })

  test('that has ended stays as it was', () => {
    expect(steps([], [row({ endedOn: '2026-06-30' })], true)).toEqual([])
  })
})

describe('who comes back', () => {
  test('begins anew today where the roster still has the old first day', () => {
    const left = row({ endedOn: '2026-10-01' })

    expect(steps([wanted({ startedOn: '2020-08-24' })], [left])).toEqual([
      { kind: 'start', startedOn: TODAY, endedOn: null },
    ])
  })

  test('begins on the new first day after the old last one', () => {
    const left = row({ endedOn: '2026-06-30' })

    expect(steps([wanted({ startedOn: '2026-09-01' })], [left])).toEqual([
      { kind: 'start', startedOn: '2026-09-01', endedOn: null },
    ])
  })

  test('on the day of a mistake goes on as if nothing had been', () => {
    const mistaken = row({ startedOn: TODAY, endedOn: YESTERDAY })

    expect(steps([wanted()], [mistaken])).toEqual([
      { kind: 'reopen', row: mistaken, startedOn: TODAY, endedOn: null },
    ])
  })

  test('is left alone the next time', () => {
    const rows = [row({ endedOn: '2026-10-01' }), row({ id: 'again', startedOn: TODAY })]

    expect(steps([wanted({ startedOn: '2020-08-24' })], rows, true)).toEqual([
      { kind: 'keep', row: rows[1] },
    ])
  })
})
