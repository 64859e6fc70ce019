import { eq } from '#db/query.server'
import { ledgerEntries, reviews, submissions } from '#db/schema'
import { getActivity } from '~/domain/activities/queries.server'
import { decide, withdraw } from '~/domain/approvals/deciding.server'
import { decidableBy } from '~/domain/approvals/queue.server'
import { listWaiting } from '~/domain/approvals/waiting.server'
import { findNext, showSubmission } from '~/domain/approvals/showing.server'
import { Conflict, Forbidden, Invalid, NotFound } from '~/domain/errors'
import { can } from '~/domain/policy'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world } from '../../support/world'

const { ana, ben, mara, dev, rosa, ming, ida } = world.northside

const booked = (member: TestMember, activityId: string) =>
  member.scope.db
    .select({ minutes: ledgerEntries.minutes, bookedOn: ledgerEntries.bookedOn })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.activityId, activityId))

test('an approval books the minutes once, on the day of the decision', async () => {
  const store = await openTestStore()
  const [educator, principal] = [await asMember(store, ana), await asMember(store, mara)]
  const { activity, submission } = await educator.write(make.submission, { minutes: 90 })

  await principal.write(decide, { submissions: [submission.id], decision: 'approved' })

  expect(await educator.read(getActivity, activity.id)).toMatchObject({ status: 'approved' })
  expect(await booked(educator, activity.id)).toEqual([{ minutes: 90, bookedOn: '2026-11-20' }])
})

test.each(['returned', 'denied'] as const)(
  'what is %s needs a reason, and books nothing',
  async (decision) => {
    const store = await openTestStore()
    const [educator, principal] = [await asMember(store, ana), await asMember(store, mara)]
    const { activity, submission } = await educator.write(make.submission)

    const without = principal.write(decide, { submissions: [submission.id], decision })
    await expect(without).rejects.toThrow(Invalid)
    await principal.write(decide, {
      submissions: [submission.id],
      decision,
      reason: 'Which part did you attend?',
    })

    expect(await educator.read(getActivity, activity.id)).toMatchObject({ status: decision })
    expect(await booked(educator, activity.id)).toEqual([])
  },
)

test('several are decided on together, all or none', async () => {
  const store = await openTestStore()
  const [educator, principal] = [await asMember(store, ana), await asMember(store, mara)]
  const one = await educator.write(make.submission)
  const two = await educator.write(make.submission)
  await educator.write(withdraw, two.submission.id)

  const both = principal.write(decide, {
    submissions: [one.submission.id, two.submission.id],
    decision: 'approved',
  })

  await expect(both).rejects.toThrow(Conflict)
  expect(await educator.read(getActivity, one.activity.id)).toMatchObject({ status: 'submitted' })
})

test('nobody decides on what is their own, nor another school’s principal, nor a coordinator', async () => {
  const store = await openTestStore()
  const principal = await asMember(store, mara)
  const { submission } = await principal.write(make.submission)
  const decision = { submissions: [submission.id], decision: 'approved' as const }

  await expect(principal.write(decide, decision)).rejects.toThrow(Forbidden)
  await expect((await asMember(store, dev)).write(decide, decision)).rejects.toThrow(NotFound)
  await expect((await asMember(store, ming)).write(decide, decision)).rejects.toThrow(NotFound)
  await expect((await asMember(store, ida)).write(decide, decision)).rejects.toThrow(Forbidden)
  const theirs = (await asMember(store, world.southside.rosa)).write(decide, decision)
  await expect(theirs).rejects.toThrow(NotFound)
})

test('a decision is made once', async () => {
  const store = await openTestStore()
  const [educator, principal] = [await asMember(store, ana), await asMember(store, mara)]
  const { submission } = await educator.write(make.submission)
  const decision = { submissions: [submission.id], decision: 'approved' as const }

  await principal.write(decide, decision)

  await expect(principal.write(decide, decision)).rejects.toThrow(Conflict)
  const written = await principal.scope.db
    .select({ decision: reviews.decision })
    .from(reviews)
    .where(eq(reviews.submissionId, submission.id))
  expect(written).toHaveLength(1)
})

test('two who decide at the same moment do not both succeed', async () => {
  const store = await openTestStore()
  const [educator, principal, administrator] = [
    await asMember(store, ana),
    await asMember(store, mara),
    await asMember(store, rosa),
  ]
  const { activity, submission } = await educator.write(make.submission, { minutes: 60 })
  const decision = { submissions: [submission.id], decision: 'approved' as const }

  const outcomes = await Promise.allSettled([
    principal.write(decide, decision),
    administrator.write(decide, decision),
  ])

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await booked(educator, activity.id)).toHaveLength(1)
})

test('the educator takes back what nobody has acted on, and may change and send it again', async () => {
  const store = await openTestStore()
  const educator = await asMember(store, ana)
  const { activity, submission } = await educator.write(make.submission)

  await educator.write(withdraw, submission.id)

  expect(await educator.read(getActivity, activity.id)).toMatchObject({ status: 'withdrawn' })
  await expect(educator.write(withdraw, submission.id)).rejects.toThrow(Conflict)
})

test('nobody takes back what somebody else has sent', async () => {
  const store = await openTestStore()
  const { submission } = await (await asMember(store, ana)).write(make.submission)

  await expect((await asMember(store, ben)).write(withdraw, submission.id)).rejects.toThrow(
    NotFound,
  )
  await expect((await asMember(store, mara)).write(withdraw, submission.id)).rejects.toThrow(
    Forbidden,
  )
})

test('the queue is oldest first, and after one comes the next', async () => {
  const store = await openTestStore()
  const [educator, principal] = [await asMember(store, ana), await asMember(store, mara)]
  const old = await educator.write(make.submission, {
    submittedAt: new Date('2020-01-01T10:00:00Z'),
  })

  const list = await principal.read(listWaiting, { page: 1 })
  const next = await principal.read(findNext, old.submission)

  expect(list.rows[0]!.id).toBe(old.submission.id)
  expect(list.rows[1]!.id).toBe(next)
  const times = list.rows.map(({ submittedAt }) => submittedAt.getTime())
  expect(times).toEqual(times.toSorted((a, b) => a - b))
})

test('what a reviewer sees of a submission is what it is about, and what was said before', async () => {
  const store = await openTestStore()
  const [educator, principal] = [await asMember(store, ana), await asMember(store, mara)]
  const { submission } = await educator.write(make.submission, {
    minutes: 90,
    provider: 'Commonwealth Learning',
  })

  const shown = await principal.read(showSubmission, submission.id)

  expect(shown.can.decide).toBe(true)
  expect(shown.facts).toContainEqual({ term: 'Hours', minutes: 90 })
  expect(shown.facts).toContainEqual({ term: 'Offered by', text: 'Commonwealth Learning' })
  expect(shown.history.map(({ status }) => status)).toEqual(['sent'])
})

test.each([
  ['an educator', ana],
  ['their principal', mara],
  ['another principal', dev],
  ['a coordinator', ming],
  ['an auditor', ida],
  ['an administrator', rosa],
])('what %s finds decidable agrees with the policy row by row', async (_, person) => {
  const { scope, actor } = await asMember(await openTestStore(), person)
  const fields = {
    id: submissions.id,
    memberId: submissions.memberId,
    organizationId: submissions.organizationId,
    status: submissions.status,
  }

  const all = await scope.db.select(fields).from(submissions)
  const found = await scope.db.select(fields).from(submissions).where(decidableBy(actor))

  const permitted = all.filter((submission) => can(actor, 'submission.decide', submission))
  expect(found.map(({ id }) => id).sort()).toEqual(permitted.map(({ id }) => id).sort())
})
