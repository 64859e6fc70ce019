import { newId } from '#db/id'
import { and, asc, eq, inArray, isNull } from '#db/query.server'
import { memberSubjects } from '#db/schema'
import type { Scope, WriteScope } from '../scope.server'

/** What somebody teaches: as the roster has it, and as it was entered by hand. */
export async function subjectsOf(scope: Scope, memberId: string) {
  const rows = await rowsOf(scope, memberId)
  const from = (source: 'roster' | 'person') =>
    rows.flatMap((row) => (row.source === source ? row.subject : []))
  return { fromRoster: from('roster'), entered: from('person') }
}

/**
 * Sets the subjects that were entered by hand; those of the roster stay, and are not entered twice.
 *
 * @returns whether anything changed
 */
export async function enterSubjects(scope: WriteScope, memberId: string, subjects: string[]) {
  const rows = await rowsOf(scope, memberId)
  const wanted = new Map(subjects.map((subject) => [subject.toLowerCase(), subject]))
  const known = new Set(rows.map(({ subject }) => subject.toLowerCase()))
  const gone = rows.filter(
    ({ source, subject }) => source === 'person' && !wanted.has(subject.toLowerCase()),
  )
  const added = [...wanted].flatMap(([key, subject]) => (known.has(key) ? [] : subject))
  if (gone.length > 0) {
    await scope.db
      .update(memberSubjects)
      .set({ removedOn: scope.today })
      .where(
        inArray(
          memberSubjects.id,
          gone.map(({ id }) => id),
        ),
      )
  }
  await scope.db.insertMany(
    memberSubjects,
    added.map((subject) => ({
      id: newId(),
      memberId,
      subject,
      source: 'person' as const,
      addedOn: scope.today,
    })),
  )
  return gone.length + added.length > 0
}

const rowsOf = (scope: Scope, memberId: string) =>
  scope.db
    .select({
      id: memberSubjects.id,
      subject: memberSubjects.subject,
      source: memberSubjects.source,
    })
    .from(memberSubjects)
    .where(and(eq(memberSubjects.memberId, memberId), isNull(memberSubjects.removedOn)))
    .orderBy(asc(memberSubjects.subject), asc(memberSubjects.id))
