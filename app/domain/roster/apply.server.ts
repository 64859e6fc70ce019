import { setImmediate as nextTurn } from 'node:timers/promises'
import { affiliations, members, organizations } from '#db/schema'
import { Invalid } from '../errors'
import type { EventType } from '../events/event'
import { recordMany } from '../events/recording.server'
import { followUpMoves } from '../follow-up/moved.server'
import { batchesOf } from '../grouping'
import { keepBands } from '../bands/keeping.server'
import { authorize } from '../policy'
import type { WriteScope } from '../scope.server'
import { isOpen } from './diff/periods'
import type { AffiliationState, MemberState, OrganizationState, Writes } from './diff/state'
import { changesAnything, type Stop } from './outcome'
import { type PlanOptions, planRoster, type RosterPlan } from './plan.server'
import type { Roster } from './roster'
import { writeSubjects } from './subjects.server'

export type ApplyOptions = PlanOptions & {
  /** Somebody has said that so many affiliations are meant to end. */
  acceptEndings?: boolean
  /** The import it comes from; none at the command line. */
  importId?: string
}

/** What applying has changed, and how many enrollments that has opened. */
export type AppliedRoster = RosterPlan & { enrolled: number }

const ROWS_A_TURN = 2000

/**
 * Brings the district in line with a roster: all of its good rows or, when anything fails, none. It is
 * compared anew, so that what happened since a preview counts. Who comes to fit an assignment is
 * enrolled at once. Applying the same roster again changes nothing.
 *
 * @throws Forbidden
 * @throws Invalid `acceptEndings` when it would end more than a tenth of the active affiliations
 */
export async function applyRoster(
  scope: WriteScope,
  roster: Roster,
  options: ApplyOptions = {},
): Promise<AppliedRoster> {
  authorize(scope.actor, 'roster.import')
  const plan = await planRoster(scope, roster, options)
  if (plan.stop && !options.acceptEndings) throw tooManyEnd(plan.stop)

  await writeOrganizations(scope, plan.writes.organizations)
  await writeMembers(scope, plan.writes.members)
  await writeAffiliations(scope, plan.writes.affiliations)
  const teaching = await writeSubjects(scope, plan.writes.subjects)
  const enrolled = await followUpMoves(scope, [...plan.touched, ...teaching])
  if (changesAnything(plan)) {
    const { organizations, members, affiliations } = plan
    const counts = { organizations, members, affiliations, teaching: teaching.length }
    await scope.record('roster.applied', options.importId ?? null, counts)
  }
  return { ...plan, enrolled }
}

/** The refusal to end so many affiliations before somebody has said that it is meant. */
export const tooManyEnd = ({ ended, active, share }: Stop) =>
  new Invalid(
    'acceptEndings',
    `This would end ${ended} of ${active} active affiliations (${Math.round(share * 100)} %). Nothing was changed. Say that this is meant, or check that the export is complete.`,
  )

async function writeOrganizations(scope: WriteScope, writes: Writes<OrganizationState>) {
  const { inserts, updates } = writes
  const fromTheTop = inserts.toSorted((a, b) => a.path.length - b.path.length)
  await inTurns(fromTheTop, (rows) => scope.db.insertMany(organizations, rows))
  await inTurns(updates, (rows) =>
    keepBands(
      scope,
      rows.map(({ id, gradeBand }) => ({ id, gradeBand })),
    ),
  )
  await inTurns(updates, (rows) =>
    scope.db.overwriteMany(organizations, rows, [
      'parentId',
      'kind',
      'name',
      'sortName',
      'path',
      'gradeBand',
      'sourceId',
      'identifier',
      'closedOn',
    ]),
  )
  await recordAll(scope, 'organization.added', inserts)
  await recordAll(
    scope,
    'organization.edited',
    updates.filter(({ closedOn }) => closedOn === null),
  )
  await recordAll(
    scope,
    'organization.closed',
    updates.filter(({ closedOn }) => closedOn !== null),
  )
}

async function writeMembers(scope: WriteScope, { inserts, updates }: Writes<MemberState>) {
  await inTurns(inserts, (rows) => scope.db.insertMany(members, rows))
  await inTurns(updates, (rows) =>
    scope.db.overwriteMany(members, rows, [
      'givenName',
      'familyName',
      'sortName',
      'email',
      'sourceId',
      'masterIdentifier',
      'identifier',
    ]),
  )
  await recordAll(scope, 'member.added', inserts)
  await recordAll(scope, 'member.edited', updates)
}

async function writeAffiliations(
  scope: WriteScope,
  { inserts, updates }: Writes<AffiliationState>,
) {
  await inTurns(inserts, (rows) => scope.db.insertMany(affiliations, rows))
  await inTurns(updates, (rows) =>
    scope.db.overwriteMany(affiliations, rows, ['startedOn', 'endedOn']),
  )
  const detailsOf = ({ memberId, organizationId, role, startedOn, endedOn }: AffiliationState) => ({
    memberId,
    organizationId,
    role,
    startedOn,
    endedOn,
  })
  const lasts = (row: AffiliationState) => isOpen(row, scope.today)
  await recordAll(scope, 'affiliation.started', inserts, detailsOf)
  await recordAll(scope, 'affiliation.dated', updates.filter(lasts), detailsOf)
  await recordAll(
    scope,
    'affiliation.ended',
    updates.filter((row) => !lasts(row)),
    detailsOf,
  )
}

async function recordAll<Row extends { id: string }>(
  scope: WriteScope,
  type: EventType,
  rows: Row[],
  detailsOf: (row: Row) => Record<string, unknown> = () => ({ source: 'roster' }),
) {
  await inTurns(rows, (some) =>
    recordMany(
      scope,
      type,
      some.map((row) => ({ subjectId: row.id, details: detailsOf(row) })),
    ),
  )
}

/** Works through rows in pieces that let the process answer others in between. */
async function inTurns<Row>(rows: Row[], work: (rows: Row[]) => Promise<void>) {
  for (const some of batchesOf(rows, ROWS_A_TURN)) {
    await work(some)
    await nextTurn()
  }
}
