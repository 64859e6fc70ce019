import type { RosterMember, RosterMode, RosterOptions } from '../roster'
import { readList } from './cell'
import type { Findings } from './findings'
import { memberOf } from './member'
import type { Organizations } from './organizations'
import { deletedOn, isActive, placeOf, roleAt, type Placement } from './placement'
import type { Questions } from './questions'
import type { SourceRecord } from './record'
import { readRole, type RoleReading, type StaffReading } from './role'
import type { Roles, Standing } from './roles'

type Fault = { field: string | null; message: string }

/**
 * Gathers the staff of `users.csv`. Whoever has any staff role is staff; of everybody else only
 * the id is kept, and only while the package is read, to count a person once.
 */
export class Members {
  readonly byId = new Map<string, RosterMember>()
  readonly placements: Placement[] = []
  readonly rejectedIds = new Set<string>()
  readonly #primaryOrganizations = new Map<string, string>()
  readonly #skipped = new Map<string, Standing>()

  constructor(
    private readonly context: {
      mode: RosterMode
      options: RosterOptions
      organizations: Organizations
      roles: Roles
      findings: Findings
      questions: Questions
    },
  ) {}

  add(record: SourceRecord) {
    const id = record.read('sourcedId')
    const reading = this.#readingOf(id, record)
    const standing = this.context.roles.standingOf(id) ?? reading.standing
    if (standing !== 'staff') {
      const isStaffByAnotherRow = this.byId.has(id) || this.rejectedIds.has(id)
      if (!isStaffByAnotherRow) this.#skipped.set(id || `row ${record.row}`, standing)
      return
    }
    this.#skipped.delete(id)

    const fault = this.#faultOf(id, record)
    if (fault) {
      if (id) this.rejectedIds.add(id)
      return this.context.findings.reject(record, fault.field, fault.message)
    }
    this.byId.set(id, memberOf(record, this.context.findings))
    this.#primaryOrganizations.set(id, record.read('primaryOrgSourcedId'))
    const fromRoles = this.context.roles.placementsOf(id)
    this.placements.push(
      ...(fromRoles.length > 0 || reading.standing !== 'staff'
        ? fromRoles
        : this.#placementsOf(id, record, reading)),
    )
  }

  /** The organization that a user calls the primary one, or null. */
  primaryOrganizationOf(id: string): string | null {
    return this.#primaryOrganizations.get(id) || null
  }

  /** Whether a user was counted and forgotten. */
  isSkipped(id: string): boolean {
    return this.#skipped.has(id)
  }

  /** How many users were skipped, each counted once. */
  skipped() {
    const count = { staff: 0, student: 0, parent: 0, other: 0 }
    for (const standing of this.#skipped.values()) count[standing] += 1
    return { students: count.student, parents: count.parent, others: count.other }
  }

  /** Who somebody is by `users.csv` alone, or by being a member already. */
  #readingOf(id: string, record: SourceRecord): RoleReading {
    const { mode, roles, options, questions, findings } = this.context
    if (roles.standingOf(id)) return { standing: 'other' }

    const role = record.read('role')
    if (role) {
      const reading = readRole(role, options)
      if (reading.standing === 'other') questions.unknownRole(role, record)
      return reading
    }
    if (mode === 'delta' && options.knownMembers?.has(id))
      return { standing: 'staff', role: 'educator', ask: null }
    findings.tally(
      'no_role',
      { ...placeOf(record), field: null },
      (rows) =>
        `A user has no role in the package, so that nobody can tell staff from students, and was skipped (${rows}).`,
    )
    return { standing: 'other' }
  }

  #faultOf(id: string, record: SourceRecord): Fault | null {
    if (record.misplaced) return { field: null, message: record.misplaced }
    if (!id) return { field: 'sourcedId', message: 'Give the user a sourcedId.' }
    const earlier = this.byId.get(id)
    if (earlier) {
      const message = `Row ${earlier.row} has the same sourcedId. Put both into one row.`
      return { field: 'sourcedId', message }
    }
    if (isActive(record) && !record.read('givenName') && !record.read('familyName')) {
      return { field: 'familyName', message: 'Give the user a given name and a family name.' }
    }
    return this.#faultOfOrganizations(record)
  }

  #faultOfOrganizations(record: SourceRecord): Fault | null {
    const { organizations, mode } = this.context
    for (const organization of readList(record.read('orgSourcedIds'))) {
      const message = organizations.faultOfReference('orgSourcedIds', organization, mode)
      if (message) return { field: 'orgSourcedIds', message }
    }
    return null
  }

  /** The affiliations of a 1.1 user: one role, at each of the organizations. */
  #placementsOf(id: string, record: SourceRecord, reading: StaffReading): Placement[] {
    const { organizations, findings } = this.context
    const isValid = this.byId.get(id)?.active ?? false
    const listed = readList(record.read('orgSourcedIds'))
    if (listed.length === 0) {
      findings.tally(
        'nowhere',
        { ...placeOf(record), field: 'orgSourcedIds' },
        (rows) => `A member of the staff is at no organization (${rows}).`,
      )
    }
    return listed
      .filter((organization) => !organizations.isLeftOut(organization))
      .map((organization, index) => ({
        memberSourcedId: id,
        organizationSourcedId: organization,
        role: roleAt(reading, organizations.kindOf(organization), record, findings),
        startedOn: null,
        endedOn: deletedOn(record),
        active: isValid,
        sourcedId: null,
        ask: reading.ask,
        isPrimaryRole: index === 0,
        record,
      }))
  }
}
