import { eq } from '#db/query.server'
import { members } from '#db/schema'
import { isEmail, normalizeEmail } from '../mail/address'
import { queueMail } from '../mail/outbox.server'
import type { WriteScope } from '../scope.server'

type Reopened = { decision: 'approved' | 'denied'; reason: string }

/** Writes to whoever sent a submission that its decision was taken back, if they have an address. */
export async function tellOwner(
  scope: WriteScope,
  submission: { memberId: string; title: string },
  reopened: Reopened,
) {
  const [owner] = await scope.db
    .select({ givenName: members.givenName, email: members.email })
    .from(members)
    .where(eq(members.id, submission.memberId))
  const recipient = normalizeEmail(owner?.email ?? '')
  if (!owner || !isEmail(recipient)) return
  await queueMail(scope, { recipient, ...letter(scope, owner.givenName, submission, reopened) })
}

function letter(
  { actor, district }: WriteScope,
  name: string,
  { title }: { title: string },
  { decision, reason }: Reopened,
) {
  const what = decision === 'approved' ? 'approval' : 'denial'
  return {
    subject: `“${title}” waits for a decision again`,
    text: `Hello ${name},

${actor.name} took the ${what} of “${title}” back:

“${reason}”

It waits for a decision again, to be made within ${district.reviewDays} days${decision === 'approved' ? ', and does not count until then' : ''}. There is nothing you have to do. Everything that happened to it stands on its page in Cairn.

${district.name}`,
  }
}
