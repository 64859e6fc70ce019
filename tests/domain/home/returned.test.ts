import { eq } from '#db/query.server'
import { enrollments, submissions } from '#db/schema'
import { decide, withdraw } from '~/domain/approvals/deciding.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { correctAward, recordAward } from '~/domain/badges/recording.server'
import { awardInput } from '~/domain/badges/inputs.server'
import { openHome } from '~/domain/home/home.server'
import { endAssignment } from '~/domain/pathways/assigning.server'
import { getEnrollment } from '~/domain/pathways/enrollment-page.server'
import { stepEvidenceInput } from '~/domain/pathways/inputs.server'
import { openEvidenceForm, sendStepEvidence } from '~/domain/pathways/step-evidence.server'
import { newId } from '#db/id'
import { describe, expect, test } from 'vitest'
import { openTestStore, type TestStore } from '../../support/database'
import { asMember, type TestMember } from '../../support/members'
import { world } from '../../support/world'

const { ben, mara, ming, theo, steps, assignments } = world.northside
const enrollmentId = world.northside.enrollments.newHire
const LATER = new Date('2026-11-23T15:00:00Z')
const WHY = 'Which grade was it?'

const returnedOf = async (member: TestMember) =>
  (await member.read(openHome)).next.filter((item) => item.kind === 'returned')

const show = (member: TestMember, text: string) =>
  member.write(
    sendStepEvidence,
    enrollmentId,
    stepEvidenceInput.parse({ step: steps.aiEvidence, text }),
    [],
  )

const pendingOf = async (member: TestMember) => {
  const page = await member.read(getEnrollment, enrollmentId)
  return page.steps.find(({ stepKey }) => stepKey === steps.aiEvidence)!.pending
}

/** Theo has shown a text for the evidence step, and Mara has returned it. */
async function returnedEvidence() {
  const store = await openTestStore()
  const member = await asMember(store, theo)
  await show(member, 'A lesson on prompts.')
  const { submissionId } = (await pendingOf(member))[0]!
  const principal = await asMember(store, mara)
  await principal.write(decide, { submissions: [submissionId], decision: 'returned', reason: WHY })
  return { store, member, principal, later: await asMember(store, theo, LATER) }
}

describe('evidence for a step that came back', () => {
  test('waits for the educator, with the question and the way to answer it', async () => {
    const { store, member } = await returnedEvidence()

    expect(await returnedOf(member)).toEqual([
      {
        kind: 'returned',
        what: 'step',
        id: steps.aiEvidence,
        enrollmentId,
        title: expect.any(String),
        by: mara.name,
        reason: WHY,
      },
    ])
    const form = await member.read(openEvidenceForm, enrollmentId, steps.aiEvidence)
    expect(form.pending).toMatchObject([{ status: 'returned', by: mara.name, reason: WHY }])
    for (const other of [ben, world.southside.theo]) {
      expect(await returnedOf(await asMember(store, other))).toEqual([])
    }
  })

  test('is answered by other evidence for the step, and open again once that is taken back', async () => {
    const { member, later } = await returnedEvidence()

    await show(later, 'A lesson on prompts in grade 7.')
    const answered = await returnedOf(member)
    const waiting = (await pendingOf(later)).find(({ status }) => status === 'waiting')!
    await later.write(withdraw, waiting.submissionId)

    expect(answered).toEqual([])
    expect(await returnedOf(member)).toHaveLength(1)
  })

  test('is one thing to do, however often it comes back', async () => {
    const { store, later } = await returnedEvidence()
    await show(later, 'A lesson on prompts in grade 7.')
    const waiting = (await pendingOf(later)).find(({ status }) => status === 'waiting')!
    const principal = await asMember(store, mara, LATER)

    await principal.write(decide, {
      submissions: [waiting.submissionId],
      decision: 'returned',
      reason: 'And which subject?',
    })

    expect(await returnedOf(later)).toMatchObject([{ what: 'step', reason: 'And which subject?' }])
  })

  test('asks the last question where it was denied first, and the denial taken back', async () => {
    const store = await openTestStore()
    const member = await asMember(store, theo)
    await show(member, 'A lesson on prompts.')
    const { submissionId } = (await pendingOf(member))[0]!
    const [friday, monday] = [await asMember(store, mara), await asMember(store, mara, LATER)]
    const tuesday = await asMember(store, mara, new Date('2026-11-24T15:00:00Z'))
    const given = { submissions: [submissionId], decision: 'denied' as const, reason: 'Not yours.' }

    await friday.write(decide, given)
    await monday.write(reopenSubmission, submissionId, { reason: 'It is yours after all.' })
    const waiting = await pendingOf(member)
    await tuesday.write(decide, { ...given, decision: 'returned', reason: WHY })

    expect(waiting).toMatchObject([
      { status: 'waiting', reopenedAt: LATER, by: null, reason: null },
    ])
    expect(await returnedOf(member)).toMatchObject([{ by: mara.name, reason: WHY }])
    expect(await pendingOf(member)).toMatchObject([
      { status: 'returned', by: mara.name, reason: WHY },
    ])
  })

  test('asks for nothing once the step is done or the pathway is taken back', async () => {
    const done = await returnedEvidence()
    await show(done.later, 'A lesson on prompts in grade 7.')
    const waiting = (await pendingOf(done.later)).find(({ status }) => status === 'waiting')!
    const taken = await returnedEvidence()

    await done.principal.write(decide, {
      submissions: [waiting.submissionId],
      decision: 'approved',
    })
    const coordinator = await asMember(taken.store, ming)
    await coordinator.write(endAssignment, assignments.newHires, { takeBack: true })

    expect(await returnedOf(done.member)).toEqual([])
    expect(await returnedOf(taken.member)).toEqual([])
    const [row] = await taken.member.scope.db
      .select({ endedOn: enrollments.endedOn })
      .from(enrollments)
      .where(eq(enrollments.id, enrollmentId))
    expect(row!.endedOn).not.toBeNull()
  })
})

test('a badge that came back waits for its owner until it is sent again', async () => {
  const store = await openTestStore()
  const member = await asMember(store, theo)
  const { id } = await member.write(recordAward, captioner, [])
  const principal = await asMember(store, mara)
  const before = await returnedOf(member)

  await principal.write(decide, {
    submissions: [await waitingOf(store, id)],
    decision: 'returned',
    reason: 'Whose name is on it?',
  })

  const returned = await returnedOf(member)
  await (await asMember(store, theo, LATER)).write(correctAward, captioner, [])

  expect(before).toEqual([])
  expect(returned).toMatchObject([
    { what: 'award', id, by: mara.name, reason: 'Whose name is on it?' },
  ])
  expect(await returnedOf(member)).toEqual([])
})

const captioner = awardInput.parse({
  id: newId(),
  title: 'Certified Captioner',
  issuer: 'DCMP',
  awardedOn: '2026-11-01',
  url: 'https://example.org/badges/captioner',
})

async function waitingOf(store: TestStore, awardId: string) {
  const [row] = await store.read
    .select({ id: submissions.id })
    .from(submissions)
    .where(eq(submissions.awardId, awardId))
  return row!.id
}
