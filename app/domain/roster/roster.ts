import type { GradeBand, OrganizationKind } from '#db/words'
import type { Day } from '../calendar'
import type { Version } from './columns/table-name'
import type { DateOrder } from './lenient/cell'

/** What a person of the roster may become here without anybody's decision. */
export type RosterRole = 'educator' | 'principal'

/** All staff there are, or only the rows that changed since the last package. */
export type RosterMode = 'bulk' | 'delta'

/** A row of `orgs.csv`. States and nations are left out. `active` is false for `tobedeleted`. */
export type RosterOrganization = {
  sourcedId: string
  name: string
  kind: OrganizationKind
  parentSourcedId: string | null
  identifier: string | null
  /** Of a school: the band that most of the grades of its classes are in. */
  gradeBand: GradeBand | null
  active: boolean
}

/** A row of `users.csv` about staff, that is, about neither a student nor a parent. */
export type RosterMember = {
  sourcedId: string
  masterIdentifier: string | null
  identifier: string | null
  username: string
  email: string | null
  givenName: string
  familyName: string
  preferredGivenName: string | null
  preferredFamilyName: string | null
  /** False for `tobedeleted`, `inactive` and a user who is not enabled. */
  active: boolean
  file: string
  row: number
}

/** A role at an organization: a row of `roles.csv`, or one organization of a 1.1 user. */
export type RosterAffiliation = {
  memberSourcedId: string
  organizationSourcedId: string
  role: RosterRole
  /** The first day; null when the roster does not say. */
  startedOn: Day | null
  /**
   * The last day, inclusive; null when the roster does not say. OneRoster's
   * `endDate` is the day after (1.2 information model, Role: "exclusive").
   */
  endedOn: Day | null
  /** False when the row is to be deleted: then it ends, on `endedOn` or else on the day of import. */
  active: boolean
  /** True for one affiliation of each member. */
  primary: boolean
  sourcedId: string | null
}

/** The subjects of the classes that a member of the staff teaches. */
export type RosterTeaching = { memberSourcedId: string; subjects: string[] }

/** A row that could not be used; `cells` are by the names of the header, without passwords. */
export type RejectedRow = {
  file: string
  row: number
  field: string | null
  message: string
  cells: Record<string, string>
}

/** Something that was read all the same, or left out, and that a person should know. */
export type RosterWarning = {
  file: string
  row: number | null
  field: string | null
  message: string
}

/** A member whom a question is about, and where. */
export type QuestionedMember = {
  sourcedId: string
  name: string
  organizationSourcedId: string
}

/**
 * What only a person can decide. Until then the careful reading holds, which each message says.
 *
 * - `administrator_role`: answered by `administratorRole`
 * - `district_administrators`, `system_administrators`: read as educators; a proposal to give
 *   them a role with more rights, which no roster gives by itself
 * - `unknown_role`: answered by `otherRoles`
 * - `date_order`: answered by `dateOrder`
 * - `mode`: answered by `mode`
 */
export type RosterQuestion =
  | {
      kind: 'administrator_role' | 'district_administrators' | 'system_administrators'
      message: string
      members: QuestionedMember[]
    }
  | { kind: 'unknown_role'; message: string; role: string; count: number }
  | { kind: 'date_order'; message: string; examples: string[] }
  | { kind: 'mode'; message: string }

/** Answers to questions of an earlier reading, and what is known already. */
export type RosterOptions = {
  /** What a 1.1 `administrator` of a school is here. */
  administratorRole?: RosterRole
  /** What a role that OneRoster does not know is here, by its name in lower case. */
  otherRoles?: ReadonlyMap<string, RosterRole | 'skip'>
  dateOrder?: DateOrder
  /** For a package without a manifest: whether it is the full list. */
  mode?: RosterMode
  /** `sourcedId`s of members; a delta package may change their rows without repeating a role. */
  knownMembers?: ReadonlySet<string>
  /** Told after each piece of a file: rows of this file, bytes of all files that are read. */
  onProgress?: (progress: RosterProgress) => void
}

/** How far a reading has come. */
export type RosterProgress = { file: string; rows: number; bytes: number; totalBytes: number }

/**
 * The staff of a OneRoster package. Nothing of a student or a parent is in any part of it.
 *
 * - `present`: whether the absence of a row means anything. False when the file is missing, has
 *   no rows or no staff, or could not be read to its end: then nobody may be ended for not
 *   being in it. Absence means nothing in a delta package either.
 * - `spared`: ids with a rejected row. None of these organizations and members, and no
 *   affiliation of these members, ends for not being in the package.
 * - `skipped`: users who were counted and forgotten; `others` have no role or an unknown one
 */
export type Roster = {
  version: Version
  mode: RosterMode
  organizations: RosterOrganization[]
  members: RosterMember[]
  affiliations: RosterAffiliation[]
  teaching: RosterTeaching[]
  present: { organizations: boolean; members: boolean; affiliations: boolean; teaching: boolean }
  spared: { organizations: string[]; members: string[] }
  skipped: { students: number; parents: number; others: number }
  rejected: RejectedRow[]
  warnings: RosterWarning[]
  questions: RosterQuestion[]
}
