import type { Db } from '#db/client.server'
import { and, isNull, lt } from '#db/query.server'
import { keptForms, outgoingMail, sessions, signInFailures, tokens } from '#db/schema'
import { FORM_KEPT, REMEMBERED } from './session-limits'

const HOUR = 60 * 60 * 1000
const MONTH = 30 * 24 * HOUR

/**
 * Deletes what nobody needs any more to sign in: counted failures, sessions and links that have run
 * out, kept forms, and letters about accounts.
 */
export async function sweepSignIns(tx: Db, now: Date) {
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  await tx.delete(signInFailures).where(lt(signInFailures.failedAt, before(HOUR)))
  await tx.delete(sessions).where(lt(sessions.expiresAt, before(REMEMBERED)))
  await tx.delete(tokens).where(lt(tokens.expiresAt, before(MONTH)))
  await tx.delete(keptForms).where(lt(keptForms.createdAt, before(FORM_KEPT)))
  await tx
    .delete(outgoingMail)
    .where(and(isNull(outgoingMail.districtId), lt(outgoingMail.createdAt, before(MONTH))))
}
