import type { Stage } from '#db/seed/stage'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { stageWorld } from '#db/seed/world'
import { describe, expect, test } from 'vitest'
import { DEMO_PASSWORD_HASH, WORLD_NOW } from '../support/world'
import { faultsIn } from './faults'

const MOMENTS = [
  ['the clock of the tests', '2026-11-20T15:00:00Z'],
  ['the first day of a school year', '2026-07-01T15:00:00Z'],
  ['the last day of a school year', '2027-06-30T23:30:00Z'],
  ['the days of orientation', '2026-08-24T12:00:00Z'],
  ['a Sunday night that is Monday elsewhere', '2026-03-09T03:30:00Z'],
  ['the first of January', '2027-01-01T15:00:00Z'],
  ['a leap day', '2028-02-29T15:00:00Z'],
] as const

const setting = (now: Date) => ({
  now,
  timeZone: 'America/New_York',
  schoolYearStartsOn: '07-01',
  reviewDays: 30,
})

const stage = (size: 'demo' | 'tests', now: Date) =>
  stageWorld({ now, size, passwordHash: DEMO_PASSWORD_HASH, ruleSets: shippedRuleSets() })

describe('the demonstration', () => {
  test.each(MOMENTS.slice(0, 4))('is consistent on %s', async (_name, moment) => {
    const now = new Date(moment)

    const stages = await stage('demo', now)

    for (const { rows } of stages) expect(faultsIn(rows, setting(now)).slice(0, 10)).toEqual([])
  })

  test('looks alive: a district of 120 educators, years of history, a queue for Mara', async () => {
    const [northside] = await stage('demo', WORLD_NOW)

    const { rows, schoolYear } = northside!
    const years = new Set(rows.ledgerEntries.map((entry) => entry.schoolYear))
    expect(rows.members.length).toBeGreaterThan(115)
    expect([...years]).toEqual(expect.arrayContaining([schoolYear - 2, schoolYear - 1, schoolYear]))
    expect(queueOf(northside!).length).toBeGreaterThanOrEqual(9)
    expect(queueOf(northside!).length).toBeLessThanOrEqual(18)
    expect(queueOf(northside!).filter(({ dueOn }) => dueOn < northside!.today)).toHaveLength(1)
  })

  test('has an approval that was taken back, and counts nothing for it', async () => {
    const [northside] = await stage('demo', WORLD_NOW)

    const { rows } = northside!
    const [{ submissionId } = { submissionId: '' }] = rows.reviews.filter(
      ({ decision }) => decision === 'reopened',
    )
    const { activityId } = rows.submissions.find(({ id }) => id === submissionId)!
    const booked = rows.ledgerEntries.filter((entry) => entry.activityId === activityId)
    expect(booked.map(({ minutes }) => minutes)).toEqual([120, -120])
  })

  test('is the same each time it is made', async () => {
    const [first, second] = await Promise.all([stage('demo', WORLD_NOW), stage('demo', WORLD_NOW)])

    expect(first[0]!.rows).toEqual(second[0]!.rows)
  })
})

describe('the world of the tests', () => {
  test.each(MOMENTS)('is consistent on %s', async (_name, moment) => {
    const now = new Date(moment)

    const stages = await stage('tests', now)

    for (const { rows } of stages) expect(faultsIn(rows, setting(now))).toEqual([])
  })

  test('has its named rows under the same ids in the demonstration', async () => {
    const [small] = await stage('tests', WORLD_NOW)
    const [large] = await stage('demo', WORLD_NOW)

    const idsIn = ({ rows }: Stage) => new Set(rows.activities.map(({ id }) => id))
    expect([...idsIn(small!)].filter((id) => !idsIn(large!).has(id))).toEqual([])
  })
})

/** What waits at the middle school, but for what is Mara's own. */
const queueOf = ({ rows, names }: Stage) =>
  rows.submissions.filter(
    ({ status, organizationId, memberId }) =>
      status === 'waiting' && organizationId === names.schools.middle && memberId !== names.mara.id,
  )

describe('a planted fault is told:', () => {
  const plant = async (change: (rows: Stage['rows'], names: Stage['names']) => void) => {
    const [northside] = await stage('tests', WORLD_NOW)
    change(northside!.rows, northside!.names)
    return faultsIn(northside!.rows, setting(WORLD_NOW))
  }

  test('an approval without its ledger entry', async () => {
    const faults = await plant((rows, { activities }) => {
      rows.ledgerEntries = rows.ledgerEntries.filter(
        ({ activityId }) => activityId !== activities.approved,
      )
    })

    expect(faults).toEqual([
      '“Writing accessible documents and slides” (approved) has 0 ledger entries',
    ])
  })

  test('a ledger entry of another school year', async () => {
    const faults = await plant((rows) => {
      rows.ledgerEntries[0]!.schoolYear--
    })

    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain('schoolYear is 2025, not 2026')
  })

  test('a decision without a reason, and one by the owner', async () => {
    const faults = await plant((rows, { submissions, ana }) => {
      const review = rows.reviews.find(({ submissionId }) => submissionId === submissions.denied)!
      review.reason = null
      review.reviewerId = ana.id
    })

    expect(faults).toEqual([
      'submission of “Setting up my own website” was decided by its owner',
      'submission of “Setting up my own website” was refused without a reason',
    ])
  })

  test('a row at a school where its owner was not', async () => {
    const faults = await plant((rows, { goals, schools }) => {
      rows.goals.find(({ id }) => id === goals.open)!.organizationId = schools.elementary
    })

    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain('belongs to an organization its owner was not at')
  })

  test('a step that the enrollment does not count, and somebody left out', async () => {
    const faults = await plant((rows, { enrollments }) => {
      rows.enrollments.find(({ id }) => id === enrollments.engaged)!.stepsCompleted = 3
      rows.enrollments = rows.enrollments.filter(({ id }) => id !== enrollments.notEngaged)
    })

    expect(faults).toHaveLength(2)
    expect(faults[0]).toContain('says 3 of 1 steps')
    expect(faults[1]).toContain('lacks the assigned pathway')
  })

  test('something that is still to come', async () => {
    const faults = await plant((rows) => {
      rows.recordViews[0]!.viewedAt = new Date('2026-11-20T15:00:01Z')
    })

    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain('recordViews.viewedAt')
  })
})
