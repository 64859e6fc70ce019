import { and, eq } from '#db/query.server'
import { events, evidence as proofs, submissions as sent } from '#db/schema'
import { showActivity } from '~/domain/activities/showing.server'
import { decide, withdraw } from '~/domain/approvals/deciding.server'
import { showSubmission } from '~/domain/approvals/showing.server'
import { Forbidden, Invalid, NotFound } from '~/domain/errors'
import { attachFiles, attachLink, removeEvidence } from '~/domain/evidence/commands.server'
import { strongest } from '~/domain/evidence/evidence'
import { type MediaType, mediaTypeOf } from '~/domain/evidence/file-storage'
import { getEvidence, listEvidence, strengthOf } from '~/domain/evidence/queries.server'
import { getGoal } from '~/domain/goals/queries.server'
import { getEnrollment } from '~/domain/pathways/enrollment-page.server'
import { newId } from '#db/id'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world } from '../../support/world'

const { ana, ben, dev, ida, mara, rosa } = world.northside
const { activities, completions, enrollments, evidence, goals, steps, submissions } =
  world.northside

const file = () => ({
  id: newId(),
  name: 'certificate.pdf',
  mediaType: 'application/pdf' as MediaType,
  bytes: 1000,
  sha256: 'ab',
})
const plain = { mayShowStudents: false }

test.each([
  [[0x25, 0x50, 0x44, 0x46, 0x2d, 0x31], 'application/pdf'],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image/png'],
  [[0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
  [[...Buffer.from('<svg xmlns=')], null],
  [[...Buffer.from('<!doctype html>')], null],
  [[0x50, 0x4b, 3, 4], null],
  [[], null],
])('the kind of a file is what its bytes say: %j', (bytes, kind) => {
  expect(mediaTypeOf(Uint8Array.from(bytes))).toBe(kind)
})

test('a proof is as strong as its strongest part', () => {
  expect(strongest([])).toBe('self_reported')
  expect(strongest(['document', 'signed_by_provider', 'self_reported'])).toBe('signed_by_provider')
})

test('an activity takes three files, and says so at the fourth', async () => {
  const member = await asMember(await openTestStore(), ana)
  const draft = await member.write(make.activity)
  const subject = { activityId: draft.id }
  await member.write(attachFiles, subject, [file(), file(), file()], plain)

  const fourth = member.write(attachFiles, subject, [file()], plain)

  await expect(fourth).rejects.toThrow(Invalid)
  expect(await member.read(listEvidence, subject)).toHaveLength(3)
  expect(await member.read(strengthOf, subject)).toBe('document')
})

test('evidence goes from what can still be changed, and stays with what was sent', async () => {
  const member = await asMember(await openTestStore(), ana)
  const attach = async (subject: { activityId: string } | { completionId: string }) => {
    await member.write(attachLink, subject, { url: 'https://example.org/x', ...plain })
    const attached = await member.read(listEvidence, subject)
    return attached.find(({ content }) => content === 'https://example.org/x')!.id
  }

  await member.write(removeEvidence, await attach({ activityId: activities.draft }))
  await member.write(removeEvidence, await attach({ completionId: completions.returned }))
  const sent = await attach({ activityId: activities.submitted })

  await expect(member.write(removeEvidence, sent)).rejects.toThrow(Forbidden)
})

test('evidence goes from an open goal, and stays with a closed one', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ana)
  const backing = await member.write(make.evidence, { goalId: goals.open })
  const proof = await member.write(make.evidence, { goalId: goals.met })

  await expect((await asMember(store, mara)).write(removeEvidence, backing.id)).rejects.toThrow(
    NotFound,
  )
  await expect(member.write(removeEvidence, backing.id)).resolves.toMatchObject({
    goalId: goals.open,
  })
  await expect(member.write(removeEvidence, proof.id)).rejects.toThrow(Forbidden)
  const left = await member.read(listEvidence, { goalId: goals.open })
  expect(left.map(({ id }) => id)).not.toContain(backing.id)
})

test('evidence for a step goes once it was taken back, with what was sent', async () => {
  const store = await openTestStore()
  const member = await asMember(store, ana)
  const { id: other } = await member.write(make.evidence, {
    enrollmentId: enrollments.engaged,
    stepKey: steps.aiEvidence,
  })
  const waiting = member.write(removeEvidence, evidence.step)
  await expect(waiting).rejects.toThrow(Forbidden)
  await member.write(withdraw, submissions.evidence)
  const { removable } = await member.read(getEnrollment, enrollments.engaged)
  const [before] = await member.scope.db
    .select({ attachedAt: proofs.createdAt, sentAt: sent.submittedAt })
    .from(proofs)
    .innerJoin(sent, eq(sent.evidenceId, proofs.id))
    .where(eq(proofs.id, evidence.step))

  await member.write(removeEvidence, evidence.step)

  expect(removable.toSorted()).toEqual([evidence.step, other].toSorted())
  const shown = await member.read(listEvidence, {
    enrollmentId: enrollments.engaged,
    stepKey: steps.aiEvidence,
  })
  expect(shown.map(({ id }) => id)).toEqual([other])
  expect(await member.scope.db.count(sent, eq(sent.id, submissions.evidence))).toBe(0)
  const recorded = await member.scope.db
    .select({ details: events.details })
    .from(events)
    .where(and(eq(events.subjectId, evidence.step), eq(events.type, 'evidence.removed')))
  expect(recorded).toMatchObject([
    {
      details: {
        stepKey: steps.aiEvidence,
        createdAt: before!.attachedAt.toISOString(),
        submissions: [{ id: submissions.evidence, submittedAt: before!.sentAt.toISOString() }],
      },
    },
  ])
})

test.each(['returned', 'denied', 'approved'] as const)(
  'evidence for a step that was %s stays',
  async (decision) => {
    const store = await openTestStore()
    const member = await asMember(store, ana)
    const principal = await asMember(store, mara)
    const reason = 'Which grade was it?'

    await principal.write(decide, { submissions: [submissions.evidence], decision, reason })

    await expect(member.write(removeEvidence, evidence.step)).rejects.toThrow(Forbidden)
    const { removable } = await member.read(getEnrollment, enrollments.engaged)
    expect(removable).toEqual([])
  },
)

test('evidence of a pathway that is completed stays, though nobody has decided on it', async () => {
  const member = await asMember(await openTestStore(), ana)
  const { id } = await member.write(make.evidence, {
    enrollmentId: enrollments.completed,
    stepKey: steps.privacyEvidence,
  })

  await expect(member.write(removeEvidence, id)).rejects.toThrow(Forbidden)
})

test('what somebody may not open has neither text nor address, nor a link', async () => {
  const store = await openTestStore()
  const owner = await asMember(store, ana)
  const restricted = {
    mayShowStudents: true,
    name: 'Class list',
    content: 'https://example.org/7b',
  }
  const { activity, submission } = await owner.write(make.submission)
  await owner.write(make.evidence, { activityId: activity.id, ...restricted })
  const { id: goalId } = await owner.write(make.goal)
  await owner.write(make.evidence, { goalId, ...restricted })
  const seenBy = async (person: typeof ana) => {
    const member = await asMember(store, person)
    const pages = [
      await member.read(showActivity, activity.id),
      await member.read(getGoal, goalId),
      ...(person === ida ? [] : [await member.read(showSubmission, submission.id)]),
    ]
    return pages.flatMap((page) => page.evidence)
  }

  const open = { name: 'Class list', content: restricted.content, isOpen: true }
  const closed = { name: 'Class list', content: null, isOpen: false }
  expect(await seenBy(mara)).toMatchObject([open, open, open])
  expect(await seenBy(rosa)).toMatchObject([closed, closed, closed])
  expect(await seenBy(ida)).toMatchObject([closed, closed])
})

test('nobody removes what somebody else has attached', async () => {
  const store = await openTestStore()

  await expect((await asMember(store, ben)).write(removeEvidence, evidence.link)).rejects.toThrow(
    NotFound,
  )
  await expect(
    (await asMember(store, ana)).write(removeEvidence, world.southside.evidence.link),
  ).rejects.toThrow(NotFound)
})

test('what may show students is for its owner and the reviewers of the school', async () => {
  const store = await openTestStore()
  const owner = await asMember(store, ana)
  const { activity } = await owner.write(make.submission)
  const certificate = file()
  await owner.write(attachFiles, { activityId: activity.id }, [certificate], {
    mayShowStudents: true,
  })
  const open = async (person: typeof ana) =>
    (await asMember(store, person)).read(getEvidence, certificate.id)

  await expect(open(ana)).resolves.toMatchObject({ id: certificate.id })
  await expect(open(mara)).resolves.toMatchObject({ id: certificate.id })
  for (const person of [ben, dev, rosa, ida]) await expect(open(person)).rejects.toThrow(NotFound)
})

test('evidence of a draft is nobody else’s business', async () => {
  const store = await openTestStore()
  const owner = await asMember(store, ana)
  const draft = await owner.write(make.activity)
  const certificate = file()
  await owner.write(attachFiles, { activityId: draft.id }, [certificate], plain)

  for (const person of [mara, rosa, ida]) {
    const member = await asMember(store, person)
    await expect(member.read(getEvidence, certificate.id)).rejects.toThrow(NotFound)
  }
})
