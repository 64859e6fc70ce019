import type { OrganizationKind } from '#db/words'
import type { RosterMode, RosterOrganization } from '../roster'
import type { Findings } from './findings'
import type { SourceRecord } from './record'

const KINDS = new Map<string, OrganizationKind>([
  ['district', 'district'],
  ['local', 'district'],
  ['school', 'school'],
  ['department', 'department'],
])

type Entry = { organization: RosterOrganization; record: SourceRecord }

/** Gathers the organizations of `orgs.csv`. */
export class Organizations {
  readonly rejectedIds = new Set<string>()
  readonly #entries = new Map<string, Entry>()
  readonly #leftOut = new Set<string>()

  constructor(private readonly findings: Findings) {}

  add(record: SourceRecord) {
    const sourcedId = record.read('sourcedId')
    const type = record.read('type').toLowerCase()
    if (type === 'state' || type === 'national') {
      this.#leftOut.add(sourcedId)
      const message = `The organization is of type ${type}. Districts, schools and departments are kept; it was left out.`
      return this.findings.warn({ file: record.file, row: record.row, field: 'type', message })
    }

    const kind = KINDS.get(type)
    const fault = this.#faultOf(record, sourcedId, kind)
    if (fault || !kind) {
      if (sourcedId) this.rejectedIds.add(sourcedId)
      return this.findings.reject(record, fault?.field ?? 'type', fault?.message ?? '')
    }
    this.#entries.set(sourcedId, {
      record,
      organization: {
        sourcedId,
        name: record.read('name'),
        kind,
        parentSourcedId: record.read('parentSourcedId') || null,
        identifier: record.read('identifier') || null,
        gradeBand: null,
        active: !/^(tobedeleted|inactive)$/i.test(record.read('status')),
      },
    })
  }

  /** Whether a role at this organization is to be left out, as that of a state is. */
  isLeftOut(sourcedId: string): boolean {
    return this.#leftOut.has(sourcedId)
  }

  /**
   * Why there can be no role at an organization, or null. A delta package, and one without
   * `orgs.csv`, may name an organization that came earlier.
   */
  faultOfReference(field: string, sourcedId: string, mode: RosterMode): string | null {
    if (this.rejectedIds.has(sourcedId))
      return `${field} refers to a row of orgs.csv that was rejected.`
    const mayBeElsewhere = mode === 'delta' || this.#entries.size === 0
    if (this.#entries.has(sourcedId) || this.#leftOut.has(sourcedId) || mayBeElsewhere) return null
    return `${field} refers to an organization that orgs.csv does not have.`
  }

  /** The kind of an organization of this package, null of any other. */
  kindOf(sourcedId: string): OrganizationKind | null {
    return this.#entries.get(sourcedId)?.organization.kind ?? null
  }

  /** The organizations as a tree: a parent that is no organization here is null. */
  settle(mode: RosterMode): RosterOrganization[] {
    for (const entry of this.#entries.values()) this.#settleParent(entry, mode)
    return [...this.#entries.values()].map(({ organization }) => organization)
  }

  #faultOf(record: SourceRecord, sourcedId: string, kind: OrganizationKind | undefined) {
    if (record.misplaced) return { field: null, message: record.misplaced }
    if (!sourcedId) return { field: 'sourcedId', message: 'Give the organization its sourcedId.' }
    if (!record.read('name')) return { field: 'name', message: 'Give the organization a name.' }
    if (!kind) {
      const message =
        'The type must be one of district, local, school, department, state, national.'
      return { field: 'type', message }
    }
    const earlier = this.#entries.get(sourcedId)
    if (!earlier) return null
    const message = `Row ${earlier.record.row} has the same sourcedId. Keep one of the two rows.`
    return { field: 'sourcedId', message }
  }

  #settleParent({ organization, record }: Entry, mode: RosterMode) {
    const parent = organization.parentSourcedId
    if (parent === null) return
    const isUnknown = !this.#entries.has(parent)
    if (isUnknown && mode === 'delta' && !this.#leftOut.has(parent)) return
    if (!isUnknown && !this.#isItsOwnAncestor(organization)) return

    organization.parentSourcedId = null
    if (this.#leftOut.has(parent)) return
    const message = isUnknown
      ? 'The parent is not in orgs.csv; the organization was read without a parent.'
      : 'The organization is above and below its parent; it was read without a parent.'
    this.findings.warn({ file: record.file, row: record.row, field: 'parentSourcedId', message })
  }

  #isItsOwnAncestor(organization: RosterOrganization): boolean {
    const seen = new Set<string>()
    let parent = organization.parentSourcedId
    while (parent !== null && !seen.has(parent)) {
      if (parent === organization.sourcedId) return true
      seen.add(parent)
      parent = this.#entries.get(parent)?.organization.parentSourcedId ?? null
    }
    return false
  }
}
