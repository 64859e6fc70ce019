import { eq } from '#db/query.server'
import { reviews } from '#db/schema'
import { decide } from '~/domain/approvals/deciding.server'
import { showSubmission } from '~/domain/approvals/showing.server'
import { Invalid } from '~/domain/errors'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { getEnrollment } from '~/domain/pathways/enrollment-page.server'
import { listOwnEnrollments } from '~/domain/pathways/enrollments.server'
import { stepEvidenceInput } from '~/domain/pathways/inputs.server'
import { sendStepEvidence } from '~/domain/pathways/step-evidence.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'
import { evidenceStep, forEducators, publish } from '../pathways/published'

const { ben, mara, ming } = world.northside
const RUBRIC = ['Names the tool', 'Says what changed']

/** Ben has shown a lesson for a step whose reviewer looks for two things. */
async function shown(rubric: string[]) {
  const store = await openTestStore()
  const coordinator = await asMember(store, ming)
  const { id, keys } = await publish(coordinator, [
    { ...evidenceStep, kind: 'evidence', title: 'A lesson', rubric },
  ])
  await coordinator.write(makeAssignment, id, forEducators)
  const member = await asMember(store, ben)
  const { rows } = await member.read(listOwnEnrollments, 1)
  const enrollment = rows.find(({ pathwayId }) => pathwayId === id)!
  const input = stepEvidenceInput.parse({ step: keys[0], text: 'We compared two answers.' })
  await member.write(sendStepEvidence, enrollment.id, input, [])
  const page = await member.read(getEnrollment, enrollment.id)
  const { submissionId } = page.steps[0]!.pending[0]!
  return { member, enrollment, submissionId, principal: await asMember(store, mara) }
}

test('a reviewer sees what to look for, and approves once all of it is ticked', async () => {
  const { member, enrollment, submissionId, principal } = await shown(RUBRIC)
  const { criteria } = await principal.read(showSubmission, submissionId)
  const approve = (rubric: string[]) =>
    principal.write(decide, { submissions: [submissionId], decision: 'approved', rubric })

  await expect(approve([RUBRIC[0]!])).rejects.toThrow('Still open: Says what changed.')
  await approve(RUBRIC)

  expect(criteria).toEqual(RUBRIC)
  const [review] = await member.scope.db
    .select({ rubric: reviews.rubric })
    .from(reviews)
    .where(eq(reviews.submissionId, submissionId))
  expect(review!.rubric).toEqual(RUBRIC)
  const { steps } = await member.read(getEnrollment, enrollment.id)
  expect(steps[0]!.completedOn).toBe(WORLD_TODAY)
  expect(steps[0]!.approvals).toEqual([{ by: mara.name, on: WORLD_TODAY, found: RUBRIC }])
  const { history } = await principal.read(showSubmission, submissionId)
  expect(history.map(({ status, found }) => [status, found])).toEqual([
    ['sent', []],
    ['approved', RUBRIC],
  ])
})

test('evidence is returned with what was found so far', async () => {
  const { member, enrollment, submissionId, principal } = await shown(RUBRIC)

  await principal.write(decide, {
    submissions: [submissionId],
    decision: 'returned',
    reason: 'What changed?',
    rubric: [RUBRIC[0]!, 'Something nobody asked for'],
  })

  const [review] = await member.scope.db
    .select({ rubric: reviews.rubric })
    .from(reviews)
    .where(eq(reviews.submissionId, submissionId))
  expect(review!.rubric).toEqual([RUBRIC[0]])
  const { steps } = await member.read(getEnrollment, enrollment.id)
  expect(steps[0]!.pending).toMatchObject([{ status: 'returned', found: [RUBRIC[0]] }])
  expect(steps[0]!.approvals).toEqual([])
})

test('where nothing is to be looked for, nothing has to be ticked', async () => {
  const { member, submissionId, principal } = await shown([])

  await principal.write(decide, { submissions: [submissionId], decision: 'approved' })

  const [review] = await member.scope.db
    .select({ rubric: reviews.rubric })
    .from(reviews)
    .where(eq(reviews.submissionId, submissionId))
  expect(review!.rubric).toBeNull()
})

test('several are not approved at once where one of them is to be looked through', async () => {
  const { submissionId, principal } = await shown(RUBRIC)

  const approved = principal.write(decide, { submissions: [submissionId], decision: 'approved' })

  await expect(approved).rejects.toThrow(Invalid)
})
