import { newId } from '#db/id'
import { and, eq } from '#db/query.server'
import { evidence } from '#db/schema'
import { Conflict, Invalid, NotFound } from '../errors'
import { attachFiles, attachLink } from '../evidence/commands.server'
import type { StoredFile } from '../evidence/file-storage'
import { belongingTo, listEvidence, listRetractable } from '../evidence/queries.server'
import { listReviewers, organizationOn } from '../people/affiliations.server'
import { authorize } from '../policy'
import { sendForReview } from '../reviews/sending.server'
import { findWaiting } from '../reviews/waiting.server'
import type { Scope, WriteScope } from '../scope.server'
import { requireOwnEnrollment } from './enrollments.server'
import type { StepEvidenceInput } from './inputs.server'
import { stepsOf } from './path'
import { assess } from './standing.server'
import { listPending } from './step-kinds/registry.server'

type Subject = { enrollmentId: string; stepKey: string }

/**
 * Shows evidence for a step: attaches it, and puts each piece before whoever decides. The step is done
 * when one of them is approved.
 *
 * @param files stored already
 * @returns who decides
 * @throws NotFound when the enrollment is not the actor's own, or has no such step
 * @throws Conflict when the step is done, or the pathway is completed
 * @throws Invalid when nothing is shown, or there is no room for so many files
 */
export async function sendStepEvidence(
  scope: WriteScope,
  enrollmentId: string,
  input: StepEvidenceInput,
  files: StoredFile[],
) {
  const { step, subject } = await openStep(scope, enrollmentId, input.step)
  authorize(scope.actor, 'pathway.join')
  if (files.length === 0 && !input.link && !input.text) {
    throw new Invalid('link', 'Add a file, a link or a few words; there is nothing to look at yet.')
  }
  const memberId = scope.actor.id
  const organizationId = await organizationOn(scope, memberId, scope.today)
  if (!organizationId) throw new Invalid(null, 'You are not with a school of this district today.')

  const pieces = await attach(scope, subject, input, files)
  for (const id of pieces) {
    if (await findWaiting(scope, { evidenceId: id })) continue
    const sent = { memberId, organizationId, title: step.title, minutes: null }
    await sendForReview(scope, id, { kind: 'evidence', ...sent })
  }
  return { reviewers: await listReviewers(scope, organizationId, memberId) }
}

/**
 * What the form for the evidence of a step begins with: the step, what was shown for it already, what
 * became of that, and the ids of what may be removed.
 *
 * @throws NotFound when the enrollment is not the actor's own, or nothing is left to show for the step
 */
export async function openEvidenceForm(scope: Scope, enrollmentId: string, stepKey: string) {
  const { enrollment, step, ask, isDone } = await findStep(scope, enrollmentId, stepKey)
  if (isDone) throw new NotFound('No step that waits for evidence.')
  const organizationId = await organizationOn(scope, scope.actor.id, scope.today)
  const [shown, pending, reviewers] = await Promise.all([
    listEvidence(scope, { enrollmentId, stepKey }),
    listPending(scope, [{ stepKey, ask }]),
    organizationId ? listReviewers(scope, organizationId, scope.actor.id) : [],
  ])
  const { id, title } = enrollment
  const removable = await listRetractable(
    scope,
    shown.map((piece) => piece.id),
  )
  return {
    enrollment: { id, title },
    step,
    evidence: shown,
    removable,
    rubric: ask.rubric,
    pending: pending(stepKey),
    reviewers,
  }
}

async function openStep(scope: WriteScope, enrollmentId: string, stepKey: string) {
  const { enrollment, step, isDone } = await findStep(scope, enrollmentId, stepKey)
  if (enrollment.completedOn) throw new Conflict('You have completed this pathway already.')
  if (isDone) throw new Conflict('This step is done already.')
  return { step, subject: { enrollmentId, stepKey } }
}

async function findStep(scope: Scope, enrollmentId: string, stepKey: string) {
  const { enrollee, ...enrollment } = await requireOwnEnrollment(scope, enrollmentId)
  const [assessed] = await assess(scope, [enrollee])
  const { path, progress } = assessed!
  const step = stepsOf(path.parts).find((each) => each.stepKey === stepKey)
  const ask = step?.asks.find(({ kind }) => kind === 'evidence')
  if (!step || !ask) throw new NotFound('No step.')
  const reached = progress.steps.find((each) => each.stepKey === stepKey)
  const isDone = enrollment.completedOn !== null || !!reached?.completedOn
  return { enrollment, step, ask, isDone }
}

async function attach(
  scope: WriteScope,
  subject: Subject,
  input: StepEvidenceInput,
  files: StoredFile[],
) {
  const { mayShowStudents } = input
  await attachFiles(scope, subject, files, { mayShowStudents })
  const pieces = files.map(({ id }) => id)
  if (input.link) {
    await attachLink(scope, subject, { url: input.link, mayShowStudents })
    pieces.push(await idOfLink(scope, subject, input.link))
  }
  if (input.text) pieces.push(await attachText(scope, subject, input.text, mayShowStudents))
  return pieces
}

async function idOfLink(scope: WriteScope, subject: Subject, url: string) {
  const [row] = await scope.db
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(belongingTo(subject), eq(evidence.kind, 'link'), eq(evidence.content, url)))
  return row!.id
}

async function attachText(
  scope: WriteScope,
  subject: Subject,
  content: string,
  mayShowStudents: boolean,
) {
  const id = newId()
  await scope.db.insert(evidence).values({
    id,
    ...subject,
    memberId: scope.actor.id,
    kind: 'text',
    name: 'In writing',
    content,
    strength: 'self_reported',
    mayShowStudents,
    createdAt: scope.now,
  })
  return id
}
