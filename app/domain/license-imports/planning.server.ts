import { and, asc, inArray, isNull } from '#db/query.server'
import { licenses } from '#db/schema'
import { batchesOf } from '../grouping'
import { endorsementsOf } from '../licenses/queries.server'
import { fold } from '../people/name'
import type { RejectedRow } from '../roster/roster'
import type { Scope } from '../scope.server'
import { type Fault, parseRow, type SaidLicense } from './parsing.server'
import { AT_ONCE, findPeople, personOf } from './people.server'
import type { LicenseRow } from './reading.server'

/** What a file would change. A cell that is empty changes nothing. */
export type LicensePlan = {
  added: AddedLicense[]
  changed: { before: Current; said: SaidLicense; line: number }[]
  /** How many licenses are as the file says already. */
  unchanged: number
  rejected: RejectedRow[]
}

export type AddedLicense = Omit<SaidLicense, 'isPrimary'> & {
  memberId: string
  line: number
  /** Whether it becomes the primary one of its state. */
  isPrimary: boolean
  /** The id of the license that is the primary one so far. */
  displacedId: string | null
}

export type Current = Awaited<ReturnType<typeof listCurrentOf>>[number]

/** Compares the rows of a file with the licenses of a district. The caller has authorized it. */
export async function planLicenses(
  scope: Scope,
  file: string,
  rows: readonly LicenseRow[],
): Promise<LicensePlan> {
  const people = await findPeople(scope, rows)
  const rejected: RejectedRow[] = []
  const reject = (
    { line, cells }: LicenseRow,
    faults: { field: string | null; message: string }[],
  ) => faults.forEach((fault) => rejected.push({ file, row: line, cells, ...fault }))

  const good: { row: LicenseRow; memberId: string; said: SaidLicense }[] = []
  const seen = new Map<string, number>()
  for (const row of rows) {
    if (row.fault) {
      reject(row, [{ field: null, message: row.fault }])
      continue
    }
    const person = personOf(people, row)
    const said = parseRow(scope, row)
    const faults: Fault[] = [
      ...('message' in person ? [person] : []),
      ...(Array.isArray(said) ? said : []),
    ]
    if (faults.length > 0 || 'message' in person || Array.isArray(said)) {
      reject(row, faults)
      continue
    }
    const twice = twiceIn(seen, person.memberId, said, row.line)
    if (twice) reject(row, [twice])
    else good.push({ row, memberId: person.memberId, said })
  }

  const current = await listCurrentOf(scope, [...new Set(good.map(({ memberId }) => memberId))])
  const known = new Map(current.map((license) => [keyOf(license.memberId, license), license]))
  const plan: LicensePlan = { added: [], changed: [], unchanged: 0, rejected }
  const added: Found[] = []
  for (const { row, memberId, said } of good) {
    const before = known.get(keyOf(memberId, said))
    if (!before) added.push({ ...said, memberId, line: row.line })
    else if (isNews(before, said)) plan.changed.push({ before, said, line: row.line })
    else plan.unchanged += 1
  }
  return { ...plan, added: withPrimaries(added, current) }
}

type Found = SaidLicense & { memberId: string; line: number }

/** Decides which new licenses are primary: the one the file names, else the first in a state without any. */
function withPrimaries(added: Found[], current: Current[]): AddedLicense[] {
  const stateOf = (license: { memberId: string; jurisdiction: string }) =>
    `${license.memberId}/${license.jurisdiction}`
  const primaries = new Map(
    current.flatMap((license) =>
      license.isPrimary ? [[stateOf(license), license.id] as const] : [],
    ),
  )
  const chosen = new Map<string, string>()
  const byWish = added.toSorted((a, b) => wish(b) - wish(a))
  for (const license of byWish) {
    const state = stateOf(license)
    const isFree = !primaries.has(state) || license.isPrimary === true
    if (isFree && !chosen.has(state)) chosen.set(state, license.id)
  }
  return added.map((license) => {
    const isPrimary = chosen.get(stateOf(license)) === license.id
    const displacedId = isPrimary ? (primaries.get(stateOf(license)) ?? null) : null
    return { ...license, isPrimary, displacedId }
  })
}

/** Those that are named primary come first, then those of which nothing is said. */
const wish = ({ isPrimary }: SaidLicense) => (isPrimary === null ? 1 : isPrimary ? 2 : 0)

type Named = { jurisdiction: string; kind: string; area: string | null }

/** By what a license is known again: its member, its state, its kind and its area. */
const keyOf = (memberId: string, { jurisdiction, kind, area }: Named) =>
  [memberId, jurisdiction, kind, fold(area ?? '')].join('/')

function twiceIn(seen: Map<string, number>, memberId: string, said: SaidLicense, line: number) {
  const keys = [
    { key: keyOf(memberId, said), field: 'area' as const, what: 'has the same license' },
    ...(said.isPrimary
      ? [
          {
            key: `${memberId}/${said.jurisdiction}/primary`,
            field: 'primary' as const,
            what: 'has the primary license of this person and state',
          },
        ]
      : []),
  ]
  for (const { key, field, what } of keys) {
    const first = seen.get(key)
    if (first !== undefined) return { field, message: `Row ${first} ${what} already.` }
  }
  for (const { key } of keys) seen.set(key, line)
  return null
}

function isNews(before: Current, said: SaidLicense) {
  const fields = ['class', 'number', 'issuedOn', 'expiresOn'] as const
  return (
    fields.some((field) => said[field] !== null && said[field] !== before[field]) ||
    (said.isPrimary === true && !before.isPrimary) ||
    said.endorsements.some((code) => !before.endorsements.includes(code))
  )
}

async function listCurrentOf(scope: Scope, memberIds: string[]) {
  const rows = []
  for (const ids of batchesOf(memberIds, AT_ONCE)) {
    rows.push(
      ...(await scope.db
        .select({
          id: licenses.id,
          memberId: licenses.memberId,
          jurisdiction: licenses.jurisdiction,
          kind: licenses.kind,
          class: licenses.class,
          area: licenses.area,
          isPrimary: licenses.isPrimary,
          number: licenses.number,
          issuedOn: licenses.issuedOn,
          expiresOn: licenses.expiresOn,
          version: licenses.version,
        })
        .from(licenses)
        .where(and(inArray(licenses.memberId, ids), isNull(licenses.withdrawnOn)))
        .orderBy(asc(licenses.memberId), asc(licenses.id))),
    )
  }
  const endorsements = new Map<string, string[]>()
  for (const ids of batchesOf(
    rows.map(({ id }) => id),
    AT_ONCE,
  )) {
    for (const [id, codes] of await endorsementsOf(scope, ids)) endorsements.set(id, codes)
  }
  return rows.map((row) => ({ ...row, endorsements: endorsements.get(row.id) ?? [] }))
}
