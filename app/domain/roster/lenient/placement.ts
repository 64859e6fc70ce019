import type { OrganizationKind } from '#db/words'
import { isDay, type Day } from '../../calendar'
import type { RosterAffiliation } from '../roster'
import type { Findings } from './findings'
import type { SourceRecord } from './record'
import type { QuestionedRole, StaffReading } from './role'

/** An affiliation before it is known which of a member's is the primary one. */
export type Placement = Omit<RosterAffiliation, 'primary'> & {
  ask: QuestionedRole | null
  /** Whether `roles.csv` calls it the primary role at its organization. */
  isPrimaryRole: boolean
  record: SourceRecord
}

/** Whether the status of a row says that it is still valid. Blank means active. */
export const isActive = (record: SourceRecord) =>
  !/^(tobedeleted|inactive)$/i.test(record.read('status'))

/** The day on which a row was marked for deletion, or null when it was not or nobody knows. */
export function deletedOn(record: SourceRecord): Day | null {
  const on = record.read('dateLastModified').slice(0, 'YYYY-MM-DD'.length)
  return !isActive(record) && isDay(on) ? on : null
}

/**
 * The role that somebody has at an organization. Only a school has a principal: at a district
 * the role would be above every school.
 */
export function roleAt(
  reading: StaffReading,
  kind: OrganizationKind | null,
  record: SourceRecord,
  findings: Findings,
) {
  if (reading.role !== 'principal' || kind === null || kind === 'school') return reading.role
  findings.tally(
    `principal of a ${kind}`,
    { ...placeOf(record), field: 'role' },
    (rows) =>
      `Somebody is principal of a ${kind}, which is no school, and was read as an educator (${rows}).`,
  )
  return 'educator'
}

/** Where a record stands, for a finding about it. */
export const placeOf = ({ file, row }: SourceRecord) => ({ file, row })

/**
 * The affiliations of one member, of which one is primary: the one at the user's
 * `primaryOrgSourcedId`, else the first primary role, else the first; active ones go first.
 */
export function withPrimary(
  placements: readonly Placement[],
  primaryOrganization: string | null,
): RosterAffiliation[] {
  const rank = (placement: Placement) =>
    (placement.active ? 4 : 0) +
    (placement.organizationSourcedId === primaryOrganization ? 2 : 0) +
    (placement.isPrimaryRole ? 1 : 0)
  const best = placements.reduce<Placement | null>(
    (first, next) => (first && rank(first) >= rank(next) ? first : next),
    null,
  )
  return placements.map((placement) => {
    const { ask: _ask, isPrimaryRole: _isPrimaryRole, record: _record, ...affiliation } = placement
    return { ...affiliation, primary: placement === best }
  })
}
