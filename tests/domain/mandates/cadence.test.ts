import { describe, expect, it } from 'vitest'
import { addDays, addMonths } from '~/domain/calendar'
import { type Cadence, nextTurn, type NextTurn, type Turn } from '~/domain/mandates/cadence'
import fc from '../../support/property'

const YEARLY: Cadence = {
  everyMonths: 12,
  firstDueOn: '2026-09-30',
  startsOn: '2026-07-01',
  newHireDays: 30,
  windowDays: 91,
  graceDays: 0,
}
const SINCE_LAST: Cadence = { ...YEARLY, everyMonths: 36, firstDueOn: null, windowDays: null }

const there = { joinedOn: '2026-07-01', hiredOn: '2015-08-20' }
const hired = (day: string) => ({ joinedOn: day, hiredOn: day })

const done = (turn: NextTurn, metOn: string | null): Turn => ({ ...turn, metOn })

describe('every year by a fixed day', () => {
  it('is due on the next such day for everybody who is there', () => {
    expect(nextTurn(YEARLY, there, null)).toMatchObject({
      number: 1,
      opensOn: '2026-07-01',
      dueOn: '2026-09-30',
      lateOn: '2026-10-01',
      because: 'fixed_day',
    })
  })

  it('keeps the day of each year however late or early the one before was met', () => {
    const first = nextTurn(YEARLY, there, null)!

    for (const metOn of [null, '2026-07-02', '2026-09-30', '2027-03-01']) {
      expect(nextTurn(YEARLY, there, done(first, metOn))).toMatchObject({
        number: 2,
        opensOn: '2027-07-01',
        dueOn: '2027-09-30',
      })
    }
  })

  it('gives each week’s new hires days of their own, and the common day from the next year on', () => {
    for (const [day, due] of [
      ['2026-08-24', '2026-09-23'],
      ['2026-09-28', '2026-10-28'],
      ['2026-12-01', '2026-12-31'],
      ['2027-05-31', '2027-06-30'],
    ] as const) {
      const first = nextTurn(YEARLY, hired(day), null)!

      expect(first).toMatchObject({ dueOn: due, because: 'newly_hired' })
      expect(nextTurn(YEARLY, hired(day), done(first, due))).toMatchObject({
        dueOn: '2027-09-30',
        because: 'fixed_day',
      })
    }
  })

  it('does not ask twice those whose own day lies in the next year’s weeks', () => {
    const first = nextTurn(YEARLY, hired('2027-06-15'), null)!

    expect(first).toMatchObject({ opensOn: '2027-06-15', dueOn: '2027-07-15' })
    expect(nextTurn(YEARLY, hired('2027-06-15'), done(first, null))).toMatchObject({
      dueOn: '2028-09-30',
    })
  })

  it('asks those who come after the day only the next time, where new hires have no days of their own', () => {
    const cadence = { ...YEARLY, newHireDays: null }

    expect(nextTurn(cadence, hired('2026-09-30'), null)).toMatchObject({ dueOn: '2026-09-30' })
    expect(nextTurn(cadence, hired('2026-10-01'), null)).toMatchObject({ dueOn: '2027-09-30' })
  })

  it('gives those hired just before it began their own days', () => {
    const before = { joinedOn: '2026-07-01', hiredOn: '2026-06-15' }
    const longBefore = { joinedOn: '2026-07-01', hiredOn: '2026-05-15' }

    expect(nextTurn(YEARLY, before, null)).toMatchObject({ dueOn: '2026-07-15' })
    expect(nextTurn(YEARLY, longBefore, null)).toMatchObject({ dueOn: '2026-09-30' })
  })

  it('counts from the day of hire where the roster came later, and from a transfer long after it', () => {
    const late = { joinedOn: '2026-12-10', hiredOn: '2026-12-01' }
    const transferred = { joinedOn: '2027-03-01', hiredOn: '2026-12-01' }

    expect(nextTurn(YEARLY, late, null)).toMatchObject({ dueOn: '2026-12-31' })
    expect(nextTurn(YEARLY, transferred, null)).toMatchObject({ dueOn: '2027-03-31' })
  })

  it('counts the fixed day where the hire date is not known', () => {
    const unknown = { joinedOn: '2026-07-01', hiredOn: null }

    expect(nextTurn(YEARLY, unknown, null)).toMatchObject({ dueOn: '2026-09-30' })
  })

  it('has somebody overdue only after the grace', () => {
    expect(nextTurn({ ...YEARLY, graceDays: 14 }, there, null)!.lateOn).toBe('2026-10-15')
  })

  it('begins with the day of the next year when that of the first has passed', () => {
    const cadence = { ...YEARLY, startsOn: '2026-10-01' }

    expect(nextTurn(cadence, { ...there, joinedOn: '2026-10-01' }, null)).toMatchObject({
      dueOn: '2027-09-30',
    })
  })

  it('begins with the year it says, where it is asked for every other year', () => {
    const cadence = { ...YEARLY, everyMonths: 24, firstDueOn: '2027-09-30' }

    expect(nextTurn(cadence, there, null)).toMatchObject({ dueOn: '2027-09-30' })
  })
})

describe('every three years since the last time', () => {
  it('is due so long after it was met', () => {
    const first = nextTurn(SINCE_LAST, hired('2026-08-24'), null)!

    expect(first).toMatchObject({ dueOn: '2026-09-23', periodOn: null, because: 'newly_hired' })
    expect(nextTurn(SINCE_LAST, there, done(first, '2026-09-01'))).toMatchObject({
      number: 2,
      opensOn: '2026-09-02',
      dueOn: '2029-09-01',
      because: 'since_last_time',
    })
  })

  it('asks nothing new before it was met', () => {
    const first = nextTurn(SINCE_LAST, there, null)!

    expect(nextTurn(SINCE_LAST, there, done(first, null))).toBeNull()
  })

  it('asks whoever comes new at once, also where it does not say how many days they have', () => {
    const silent = { ...SINCE_LAST, newHireDays: null }
    const transferred = { joinedOn: '2027-03-01', hiredOn: '2015-08-20' }
    const unknown = { joinedOn: '2027-03-01', hiredOn: null }

    for (const newcomer of [hired('2027-03-01'), transferred, unknown]) {
      expect(nextTurn(silent, newcomer, null)).toMatchObject({
        opensOn: '2024-04-01',
        dueOn: '2027-03-31',
        because: 'newly_hired',
      })
    }
    const late = { joinedOn: '2027-03-15', hiredOn: '2027-03-01' }
    expect(nextTurn(silent, late, null)).toMatchObject({ dueOn: '2027-03-31' })
    expect(nextTurn({ ...silent, windowDays: 90 }, transferred, null)).toMatchObject({
      opensOn: '2026-12-31',
      dueOn: '2027-03-31',
    })
  })

  it('leaves those who were there the whole time, and others their fixed day', () => {
    const silent = { ...SINCE_LAST, newHireDays: null }
    const fixed = { ...YEARLY, newHireDays: null }

    expect(nextTurn(silent, there, null)).toMatchObject({ dueOn: '2029-07-01' })
    expect(nextTurn(fixed, hired('2026-08-24'), null)).toMatchObject({ because: 'fixed_day' })
  })

  it('counts what was done within the time before it began', () => {
    expect(nextTurn(SINCE_LAST, there, null)).toMatchObject({
      opensOn: '2023-07-02',
      dueOn: '2029-07-01',
      because: 'first_time',
    })
  })
})

describe('once', () => {
  const once = { ...YEARLY, everyMonths: null, windowDays: null }

  it('is asked one time', () => {
    const first = nextTurn(once, there, null)!

    expect(first).toMatchObject({ dueOn: '2026-09-30' })
    expect(nextTurn(once, there, done(first, '2026-08-01'))).toBeNull()
    expect(nextTurn(once, there, done(first, null))).toBeNull()
  })

  it('is due so many days after hire', () => {
    const first = nextTurn({ ...once, firstDueOn: null }, hired('2026-11-02'), null)

    expect(first).toMatchObject({ dueOn: '2026-12-02', because: 'newly_hired' })
  })
})

describe('whatever the cadence', () => {
  const day = fc.integer({ min: 0, max: 2500 }).map((days) => addDays('2020-01-01', days))
  const cadence: fc.Arbitrary<Cadence> = fc.record({
    everyMonths: fc.constantFrom(null, 12, 24, 36, 60),
    firstDueOn: fc.option(day),
    startsOn: day,
    newHireDays: fc.constantFrom(null, 30, 90),
    windowDays: fc.constantFrom(null, 30, 91, 364),
    graceDays: fc.nat(60),
  })

  const followed = ({ because }: NextTurn, last: Turn) =>
    because === 'since_last_time' ? last.metOn! : last.dueOn

  it('never goes back, never is due twice in one period, and never opens after it is due', () => {
    const sequence = fc.property(
      cadence,
      day,
      fc.option(day),
      fc.array(fc.nat(400)),
      (...given) => {
        const [rule, joinedOn, hiredOn, delays] = given
        let last: Turn | null = null
        for (const delay of delays) {
          const turn: NextTurn | null = nextTurn(rule, { joinedOn, hiredOn }, last)
          if (!turn) break

          expect(turn.opensOn <= turn.dueOn).toBe(true)
          expect(turn.lateOn > turn.dueOn).toBe(true)
          if (last) expect(turn.dueOn > followed(turn, last)).toBe(true)
          if (last?.periodOn) {
            const day = addMonths(last.periodOn, rule.everyMonths!)
            expect([day, addDays(day, 1)]).toContain(turn.periodOn)
          }
          last = done(turn, addDays(turn.opensOn, delay))
        }
      },
    )

    fc.assert(sequence, { numRuns: 2000 })
  })
})
