import { grow } from '#db/seed/generate'
import { expect, test } from 'vitest'
import { WORLD_NOW } from '../support/world'
import { faultsIn } from './faults'

const SIZE = { educators: 40, schools: 3, years: 3 }

const generate = (seed: number, now = WORLD_NOW) => {
  const { ground, history } = grow({ ...SIZE, seed, now })
  for (const month of history) expect(month.first).toBeLessThanOrEqual(month.last)
  return ground
}

const setting = (now: Date) => ({
  now,
  timeZone: 'America/New_York',
  schoolYearStartsOn: '07-01',
  reviewDays: 30,
})

test.each(['2026-11-20T15:00:00Z', '2026-07-01T15:00:00Z', '2027-06-30T23:30:00Z'])(
  'a generated district is consistent on %s',
  (moment) => {
    const now = new Date(moment)

    const { rows } = generate(7, now)

    expect(faultsIn(rows, setting(now)).slice(0, 10)).toEqual([])
  },
)

test('a seed makes the same district each time, and another seed another one', () => {
  const [first, same, other] = [generate(7), generate(7), generate(8)]

  expect(same.rows).toEqual(first.rows)
  expect(other.rows.activities).not.toEqual(first.rows.activities)
})

test('a generated district has about thirty activities for each educator and year, nearly all approved', () => {
  const { activities, members } = generate(7).rows

  const approved = activities.filter(({ status }) => status === 'approved').length
  const waiting = activities.filter(({ status }) => status === 'submitted').length
  const expected = 30 * SIZE.educators * SIZE.years
  expect(Math.abs(activities.length / expected - 1)).toBeLessThan(0.2)
  expect(approved / activities.length).toBeGreaterThan(0.9)
  expect(waiting).toBeGreaterThan(0)
  expect(members.length).toBeGreaterThan(SIZE.educators)
})
