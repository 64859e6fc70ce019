import { groupBy } from '../../grouping'
import type { Change } from '../outcome'
import type { Roster } from '../roster'
import type { SubjectState } from './state'

type Taught = { memberId: string; subject: string }

/** What becomes of the subjects that people teach. */
export type SubjectsDiff = { added: Taught[]; gone: SubjectState[]; changes: Change[] }

/**
 * Compares the subjects of a roster with those of the district. What somebody entered by hand stays. A
 * subject that came with an earlier roster goes where a full list no longer has it. The changes name those
 * who were there before; whoever is new teaches what the roster says.
 *
 * @param idOf the id of a member by `sourcedId`
 * @param nameOf the name of a member who was there before
 */
export function diffSubjects(
  { teaching, present, mode }: Pick<Roster, 'teaching' | 'present' | 'mode'>,
  existing: readonly SubjectState[],
  idOf: (sourcedId: string) => string | null,
  nameOf: (memberId: string) => string | null,
): SubjectsDiff {
  if (!present.teaching) return { added: [], gone: [], changes: [] }
  const wanted = teaching.flatMap(({ memberSourcedId, subjects }) => {
    const memberId = idOf(memberSourcedId)
    return memberId ? subjects.map((subject) => ({ memberId, subject })) : []
  })
  const keys = new Set(wanted.map(keyOf))
  const there = new Set(existing.map(keyOf))
  const added = wanted.filter((row) => !there.has(keyOf(row)))
  const isGone = (row: SubjectState) => row.source === 'roster' && !keys.has(keyOf(row))
  const gone = mode === 'delta' ? [] : existing.filter(isGone)
  return { added, gone, changes: changesOf(added, gone, nameOf) }
}

function changesOf(added: Taught[], gone: Taught[], nameOf: (memberId: string) => string | null) {
  const addedBy = groupBy(added, ({ memberId }) => memberId)
  const goneBy = groupBy(gone, ({ memberId }) => memberId)
  return [...new Set([...addedBy.keys(), ...goneBy.keys()])].flatMap((memberId): Change[] => {
    const name = nameOf(memberId)
    if (name === null) return []
    const subjects = (rows: Taught[] = []) => rows.map(({ subject }) => subject).toSorted()
    const [begins, ends] = [subjects(addedBy.get(memberId)), subjects(goneBy.get(memberId))]
    return [{ kind: 'teaches', name, begins, ends }]
  })
}

const keyOf = ({ memberId, subject }: Taught) => `${memberId}/${subject.toLowerCase()}`
