import type { Db } from '#db/client.server'
import { and, eq, ne } from '#db/query.server'
import { sessions } from '#db/schema'

/** Signs a person out everywhere, but for one session where it is named. */
export async function endSessions(tx: Db, userId: string, exceptId?: string) {
  const others = exceptId === undefined ? undefined : ne(sessions.id, exceptId)
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), others))
}
