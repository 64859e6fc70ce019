import { and, eq, inArray, isNull, or } from '#db/query.server'
import { assignments, members } from '#db/schema'
import { blockThatFits } from '../audiences/audience'
import { namesIn } from '../audiences/names.server'
import { loadPeople } from '../audiences/people.server'
import { type Day, dayIn } from '../calendar'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'
import type { Giving, Reason } from './reason'

type Asked = { id: string; pathwayId: string; assignmentId: string | null; enrolledOn: Day }

/** Why somebody has some pathways: what each rests on, and every other assignment that fits them. */
export async function reasonsOf(scope: Scope, memberId: string, asked: Asked[]) {
  const rows = await givingsOf(scope, asked)
  const audiences = rows.map(({ audience }) => audience)
  const [[person], names] = await Promise.all([
    loadPeople(scope, [memberId], audiences),
    namesIn(scope, audiences),
  ])
  const givings = rows.map(({ id, pathwayId, endedAt, ...row }) => {
    const block = person ? blockThatFits(row.audience, person, scope.today) : null
    return { id, pathwayId, isOver: endedAt !== null, giving: givingOf(scope, row, block) }
  })
  return new Map(
    asked.map(({ id, pathwayId, assignmentId, enrolledOn }): [string, Reason] => {
      const grounds = givings.find((each) => each.id === assignmentId)
      const others = givings.filter(
        (each) =>
          each.pathwayId === pathwayId &&
          each.id !== assignmentId &&
          !each.isOver &&
          each.giving.block !== null,
      )
      return [
        id,
        {
          enrolledOn,
          assignment: grounds?.giving ?? null,
          others: others.map(({ giving }) => giving),
          names,
        },
      ]
    }),
  )
}

async function givingsOf(scope: Scope, asked: Asked[]) {
  if (asked.length === 0) return []
  const ids = asked.flatMap(({ assignmentId }) => assignmentId ?? [])
  const pathwayIds = [...new Set(asked.map(({ pathwayId }) => pathwayId))]
  return scope.db
    .select({
      id: assignments.id,
      pathwayId: assignments.pathwayId,
      kind: assignments.kind,
      audience: assignments.audience,
      createdAt: assignments.createdAt,
      endedAt: assignments.endedAt,
      givenName: members.givenName,
      familyName: members.familyName,
    })
    .from(assignments)
    .innerJoin(members, eq(members.id, assignments.createdById))
    .where(
      or(
        ids.length > 0 ? inArray(assignments.id, ids) : undefined,
        and(inArray(assignments.pathwayId, pathwayIds), isNull(assignments.endedAt)),
      ),
    )
    .orderBy(assignments.createdAt, assignments.id)
}

type Row = Omit<Awaited<ReturnType<typeof givingsOf>>[number], 'id' | 'pathwayId' | 'endedAt'>

const givingOf = (scope: Scope, row: Row, block: number | null): Giving => ({
  kind: row.kind,
  audience: row.audience,
  block,
  by: fullName(row),
  madeOn: dayIn(scope.district.timeZone, row.createdAt),
})
