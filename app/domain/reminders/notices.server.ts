import { newId } from '#db/id'
import { and, inArray } from '#db/query.server'
import { enrollments, reminders } from '#db/schema'
import { recordMany } from '../events/recording.server'
import { isEmail, normalizeEmail } from '../mail/address'
import { queueMails } from '../mail/outbox.server'
import type { WriteScope } from '../scope.server'
import { letterOf, listCandidates } from './candidates.server'
import { isNoticeDue } from './due.server'
import { noticeFor, noticeLetter } from './notice'

/**
 * Writes to the educators of some enrollments the notice whose time it is: 30 and 7 days before what is
 * mandated is due, and when the days of grace are over; each once. Who waits for a decision of ours gets it when the
 * decision is made and the work is not done then; who has no address gets none.
 *
 * @param enrollmentIds at most a few hundred
 * @param origin the address of this server, as people type it
 * @returns how many letters were written
 */
export async function sendNotices(scope: WriteScope, enrollmentIds: string[], origin: string) {
  const { today } = scope
  const candidates = await listCandidates(
    scope,
    and(inArray(enrollments.id, enrollmentIds), isNoticeDue(scope)),
  )
  const reached = candidates.filter(
    ({ isWaiting, email }) => !isWaiting && isEmail(normalizeEmail(email ?? '')),
  )
  const toLetter = await letterOf(scope, reached, origin)
  const notices = reached.flatMap((candidate) => {
    const { id, dueOn, lateOn } = candidate
    const kind = dueOn && lateOn && noticeFor({ dueOn, lateOn }, today)
    if (!dueOn || !kind) return []
    const letter = noticeLetter({ ...toLetter(candidate), dueOn }, kind)
    return [
      { id, kind, dueOn, mail: { recipient: normalizeEmail(candidate.email ?? ''), ...letter } },
    ]
  })
  await queueMails(
    scope,
    notices.map(({ mail }) => mail),
  )
  await scope.db.insertMany(
    reminders,
    notices.map(({ id, kind, dueOn }) => ({
      id: newId(),
      enrollmentId: id,
      kind,
      dueOn,
      sentOn: today,
    })),
  )
  await recordMany(
    scope,
    'notice.sent',
    notices.map(({ id, kind, dueOn }) => ({ subjectId: id, details: { kind, dueOn } })),
  )
  return notices.length
}
