import { newId } from '#db/id'
import { inArray, isNotNull } from '#db/query.server'
import { members, memberSubjects } from '#db/schema'
import { batchesOf } from '../grouping'
import type { Scope, WriteScope } from '../scope.server'
import type { Roster } from './roster'

const AT_ONCE = 400

/**
 * Brings the subjects that people teach in line with a roster. What somebody entered by hand stays. A
 * subject that came with an earlier roster goes where a full list no longer has it.
 *
 * @returns the ids of the members whose subjects have changed
 */
export async function writeSubjects(scope: WriteScope, { teaching, present, mode }: Roster) {
  if (!present.teaching) return []
  const [idOf, known] = await Promise.all([memberIds(scope), knownSubjects(scope)])
  const wanted = teaching.flatMap(({ memberSourcedId, subjects }) => {
    const memberId = idOf.get(memberSourcedId)
    return memberId ? subjects.map((subject) => ({ memberId, subject })) : []
  })
  const keys = new Set(wanted.map(keyOf))
  const there = new Set(known.map(keyOf))
  const added = wanted.filter((row) => !there.has(keyOf(row)))
  const gone =
    mode === 'delta' ? [] : known.filter((row) => row.source === 'roster' && !keys.has(keyOf(row)))
  for (const batch of batchesOf(gone, AT_ONCE)) {
    await scope.db.delete(memberSubjects).where(
      inArray(
        memberSubjects.id,
        batch.map(({ id }) => id),
      ),
    )
  }
  await scope.db.insertMany(
    memberSubjects,
    added.map((row) => ({ id: newId(scope.now), ...row, source: 'roster' as const })),
  )
  return [...new Set([...added, ...gone].map(({ memberId }) => memberId))]
}

const keyOf = ({ memberId, subject }: { memberId: string; subject: string }) =>
  `${memberId}/${subject.toLowerCase()}`

async function memberIds(scope: Scope) {
  const rows = await scope.db
    .select({ id: members.id, sourceId: members.sourceId })
    .from(members)
    .where(isNotNull(members.sourceId))
  return new Map(rows.map(({ id, sourceId }) => [sourceId, id]))
}

const knownSubjects = (scope: Scope) =>
  scope.db
    .select({
      id: memberSubjects.id,
      memberId: memberSubjects.memberId,
      subject: memberSubjects.subject,
      source: memberSubjects.source,
    })
    .from(memberSubjects)
    .where(undefined)
