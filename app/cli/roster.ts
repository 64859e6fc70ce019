import { basename } from 'node:path'
import type { Store } from '#db/client.server'
import { Invalid } from '~/domain/errors'
import { type CheckResult, checkPackage } from '~/domain/roster/check.server'
import { importAtOnce } from '~/domain/roster/import-applying.server'
import type { Counts } from '~/domain/roster/outcome'
import { UnreadablePackage } from '~/domain/roster/package'
import { planRoster, type RosterPlan } from '~/domain/roster/plan.server'
import { readPackage } from '~/domain/roster/read-package.server'
import { readRosterFile } from '~/domain/roster/reading.server'
import type { RejectedRow, Roster, RosterRole } from '~/domain/roster/roster'
import { scopeOf, writeScopeOf } from '~/domain/scope.server'
import { districtOf, OPERATOR } from './database'
import { Failure } from './failure'

export type RosterCheck = Pick<CheckResult, 'valid' | 'version' | 'errors'>

export type ImportOptions = {
  /** Without it nothing is changed. */
  apply?: boolean
  /** More than a tenth of the active affiliations is meant to end. */
  acceptEndings?: boolean
  /** What a OneRoster 1.1 `administrator` of a school is; the district's setting when absent. */
  administratorRole?: RosterRole
  /** Told, in sentences, what a person should know beside the numbers. */
  tell?: (sentence: string) => void
  now?: Date
}

export type RosterImport = {
  applied: boolean
  organizations: Counts
  members: Counts
  affiliations: Counts
  skipped: { students: number; parents: number }
  rejected: Omit<RejectedRow, 'cells'>[]
}

/** Checks a zip, or a folder of CSV files, against the letter of OneRoster. */
export async function checkRosterPath(path: string): Promise<RosterCheck> {
  try {
    const { valid, version, errors } = await checkPackage(await readPackage(path))
    return { valid, version, errors }
  } catch (error) {
    if (!(error instanceof UnreadablePackage)) throw error
    const { message } = error
    const finding = { file: '', row: null, field: null, code: 'package.unreadable', message }
    return { valid: false, version: null, errors: [finding] }
  }
}

/**
 * Imports a zip, or a folder of CSV files, into a district, or tells what that would change.
 *
 * @param slug of the district
 * @throws Failure when there is no such district, the files cannot be read, or more than a tenth of the
 *   active affiliations would end and nobody has said that this is meant
 */
export async function importRosterPath(
  store: Store,
  slug: string,
  path: string,
  options: ImportOptions = {},
): Promise<RosterImport> {
  const { apply = false, acceptEndings = false, tell = () => {}, now = new Date() } = options
  const district = await districtOf(store, slug)
  const administratorRole = options.administratorRole ?? district.administratorRole
  if (administratorRole && !['principal', 'educator'].includes(administratorRole)) {
    throw new Failure(`An administrator is a principal or an educator, not “${administratorRole}”.`)
  }
  const reader = scopeOf(store.read, { ...district, administratorRole }, OPERATOR, now)
  try {
    const read = await readRosterFile(reader, path, {})
    const decisions = { acceptEndings, confirmed: [] }
    const plan = apply
      ? await store.write((tx) =>
          importAtOnce(writeScopeOf(tx, district, OPERATOR, now), basename(path), read, decisions),
        )
      : await planRoster(reader, read.roster)
    for (const sentence of sentencesOf(read.roster, plan)) tell(sentence)
    return resultOf(read.roster, plan, apply)
  } catch (error) {
    const isExplained = error instanceof UnreadablePackage || error instanceof Invalid
    throw isExplained ? new Failure(error.message, 1) : error
  }
}

function resultOf(roster: Roster, plan: RosterPlan, applied: boolean): RosterImport {
  const { organizations, members, affiliations } = plan
  const { students, parents } = roster.skipped
  const rejected = [...roster.rejected, ...plan.rejected]
  return {
    applied,
    organizations,
    members,
    affiliations,
    skipped: { students, parents },
    rejected: rejected.map(({ file, row, field, message }) => ({ file, row, field, message })),
  }
}

function* sentencesOf(roster: Roster, plan: RosterPlan) {
  for (const { file, row, message } of [...roster.warnings, ...plan.warnings]) {
    yield [file, row && `row ${row}`].filter(Boolean).join(', ') + `: ${message}`
  }
  for (const { message } of roster.questions) yield message
  for (const { name, email, member } of plan.emailMatches) {
    yield `${name} has the address ${email} of ${member}, who has another sourcedId; they were taken for two people.`
  }
  const teaching = plan.changes.find(({ kind }) => kind === 'teaches')
  if (teaching) yield `${teaching.total} of those who were there before teach other subjects.`
  if (plan.stop) {
    const { ended, active, share } = plan.stop
    yield `${ended} of ${active} active affiliations end (${Math.round(share * 100)} %).`
  }
}
