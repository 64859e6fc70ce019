import { addDays, type Day } from '../../calendar'
import type { RosterMode, RosterOptions } from '../roster'
import { readDate } from './cell'
import type { Findings } from './findings'
import type { Organizations } from './organizations'
import { deletedOn, isActive, placeOf, roleAt, type Placement } from './placement'
import type { Questions } from './questions'
import type { SourceRecord } from './record'
import { readRole, type RoleReading, type StaffReading } from './role'

/** Who a user is by all rows about them, the strongest first. */
export type Standing = RoleReading['standing']

const STRENGTH: Readonly<Record<Standing, number>> = { staff: 3, student: 2, parent: 1, other: 0 }

type Context = {
  mode: RosterMode
  options: RosterOptions
  organizations: Organizations
  findings: Findings
  questions: Questions
}

/**
 * Gathers the roles of `roles.csv` (1.2), one row for each role of a user at an organization.
 * Of students and parents only the standing is kept, and only while the package is read.
 */
export class Roles {
  readonly #standings = new Map<string, Standing>()
  readonly #placements = new Map<string, Placement[]>()
  readonly rejectedMembers = new Set<string>()

  constructor(private readonly context: Context) {}

  add(record: SourceRecord) {
    const user = record.read('userSourcedId')
    const role = record.read('role')
    const reading = readRole(role, this.context.options)
    if (reading.standing === 'other') this.context.questions.unknownRole(role, record)
    this.#note(user, reading.standing)
    if (reading.standing !== 'staff') return

    const placement = this.#placementOf(user, record, reading)
    if (placement) this.#placements.set(user, [...this.placementsOf(user), placement])
  }

  /** Who a user is, null when `roles.csv` does not say. */
  standingOf(user: string): Standing | null {
    return this.#standings.get(user) ?? null
  }

  /** The staff roles of a user. */
  placementsOf(user: string): Placement[] {
    return this.#placements.get(user) ?? []
  }

  /** The users with a staff role. */
  users(): IterableIterator<string> {
    return this.#placements.keys()
  }

  #note(user: string, standing: Standing) {
    const known = this.#standings.get(user)
    if (!known || STRENGTH[standing] > STRENGTH[known]) this.#standings.set(user, standing)
  }

  #placementOf(user: string, record: SourceRecord, reading: StaffReading): Placement | null {
    const { findings, organizations } = this.context
    const organization = record.read('orgSourcedId')
    const fault = this.#faultOf(record, user, organization)
    if (fault) return this.#reject(user, record, fault.field, fault.message)
    if (organizations.isLeftOut(organization)) {
      findings.tally('left_out', { ...placeOf(record), field: 'orgSourcedId' }, leftOut)
      return null
    }

    const startedOn = this.#day(record, 'beginDate', user)
    const endDate = this.#day(record, 'endDate', user)
    if (startedOn === undefined || endDate === undefined) return null
    if (startedOn && endDate && endDate <= startedOn) {
      const message =
        'The endDate must be after the beginDate; it is the first day without the role.'
      return this.#reject(user, record, 'endDate', message)
    }
    return {
      memberSourcedId: user,
      organizationSourcedId: organization,
      role: roleAt(reading, organizations.kindOf(organization), record, findings),
      startedOn,
      endedOn: endDate ? addDays(endDate, -1) : deletedOn(record),
      active: isActive(record),
      sourcedId: record.read('sourcedId') || null,
      ask: reading.ask,
      isPrimaryRole: /^primary$/i.test(record.read('roleType')),
      record,
    }
  }

  #faultOf(record: SourceRecord, user: string, organization: string) {
    if (record.misplaced) return { field: null, message: record.misplaced }
    if (!user) return { field: 'userSourcedId', message: 'Say whose role it is.' }
    if (!organization) {
      return { field: 'orgSourcedId', message: 'Say at which organization the role is.' }
    }
    const { organizations, mode } = this.context
    const message = organizations.faultOfReference('orgSourcedId', organization, mode)
    return message ? { field: 'orgSourcedId', message } : null
  }

  /** A day, null when the cell is blank, undefined when the row had to be rejected. */
  #day(record: SourceRecord, field: string, user: string): Day | null | undefined {
    const cell = record.read(field)
    if (cell === '') return null
    const reading = readDate(cell, this.context.options.dateOrder)
    if ('on' in reading) return reading.on

    if (reading.problem === 'ambiguous') this.context.questions.ambiguousDate(cell)
    const message =
      reading.problem === 'ambiguous'
        ? `“${cell}” can be two days. Say whether the month or the day comes first, or write the year first, like 2025-08-31.`
        : `“${cell}” is no day that can be read. Write it like 2025-08-31.`
    this.#reject(user, record, field, message)
    return undefined
  }

  #reject(user: string, record: SourceRecord, field: string | null, message: string): null {
    if (user) this.rejectedMembers.add(user)
    this.context.findings.reject(record, field, message)
    return null
  }
}

const leftOut = (rows: string) =>
  `A role is at a state or a nation, which is no organization here, and was left out (${rows}).`
