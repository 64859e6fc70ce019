import type { affiliations, members, memberSubjects, organizations } from '#db/schema'
import type { Day } from '../../calendar'

/** What the district has now, as far as a roster may change it. */
export type District = {
  organizations: OrganizationState[]
  members: MemberState[]
  affiliations: AffiliationState[]
}

export type OrganizationState = Omit<
  typeof organizations.$inferSelect,
  'districtId' | 'povertyBand'
>

export type MemberState = Pick<
  typeof members.$inferSelect,
  | 'id'
  | 'givenName'
  | 'familyName'
  | 'sortName'
  | 'email'
  | 'hiredOn'
  | 'sourceId'
  | 'masterIdentifier'
  | 'identifier'
  | 'createdAt'
>

export type AffiliationState = Omit<typeof affiliations.$inferSelect, 'districtId'>

export type SubjectState = Pick<
  typeof memberSubjects.$inferSelect,
  'id' | 'memberId' | 'subject' | 'source'
>

/** What is needed to compare beside the two sides. */
export type Comparison = {
  today: Day
  now: Date
  /** The day an affiliation begins whose roster does not say when. */
  startsOn: Day
  /** Whether no roster was ever applied in this district. */
  isFirst: boolean
  /** Makes the id of a new row. */
  newId: () => string
}

/** The rows that have to be written: those to insert, and those to overwrite, each as it will be. */
export type Writes<Row> = { inserts: Row[]; updates: Row[] }

/** The one row under a key, where there is exactly one. */
export function onlyOne<Row>(rows: Iterable<Row>, keyOf: (row: Row) => string | null) {
  const found = new Map<string, Row | null>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key) found.set(key, found.has(key) ? null : row)
  }
  return (key: string | null | undefined) => (key && found.get(key)) || null
}
