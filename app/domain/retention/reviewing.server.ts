import { and, asc, inArray, lte } from '#db/query.server'
import { evidence } from '#db/schema'
import { endOfDay } from '../calendar'
import type { Scope, WriteScope } from '../scope.server'
import { isKeptFile, keepingsOf, noteKeepings, selectFiles } from './files.server'
import { lastRipe } from './retention'

/** Whose files may be due within a year, in a fixed order; the others are too young by far. */
export async function listMembersToReview(scope: Scope) {
  const rows = await scope.db
    .selectDistinct({ memberId: evidence.memberId })
    .from(evidence)
    .where(and(isKeptFile, attachedEarlyEnough(scope)))
    .orderBy(asc(evidence.memberId))
  return rows.map(({ memberId }) => memberId)
}

/**
 * Notes anew until when the files of some members are to be kept.
 *
 * @returns how many files have another day now
 */
export async function reviewFiles(scope: WriteScope, memberIds: string[]) {
  const files = await selectFiles(scope).where(
    and(isKeptFile, inArray(evidence.memberId, memberIds), attachedEarlyEnough(scope)),
  )
  const keepings = await keepingsOf(scope, files)
  const changed = files.filter(({ id, keptUntil }) => keepings.get(id)!.until !== keptUntil)
  await noteKeepings(scope, changed, keepings)
  return changed.length
}

const attachedEarlyEnough = ({ today, district }: Scope) =>
  lte(evidence.createdAt, endOfDay(lastRipe(today), district.timeZone))

/** Notes that the files of the district were looked through today. */
export async function finishReview({ db, today }: WriteScope) {
  await db.updateDistrict({ filesReviewedOn: today })
}
