import { newId } from '#db/id'
import { reminders } from '#db/schema'
import { Conflict, Invalid } from '../errors'
import { recordMany } from '../events/recording.server'
import { groupBy } from '../grouping'
import { pageOf, window } from '../listing'
import { normalizeEmail } from '../mail/address'
import { queueMails } from '../mail/outbox.server'
import { getAssignment } from '../pathways/assignments.server'
import { enrolledWhere, type Narrowing } from '../pathways/enrolled-where.server'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { letterOf, type Listed, listCandidates } from './candidates.server'
import type { ReminderInput } from './inputs.server'
import { type Outcome, outcomeOf, reminderLetter } from './reminder'

export type ReminderPreview = Awaited<ReturnType<typeof previewReminder>>

/**
 * What a reminder to the people of an assignment would do: the letter as the first of them would get
 * it, and who gets it, who does not, and why.
 *
 * @param options.shown the outcome whose people are listed
 * @throws NotFound · Forbidden
 */
export async function previewReminder(
  scope: Scope,
  assignmentId: string,
  options: { narrowing: Narrowing; shown: Outcome; page: number; note?: string; origin: string },
) {
  const { assignment } = await getAssignment(scope, assignmentId)
  authorize(scope.actor, 'pathway.assign')
  const { narrowing, shown, page, note, origin } = options
  const outcomes = await sortOut(scope, assignmentId, narrowing)
  const [first] = outcomes('written')
  const toLetter = first && (await letterOf(scope, [first], origin))
  const listed = outcomes(shown)
  const { limit, offset } = window(page)
  return {
    assignment,
    counts: {
      written: outcomes('written').length,
      waiting: outcomes('waiting').length,
      reminded: outcomes('reminded').length,
      no_email: outcomes('no_email').length,
      completed: outcomes('completed').length,
    } satisfies Record<Outcome, number>,
    letter:
      first && toLetter
        ? { to: first.name, ...reminderLetter(toLetter(first), { by: scope.actor.name, note }) }
        : null,
    people: pageOf(
      listed.slice(offset, offset + limit).map(({ id, name, email, dueOn, remindedOn }) => {
        return { id, name, email, dueOn, remindedOn }
      }),
      listed.length,
      page,
    ),
  }
}

/**
 * Writes to those people of an assignment whom a letter would help, with a sentence of the actor's own.
 *
 * @param input.expected how many letters the preview promised, where there was one
 * @returns how many letters leave
 * @throws NotFound · Forbidden
 * @throws Invalid when nobody would get one
 * @throws Conflict when they are not as many as in the preview
 */
export async function remind(
  scope: WriteScope,
  assignmentId: string,
  narrowing: Narrowing,
  { note, expected }: ReminderInput,
  origin: string,
) {
  await getAssignment(scope, assignmentId)
  authorize(scope.actor, 'pathway.assign')
  const written = (await sortOut(scope, assignmentId, narrowing))('written')
  if (written.length === 0) {
    throw new Invalid(null, 'Nobody would get a letter. Below stands why, for each of them.')
  }
  if (expected !== undefined && written.length !== expected) {
    throw new Conflict(
      `Meanwhile the list has changed: ${written.length} would get the letter, not ${expected}. Look at it again below; what you wrote is kept.`,
    )
  }
  const toLetter = await letterOf(scope, written, origin)
  const by = scope.actor.name
  await queueMails(
    scope,
    written.map((candidate) => ({
      recipient: normalizeEmail(candidate.email ?? ''),
      ...reminderLetter(toLetter(candidate), { by, note }),
    })),
  )
  await scope.db.insertMany(
    reminders,
    written.map(({ id }) => ({
      id: newId(),
      enrollmentId: id,
      kind: 'by_hand' as const,
      sentById: scope.actor.id,
      sentOn: scope.today,
    })),
  )
  await recordMany(
    scope,
    'reminder.sent',
    written.map(({ id }) => ({ subjectId: id, details: { assignmentId } })),
  )
  return written.length
}

async function sortOut(scope: Scope, assignmentId: string, narrowing: Narrowing) {
  const candidates = await listCandidates(scope, enrolledWhere(scope, { assignmentId }, narrowing))
  const groups = groupBy(candidates, (candidate) => outcomeOf(candidate, scope.today))
  return (outcome: Outcome): Listed[] => groups.get(outcome) ?? []
}
