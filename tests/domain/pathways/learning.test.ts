import { and, eq } from '#db/query.server'
import { enrollments, submissions } from '#db/schema'
import { decide } from '~/domain/approvals/deciding.server'
import { Conflict, Invalid, NotFound } from '~/domain/errors'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { getEnrollment } from '~/domain/pathways/enrollment-page.server'
import { listOwnEnrollments } from '~/domain/pathways/enrollments.server'
import { stepEvidenceInput } from '~/domain/pathways/inputs.server'
import { joinPathway, listOffered, startAgain } from '~/domain/pathways/joining.server'
import { sendStepEvidence } from '~/domain/pathways/step-evidence.server'
import type { StoredFile } from '~/domain/evidence/file-storage'
import { newId } from '#db/id'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'
import { courseStep, evidenceStep, forEducators, publish, within } from './published'

const { ana, ben, cora, mara, ming, nora, omar, theo, pathways, assignments, steps } =
  world.northside
const named = world.northside.enrollments

const step = async (member: TestMember, id: string, key: string) =>
  (await member.read(getEnrollment, id)).steps.find(({ stepKey }) => stepKey === key)!

const typed = (fields: Record<string, unknown>) => stepEvidenceInput.parse(fields)

const pdf = (): StoredFile => ({
  id: newId(),
  name: 'plan.pdf',
  mediaType: 'application/pdf',
  bytes: 1200,
  sha256: 'abc',
})

test('my pathways are those under way, the nearest due date first, then the completed ones', async () => {
  const member = await asMember(await openTestStore(), ana)

  const { rows } = await member.read(listOwnEnrollments, 1)

  const completed = rows.map(({ completedOn }) => completedOn !== null)
  expect(completed).toEqual(completed.toSorted())
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([named.engaged, named.completed]))
  expect(rows.find(({ id }) => id === named.engaged)!.next).toEqual(expect.any(String))
})

test('an enrollment says why one has it', async () => {
  const member = await asMember(await openTestStore(), theo)

  const { enrollment } = await member.read(getEnrollment, named.newHire)

  expect(enrollment.reason.assignment).toMatchObject({
    kind: 'mandated',
    by: ming.name,
    block: 0,
  })
  expect(Object.values(enrollment.reason.names)).toContain(world.northside.name)
  expect(enrollment.reason.others).toMatchObject([{ kind: 'offered', block: 0 }])
})

test('the page of an enrollment shows what counted, what waits and what is next', async () => {
  const member = await asMember(await openTestStore(), ana)

  const { steps: shown, nextKey } = await member.read(getEnrollment, named.engaged)

  expect(shown.some(({ completedOn, counted }) => completedOn && counted[0]?.title)).toBe(true)
  expect(shown.find(({ stepKey }) => stepKey === steps.aiEvidence)!.pending).toMatchObject([
    { kind: 'evidence', status: 'waiting' },
  ])
  expect(shown.find(({ completedOn }) => completedOn === null)!.stepKey).toBe(nextKey)
})

test('somebody else’s enrollment is not there, nor one that was taken back', async () => {
  const store = await openTestStore()

  await expect((await asMember(store, ben)).read(getEnrollment, named.engaged)).rejects.toThrow(
    NotFound,
  )
  await expect((await asMember(store, mara)).read(getEnrollment, named.engaged)).rejects.toThrow(
    NotFound,
  )
  await expect((await asMember(store, cora)).read(getEnrollment, named.ended)).rejects.toThrow(
    NotFound,
  )
  const stranger = await asMember(store, world.southside.ana)
  await expect(stranger.read(getEnrollment, named.engaged)).rejects.toThrow(NotFound)
})

test('evidence that is approved completes its step', async () => {
  const store = await openTestStore()
  const member = await asMember(store, theo)
  const principal = await asMember(store, mara)
  const input = typed({ step: steps.aiEvidence, link: 'https://example.org/lesson' })

  const { reviewers } = await member.write(sendStepEvidence, named.newHire, input, [])

  expect(reviewers.map(({ name }) => name)).toContain(mara.name)
  const waiting = await step(member, named.newHire, steps.aiEvidence)
  expect(waiting).toMatchObject({
    completedOn: null,
    pending: [{ status: 'waiting' }],
    evidence: [{ kind: 'link', content: input.link }],
  })

  const id = waiting.pending[0]!.submissionId
  await principal.write(decide, { submissions: [id], decision: 'approved' })

  expect(await step(member, named.newHire, steps.aiEvidence)).toMatchObject({
    completedOn: WORLD_TODAY,
    pending: [],
    counted: [{ kind: 'evidence' }],
  })
})

test('each step shows what was sent for it, and no other step does', async () => {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const { id, keys } = await publish(coordinator, [
    evidenceStep,
    courseStep('coding'),
    evidenceStep,
  ])
  await coordinator.write(makeAssignment, id, forEducators)
  const member = await asMember(store, theo)
  const { rows } = await member.read(listOwnEnrollments, 1)
  const own = rows.find(({ pathwayId }) => pathwayId === id)!
  const send = (key: string, text: string) =>
    member.write(sendStepEvidence, own.id, typed({ step: key, text }), [])

  await send(keys[0]!, 'The first.')
  await send(keys[2]!, 'The last.')

  const { steps: shown } = await member.read(getEnrollment, own.id)
  expect(shown.map(({ evidence }) => evidence.map(({ content }) => content))).toEqual([
    ['The first.'],
    [],
    ['The last.'],
  ])
})

test('evidence that is returned says why, and the same link can be sent again', async () => {
  const store = await openTestStore()
  const member = await asMember(store, theo)
  const principal = await asMember(store, mara)
  const input = typed({ step: steps.aiEvidence, link: 'https://example.org/lesson' })
  await member.write(sendStepEvidence, named.newHire, input, [])
  const first = (await step(member, named.newHire, steps.aiEvidence)).pending[0]!

  await principal.write(decide, {
    submissions: [first.submissionId],
    decision: 'returned',
    reason: 'Which grade was it?',
  })
  const returned = await step(member, named.newHire, steps.aiEvidence)
  await member.write(sendStepEvidence, named.newHire, input, [])
  const again = await step(member, named.newHire, steps.aiEvidence)

  expect(returned.pending).toMatchObject([
    { status: 'returned', by: mara.name, reason: 'Which grade was it?' },
  ])
  expect(again.evidence).toHaveLength(1)
  expect(again.pending).toMatchObject([{ status: 'waiting' }])
})

test('a file, a link and a text are each put before the reviewer', async () => {
  const member = await asMember(await openTestStore(), theo)
  const input = typed({
    step: steps.aiEvidence,
    link: 'https://example.org/lesson',
    text: 'We compared two answers.',
    mayShowStudents: 'on',
  })

  await member.write(sendStepEvidence, named.newHire, input, [pdf()])

  const shown = await step(member, named.newHire, steps.aiEvidence)
  expect(shown.evidence.map(({ kind }) => kind).sort()).toEqual(['file', 'link', 'text'])
  expect(shown.evidence.every(({ mayShowStudents }) => mayShowStudents)).toBe(true)
  expect(shown.pending).toHaveLength(3)
})

test('there must be something to look at, for a step that asks for it', async () => {
  const store = await openTestStore()
  const member = await asMember(store, theo)
  const stranger = await asMember(store, ben)
  const link = 'https://example.org/lesson'

  await expect(
    member.write(sendStepEvidence, named.newHire, typed({ step: steps.aiEvidence }), []),
  ).rejects.toThrow(Invalid)
  await expect(
    member.write(sendStepEvidence, named.newHire, typed({ step: steps.aiCourse, link }), []),
  ).rejects.toThrow(NotFound)
  await expect(
    stranger.write(sendStepEvidence, named.newHire, typed({ step: steps.aiEvidence, link }), []),
  ).rejects.toThrow(NotFound)
})

test('nothing more is sent for a completed pathway or a step that is done', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ana)
  const principal = await asMember(store, mara)
  const again = typed({ step: steps.privacyEvidence, link: 'https://example.org/tools' })
  const [waiting] = (await step(member, named.engaged, steps.aiEvidence)).pending

  await principal.write(decide, { submissions: [waiting!.submissionId], decision: 'approved' })

  await expect(member.write(sendStepEvidence, named.completed, again, [])).rejects.toThrow(Conflict)
  await expect(
    member.write(sendStepEvidence, named.engaged, { ...again, step: steps.aiEvidence }, []),
  ).rejects.toThrow(Conflict)
})

test('an offered pathway is joined once, by those it is offered to', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ben)
  const stranger = await asMember(store, world.southside.ben)
  const offered = await member.read(listOffered)

  const { id } = await member.write(joinPathway, assignments.offered)

  expect(offered.map(({ pathwayId }) => pathwayId)).toContain(pathways.ai)
  expect(await member.read(getEnrollment, id)).toMatchObject({
    enrollment: { reason: { assignment: { kind: 'offered' } } },
  })
  expect((await member.read(listOffered)).map(({ pathwayId }) => pathwayId)).not.toContain(
    pathways.ai,
  )
  await expect(member.write(joinPathway, assignments.offered)).rejects.toThrow(Conflict)
  await expect(stranger.write(joinPathway, assignments.offered)).rejects.toThrow(NotFound)
})

test('a mandated assignment is not something to join', async () => {
  const member = await asMember(await openTestStore(), ben)

  await expect(member.write(joinPathway, assignments.mandated)).rejects.toThrow(NotFound)
})

test('an offer to another school is not shown and cannot be joined', async () => {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const { id } = await publish(coordinator, [evidenceStep])
  const offer = await coordinator.write(makeAssignment, id, {
    ...forEducators,
    kind: 'offered',
    ...within({ organizationId: world.northside.schools.elementary }),
  })
  const member = await asMember(store, ben)

  expect((await member.read(listOffered)).map(({ pathwayId }) => pathwayId)).not.toContain(id)
  await expect(member.write(joinPathway, offer.id)).rejects.toThrow(NotFound)
})

test('who is about to lapse starts again, and stays current until then', async () => {
  const member = await asMember(await openTestStore(), omar)
  const { enrollment } = await member.read(getEnrollment, named.expiring)

  const { id } = await member.write(startAgain, named.expiring)

  const page = await member.read(getEnrollment, id)
  expect(page.heldUntil).toBe(enrollment.expiresOn)
  expect(page.enrollment).toMatchObject({ stepsCompleted: 0, dueOn: enrollment.expiresOn })
  await expect(member.read(getEnrollment, named.expiring)).rejects.toThrow(NotFound)
})

test('who starts again after it lapsed is not late on the first day', async () => {
  const member = await asMember(await openTestStore(), nora)

  const { id } = await member.write(startAgain, named.expired)

  const { enrollment } = await member.read(getEnrollment, id)
  expect(enrollment).toMatchObject({ dueOn: null, lateOn: null })
})

test('work from before the last completion does not renew it; new work does', async () => {
  const store = await openTestStore()
  const member = await asMember(store, nora)
  const { id } = await member.write(startAgain, named.expired)
  const before = await step(member, id, steps.privacyMinutes)
  const { submission } = await member.write(make.submission, {
    minutes: 60,
    competencies: ['digcompedu-2017/2.3'],
  })

  await (
    await asMember(store, world.northside.dev)
  ).write(decide, {
    submissions: [submission.id],
    decision: 'approved',
  })

  expect(before).toMatchObject({ completedOn: null, counted: [] })
  expect(await step(member, id, steps.privacyMinutes)).toMatchObject({
    completedOn: expect.any(String),
  })
})

test('a completion that still holds cannot be renewed', async () => {
  const store = await openTestStore()

  await expect((await asMember(store, ana)).write(startAgain, named.completed)).rejects.toThrow(
    Conflict,
  )
  await expect((await asMember(store, ben)).write(startAgain, named.expiring)).rejects.toThrow(
    NotFound,
  )
})

test('evidence is sent under the school the educator is at', async () => {
  const member = await asMember(await openTestStore(), theo)
  const input = typed({ step: steps.aiEvidence, text: 'Notes' })

  await member.write(sendStepEvidence, named.newHire, input, [])

  const [sent] = await member.scope.db
    .select({ organizationId: submissions.organizationId, title: submissions.title })
    .from(submissions)
    .innerJoin(enrollments, eq(enrollments.memberId, submissions.memberId))
    .where(and(eq(enrollments.id, named.newHire), eq(submissions.kind, 'evidence')))
  expect(sent).toMatchObject({ organizationId: world.northside.schools.middle })
})
