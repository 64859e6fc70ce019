import { inArray, withoutCase } from '#db/query.server'
import { members } from '#db/schema'
import { batchesOf } from '../grouping'
import type { Scope } from '../scope.server'
import { PERSON_COLUMNS } from './columns'
import type { LicenseRow } from './reading.server'

/** How many values one query asks about: both engines take as many. */
export const AT_ONCE = 400

type PersonColumn = (typeof PERSON_COLUMNS)[number]
type Known = Record<PersonColumn, Map<string, Set<string>>>

const email = withoutCase(members.email)

const COLUMNS = {
  email: { key: email, among: (keys: string[]) => inArray(email, keys) },
  sourced_id: {
    key: members.sourceId,
    among: (keys: string[]) => inArray(members.sourceId, keys),
  },
  staff_id: {
    key: members.identifier,
    among: (keys: string[]) => inArray(members.identifier, keys),
  },
}

/** The members whom the rows of a file name, by what they are named with. */
export async function findPeople(scope: Scope, rows: readonly LicenseRow[]): Promise<Known> {
  const known: Known = { email: new Map(), sourced_id: new Map(), staff_id: new Map() }
  for (const column of PERSON_COLUMNS) {
    const wanted = new Set(rows.map(({ cells }) => keyOf(column, cells[column] ?? '')))
    wanted.delete('')
    for (const keys of batchesOf([...wanted], AT_ONCE)) {
      const found = await scope.db
        .select({ id: members.id, key: COLUMNS[column].key })
        .from(members)
        .where(COLUMNS[column].among(keys))
      for (const { id, key } of found) {
        known[column].set(key!, (known[column].get(key!) ?? new Set()).add(id))
      }
    }
  }
  return known
}

/** Whose a row is, or why nobody's. */
export function personOf(
  known: Known,
  { cells }: LicenseRow,
): { memberId: string } | { field: PersonColumn; message: string } {
  const ids = new Set<string>()
  let named: PersonColumn | null = null
  for (const column of PERSON_COLUMNS) {
    const cell = cells[column] ?? ''
    if (cell === '') continue
    const found = known[column].get(keyOf(column, cell))
    const message = !found
      ? `Nobody in this district has the ${column} “${cell}”.`
      : found.size > 1
        ? `Several people have the ${column} “${cell}”. Name this one by another column.`
        : null
    if (!found || message) return { field: column, message: message ?? '' }
    for (const id of found) ids.add(id)
    named ??= column
  }
  const [memberId, another] = ids
  if (!memberId) {
    return { field: 'email', message: 'Say whose license it is: email, sourced_id or staff_id.' }
  }
  if (another) {
    return { field: named ?? 'email', message: 'The columns name different people.' }
  }
  return { memberId }
}

const keyOf = (column: PersonColumn, cell: string) =>
  column === 'email' ? cell.toLowerCase() : cell
