import { grow } from '#db/seed/generate'
import { describe, expect, test } from 'vitest'
import { dayIn } from '~/domain/calendar'
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

describe('in a generated district of some hundred', () => {
  const { ground, history } = grow({
    educators: 400,
    schools: 9,
    years: 5,
    seed: 3,
    now: WORLD_NOW,
  })
  Array.from(history)
  const { submissions, affiliations, obligations, mandateTopics } = ground.rows

  test('15 % of what a school year sends is sent in the last two weeks of June, half of it at the very end', () => {
    const year = submissions
      .filter(({ kind }) => kind === 'activity')
      .map(({ submittedAt }) => dayIn('America/New_York', submittedAt))
      .filter((day) => day >= '2024-07-01' && day <= '2025-06-30')
    const late = year.filter((day) => day >= '2025-06-17')
    const last = year.filter((day) => day >= '2025-06-29')

    expect(Math.abs(late.length / year.length - 0.15)).toBeLessThan(0.02)
    expect(Math.abs(last.length / late.length - 0.5)).toBeLessThan(0.06)
  })

  test('84.4 % of the teachers stay at their school from one year to the next', () => {
    const onThe = (day: string) =>
      affiliations
        .filter(({ role, startedOn }) => role === 'educator' && startedOn <= day)
        .filter(({ endedOn }) => !endedOn || endedOn >= day)
        .map(({ memberId, organizationId }) => `${memberId} ${organizationId}`)
    const years = ['2022', '2023', '2024', '2025'].map((year) => {
      const after = new Set(onThe(`${Number(year) + 1}-05-01`))
      const before = onThe(`${year}-05-01`)
      return before.filter((post) => after.has(post)).length / before.length
    })

    const retention = years.reduce((sum, year) => sum + year, 0) / years.length
    expect(Math.abs(retention - 0.844)).toBeLessThan(0.02)
  })

  test('required trainings have turns that were met, missed, ended and are open, on each topic', () => {
    const isOpen = (row: (typeof obligations)[number]) =>
      !row.metOn && !row.missedOn && !row.endedOn

    expect(obligations.some(({ metOn }) => metOn)).toBe(true)
    expect(obligations.some(({ missedOn }) => missedOn)).toBe(true)
    expect(obligations.some(({ endedOn }) => endedOn)).toBe(true)
    expect(obligations.some(isOpen)).toBe(true)
    expect(new Set(obligations.map(({ topicId }) => topicId)).size).toBe(mandateTopics.length)
  })

  test('several principals have led some of the schools, one at a time', () => {
    expect(ground.schools.some(({ principals }) => principals.length > 1)).toBe(true)
    for (const { principals } of ground.schools) {
      expect(principals.filter(({ until }) => until === null)).toEqual([principals.at(-1)])
    }
  })
})
