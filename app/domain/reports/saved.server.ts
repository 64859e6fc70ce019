import { isId, newLongId } from '#db/id'
import { and, desc, eq, inArray, or } from '#db/query.server'
import { members, organizations, reportDeliveries, savedReports, snapshots } from '#db/schema'
import { Invalid, NotFound } from '../errors'
import { pageOf, pageWithin, window } from '../listing'
import { fullName } from '../people/name'
import { type Actor, authorize, can } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { refuseTakenId } from '../taken-id.server'
import type { SavedReportChange, SavedReportInput } from './inputs.server'

/** The SQL twin of `saved_report.view`, of an actor who may see the report. */
const visibleTo = (actor: Actor) =>
  or(eq(savedReports.memberId, actor.id), eq(savedReports.isShared, true))

const fields = {
  id: savedReports.id,
  memberId: savedReports.memberId,
  name: savedReports.name,
  asOf: savedReports.asOf,
  organizationId: savedReports.organizationId,
  organization: organizations.name,
  compare: savedReports.compare,
  isShared: savedReports.isShared,
  givenName: members.givenName,
  familyName: members.familyName,
}

/**
 * A page of the reports that the actor saved, or that others share, the newest first.
 *
 * @throws Forbidden
 */
export async function listSavedReports(scope: Scope, page: number) {
  authorize(scope.actor, 'report.view')
  const total = await scope.db.count(savedReports, visibleTo(scope.actor))
  const last = pageWithin(page, total)
  const { limit, offset } = window(last)
  const rows = await savedWhere(scope, visibleTo(scope.actor))
    .orderBy(desc(savedReports.savedAt), desc(savedReports.id))
    .limit(limit)
    .offset(offset)
  return { saved: pageOf(await named(scope, rows), total, last) }
}

const SHOWN_BESIDE = 8

/** The newest of them, for the report's own page. @throws Forbidden */
export async function listNewestSaved(scope: Scope) {
  authorize(scope.actor, 'report.view')
  const rows = await savedWhere(scope, visibleTo(scope.actor))
    .orderBy(desc(savedReports.savedAt), desc(savedReports.id))
    .limit(SHOWN_BESIDE)
  return rows.map(({ id, name, asOf, organizationId, compare }) => ({
    id,
    name,
    asOf,
    organizationId,
    compare,
  }))
}

/** The id for a new one, and what the school of the address is called. @throws Forbidden · NotFound */
export async function beginSaving(scope: Scope, { organization }: { organization?: string }) {
  authorize(scope.actor, 'report.view')
  return {
    newId: newLongId(),
    school: organization ? await requireSchool(scope, organization) : null,
  }
}

/**
 * Keeps the address of a report under a name. Sending the form twice is sending it once.
 *
 * @throws Forbidden
 * @throws Invalid when its day is still to come
 * @throws NotFound when there is no such school or snapshot
 */
export async function saveReport(scope: WriteScope, input: SavedReportInput) {
  authorize(scope.actor, 'report.view')
  const { id, name, isShared } = input
  const own = and(eq(savedReports.id, id), eq(savedReports.memberId, scope.actor.id))
  if ((await scope.db.count(savedReports, own)) > 0) return
  const { asOf = null, organization: organizationId = null, compare = null } = input
  if (asOf && asOf > scope.today) {
    throw new Invalid('asOf', 'That day is still to come. Choose today or before.')
  }
  if (organizationId) await requireSchool(scope, organizationId)
  if (compare && isId(compare)) await requireSnapshotName(scope, compare)
  await scope.db
    .insert(savedReports)
    .values({
      id,
      memberId: scope.actor.id,
      name,
      asOf,
      organizationId,
      compare,
      isShared,
      savedAt: scope.now,
    })
    .catch(refuseTakenId('No such form.'))
  await scope.record('saved_report.kept', id, { name, isShared })
}

/** A saved report, and what the actor may do with it. @throws Forbidden · NotFound */
export async function openSavedReport(scope: Scope, id: string) {
  const row = await requireSaved(scope, id)
  const [saved] = await named(scope, [row])
  return {
    saved: saved!,
    delivery: await findDelivery(scope, id),
    can: { edit: can(scope.actor, 'saved_report.edit', row) },
  }
}

/** When it comes to the actor by mail, if it does. */
async function findDelivery(scope: Scope, savedReportId: string) {
  const [row] = await scope.db
    .select({ weekday: reportDeliveries.weekday, withFigures: reportDeliveries.withFigures })
    .from(reportDeliveries)
    .where(
      and(
        eq(reportDeliveries.savedReportId, savedReportId),
        eq(reportDeliveries.memberId, scope.actor.id),
      ),
    )
  return row ?? null
}

/** Renames a saved report, and shares it or not. @throws Forbidden · NotFound */
export async function changeSavedReport(
  scope: WriteScope,
  id: string,
  { name, isShared }: SavedReportChange,
) {
  const row = await requireSaved(scope, id)
  authorize(scope.actor, 'saved_report.edit', row)
  await scope.db.update(savedReports).set({ name, isShared }).where(eq(savedReports.id, id))
  await scope.record('saved_report.changed', id, { name, isShared })
}

/** Removes a saved report; the report itself stays what it is. @throws Forbidden · NotFound */
export async function removeSavedReport(scope: WriteScope, id: string) {
  const row = await requireSaved(scope, id)
  authorize(scope.actor, 'saved_report.edit', row)
  await scope.db.delete(reportDeliveries).where(eq(reportDeliveries.savedReportId, id))
  await scope.db.delete(savedReports).where(eq(savedReports.id, id))
  await scope.record('saved_report.removed', id, { name: row.name })
}

/** What somebody saved, or what is shared with them. @throws Forbidden · NotFound */
export async function requireSaved(scope: Scope, id: string) {
  authorize(scope.actor, 'report.view')
  const [row] = await savedWhere(scope, and(eq(savedReports.id, id), visibleTo(scope.actor)))
  if (!row) throw new NotFound('No saved report.')
  return row
}

const savedWhere = (scope: Scope, condition: ReturnType<typeof and>) =>
  scope.db
    .select(fields)
    .from(savedReports)
    .innerJoin(members, eq(members.id, savedReports.memberId))
    .leftJoin(organizations, eq(organizations.id, savedReports.organizationId))
    .where(condition)

type Saved = Awaited<ReturnType<typeof requireSaved>>

/** With the name of who saved it where that is somebody else, and of the snapshot beside it. */
async function named(scope: Scope, rows: Saved[]) {
  const ids = rows.flatMap(({ compare }) => (compare && isId(compare) ? [compare] : []))
  const found = await scope.db
    .select({ id: snapshots.id, name: snapshots.name })
    .from(snapshots)
    .where(inArray(snapshots.id, ids))
  const nameOf = new Map(found.map(({ id, name }) => [id, name]))
  return rows.map(({ givenName, familyName, memberId, ...row }) => ({
    ...row,
    savedBy: memberId === scope.actor.id ? null : fullName({ givenName, familyName }),
    snapshot: row.compare ? (nameOf.get(row.compare) ?? null) : null,
  }))
}

async function requireSchool(scope: Scope, id: string) {
  const [school] = await scope.db
    .select({ name: organizations.name })
    .from(organizations)
    .where(and(eq(organizations.id, id), eq(organizations.kind, 'school')))
  if (!school) throw new NotFound('No such school.')
  return school.name
}

async function requireSnapshotName(scope: Scope, id: string) {
  if ((await scope.db.count(snapshots, eq(snapshots.id, id))) === 0)
    throw new NotFound('No snapshot.')
}
