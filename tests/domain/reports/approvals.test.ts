import { reviews, submissions } from '#db/schema'
import { decide } from '~/domain/approvals/deciding.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { dayIn, daysBetween } from '~/domain/calendar'
import { openReport } from '~/domain/reports/report.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { ana, mara, rosa, submissions: named } = world.northside

/** The same figures from two plain lists. */
async function naive({ scope }: TestMember, from: string, asOf: string) {
  const zone = scope.district.timeZone
  const sent = await scope.db
    .select({
      id: submissions.id,
      submittedAt: submissions.submittedAt,
      closedAt: submissions.closedAt,
      dueOn: submissions.dueOn,
    })
    .from(submissions)
  const all = await scope.db
    .select({
      submissionId: reviews.submissionId,
      decision: reviews.decision,
      decidedAt: reviews.decidedAt,
    })
    .from(reviews)
  const byId = new Map(sent.map((row) => [row.id, row]))
  const decided = all
    .filter(({ decision }) => decision !== 'reopened')
    .map((row) => ({ ...row, on: dayIn(zone, row.decidedAt) }))
    .filter(({ on }) => on >= from && on <= asOf)
  const waiting = sent.filter(
    ({ submittedAt, closedAt }) =>
      dayIn(zone, submittedAt) <= asOf && (closedAt === null || dayIn(zone, closedAt) > asOf),
  )
  return {
    decided: decided.length,
    inTime: decided.filter(({ submissionId, on }) => on <= byId.get(submissionId)!.dueOn).length,
    waiting: waiting.length,
    late: waiting.filter(({ dueOn }) => dueOn < asOf).length,
    oldestDays: waiting.length === 0 ? null : Math.max(...waiting.map(ageOn(asOf, zone))),
  }
}

const ageOn =
  (asOf: string, zone: string) =>
  ({ submittedAt }: { submittedAt: Date }) =>
    daysBetween(dayIn(zone, submittedAt), asOf)

test.each([WORLD_TODAY, '2026-11-10', '2026-10-15'])(
  'decisions, the clock and what waits as of %s are those of a plain computation',
  async (asOf) => {
    const member = await asMember(await openTestStore(), rosa)

    const { approvals, from } = await member.read(openReport, { asOf })

    expect(approvals).toMatchObject(await naive(member, from, asOf))
    const sum = (count: 'decided' | 'waiting') =>
      approvals.bySchool.reduce((total, school) => total + school[count], 0)
    expect(sum('decided')).toBe(approvals.decided)
    expect(sum('waiting')).toBe(approvals.waiting)
  },
)

test('a decision counts on its day, and still does once it was taken back', async () => {
  const store = await openTestStore()
  const [principal, administrator] = [await asMember(store, mara), await asMember(store, rosa)]
  const before = (await administrator.read(openReport, { asOf: WORLD_TODAY })).approvals

  await principal.write(decide, { submissions: [named.waiting], decision: 'approved' })
  const decided = (await administrator.read(openReport, { asOf: WORLD_TODAY })).approvals
  await principal.write(reopenSubmission, named.waiting, { reason: 'A mistake of mine.' })

  const reopened = (await administrator.read(openReport, { asOf: WORLD_TODAY })).approvals
  expect([before.decided, decided.decided, reopened.decided]).toEqual([
    before.decided,
    before.decided + 1,
    before.decided + 1,
  ])
  expect([decided.waiting, reopened.waiting]).toEqual([before.waiting - 1, before.waiting])
})

test('what is sent today did not wait yesterday', async () => {
  const store = await openTestStore()
  const [educator, administrator] = [await asMember(store, ana), await asMember(store, rosa)]
  const before = (await administrator.read(openReport, { asOf: '2026-11-19' })).approvals

  await educator.write(make.submission, { minutes: 60 })

  expect((await administrator.read(openReport, { asOf: '2026-11-19' })).approvals).toEqual(before)
})

test('the section of a school is its part of the district’s', async () => {
  const member = await asMember(await openTestStore(), rosa)
  const { middle } = world.northside.schools

  const district = await member.read(openReport, { asOf: WORLD_TODAY })
  const school = await member.read(openReport, { asOf: WORLD_TODAY, organization: middle })

  const part = district.approvals.bySchool.find(({ id }) => id === middle)!
  expect(school.approvals.bySchool).toEqual([part])
  expect(school.approvals.decided).toBe(part.decided)
})
