import { createHash } from 'node:crypto'
import type { Db } from '#db/client.server'
import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { publishedReports, snapshots } from '#db/schema'
import { Invalid, NotFound } from '../errors'
import { findDistrict } from '../people/actor.server'
import { authorize, can } from '../policy'
import type { ExactReport } from '../reports/report.server'
import { readToPublish } from '../reports/snapshots.server'
import { type Scope, scopeOf, SYSTEM, type WriteScope } from '../scope.server'
import { type PublicReport, publicReport } from './public-report.server'

/** Which snapshot everybody sees, and whether the actor decides that. @throws Forbidden */
export async function openPublication(scope: Scope, snapshotId: string) {
  authorize(scope.actor, 'report.view')
  const published = await findPublished(scope)
  return {
    isThis: published?.snapshotId === snapshotId,
    isAnother: published !== undefined && published.snapshotId !== snapshotId,
    can: { publish: can(scope.actor, 'report.publish') },
  }
}

/**
 * Shows a snapshot to everybody, in place of the one that was shown before.
 *
 * @throws Forbidden · NotFound
 * @throws Invalid when the district is too small for that
 */
export async function publishReport(scope: WriteScope, snapshotId: string) {
  authorize(scope.actor, 'report.publish')
  const { report, sha256 } = await readToPublish(scope, snapshotId)
  if (publicReport(report) === null) {
    throw new Invalid(null, 'With fewer than five educators nothing can be shown to everybody.')
  }
  await scope.db.delete(publishedReports)
  await scope.db.insert(publishedReports).values({
    id: newId(),
    snapshotId,
    publishedById: scope.actor.id,
    publishedAt: scope.now,
  })
  await scope.record('report.published', snapshotId, { sha256 })
}

/** Shows a snapshot to nobody any more who may not see the report. @throws Forbidden · NotFound */
export async function unpublishReport(scope: WriteScope, snapshotId: string) {
  authorize(scope.actor, 'report.publish')
  await readToPublish(scope, snapshotId)
  const [published] = await scope.db
    .delete(publishedReports)
    .where(eq(publishedReports.snapshotId, snapshotId))
    .returning({ id: publishedReports.id })
  if (published) await scope.record('report.unpublished', snapshotId)
}

/**
 * What a district shows to everybody, for who is not signed in, and a hash of that: one of the snapshot would
 * tell whether a guess at its exact numbers is right.
 *
 * @throws NotFound when there is no such district, or it publishes nothing
 */
export async function openPublicReport(db: Db, slug: string, now: Date) {
  const district = await findDistrict(db, slug)
  const published = district && (await findPublished(scopeOf(db, district, SYSTEM, now)))
  const report = published && publicReport(JSON.parse(published.content) as ExactReport)
  if (!published || !report) throw new NotFound('Nothing is published.')
  return { report, sha256: hashOf(report) }
}

const hashOf = (report: PublicReport) =>
  createHash('sha256').update(JSON.stringify(report)).digest('hex')

async function findPublished(scope: Scope) {
  const [row] = await scope.db
    .select({
      snapshotId: publishedReports.snapshotId,
      content: snapshots.content,
    })
    .from(publishedReports)
    .innerJoin(snapshots, eq(snapshots.id, publishedReports.snapshotId))
    .where(undefined)
  return row
}
