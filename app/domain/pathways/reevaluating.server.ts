import { alias, and, eq, inArray, isNotNull, isNull, lte, notInArray, or } from '#db/query.server'
import { enrollments, members } from '#db/schema'
import { blockThatFits, conditionsOf } from '../audiences/audience'
import { audienceOf } from '../audiences/audience.server'
import { loadPeople } from '../audiences/people.server'
import { batchesOf, groupBy } from '../grouping'
import type { Scope, WriteScope } from '../scope.server'
import { decide, type Deed, type InForce } from './deciding'
import { doDeeds } from './deeds.server'
import { heldFields } from './enrolling.server'
import { BATCH } from './progress.server'
import {
  assignmentsInForce,
  calendarOf,
  grantedTo,
  loadCompletions,
  loadGranted,
  standingTo,
} from './situations.server'

/**
 * Brings what some people have been assigned in line with what is known of them now: who has come to
 * fit an assignment is enrolled, who no longer fits is taken off or keeps what they have begun, and due
 * dates follow what they are reckoned from. It touches only these people. Call it in the transaction
 * that changed an affiliation, a day of hire, a license, a list, a subject or a completion.
 *
 * @param memberIds whom it was about
 * @returns how many enrollments were opened
 */
export async function reevaluateAudiences(scope: WriteScope, memberIds: string[]) {
  if (memberIds.length === 0) return 0
  const inForce = await assignmentsInForce(scope)
  if (inForce.length === 0) return 0
  let opened = 0
  for (const batch of batchesOf([...new Set(memberIds)], BATCH)) {
    opened += (await doDeeds(scope, await decideAbout(scope, inForce, batch))).opened
  }
  return opened
}

/** What is to be done about some people; nothing is done. */
async function decideAbout(scope: Scope, inForce: InForce[], memberIds: string[]) {
  const byPathway = groupBy(inForce, ({ pathwayId }) => pathwayId)
  const [people, held, granted, completionOf] = await Promise.all([
    loadPeople(
      scope,
      memberIds,
      inForce.map(({ audience }) => audience),
    ),
    scope.db
      .select(heldFields)
      .from(enrollments)
      .where(and(inArray(enrollments.memberId, memberIds), isNull(enrollments.endedOn))),
    loadGranted(scope, inArray(enrollments.memberId, memberIds)),
    loadCompletions(scope, inForce, memberIds),
  ])
  const heldBy = new Map(held.map((row) => [`${row.memberId}/${row.pathwayId}`, row]))
  const calendar = calendarOf(scope)
  const deeds: Deed[] = []
  for (const person of people) {
    for (const [pathwayId, own] of byPathway) {
      const fitting = own.filter(
        ({ audience }) => blockThatFits(audience, person, scope.today) !== null,
      )
      const row = heldBy.get(`${person.id}/${pathwayId}`) ?? null
      if (fitting.length === 0 && row === null) continue
      const deed = decide(
        {
          memberId: person.id,
          hiredOn: person.hiredOn,
          fitting,
          ...grantedTo(granted, person.id, pathwayId, row?.id ?? null),
          completionOf: (other) => completionOf(person.id, other),
          ...standingTo(row, own, fitting),
        },
        calendar,
      )
      if (deed) deeds.push(deed)
    }
  }
  return deeds
}

/**
 * The ids of all whom a day alone may have changed something for, in the order of the ids: they fit an
 * assignment and are free, or no longer fit the one they have a pathway by.
 */
export async function listNewlyFitting(scope: Scope) {
  const found = new Set<string>()
  for (const assignment of await assignmentsInForce(scope)) {
    const audience = await audienceOf(scope, assignment.audience)
    const rows = await scope.db
      .select({ id: members.id })
      .from(members)
      .leftJoin(
        enrollments,
        and(
          eq(enrollments.memberId, members.id),
          eq(enrollments.pathwayId, assignment.pathwayId),
          isNull(enrollments.endedOn),
        )!,
      )
      .where(
        or(
          and(
            audience,
            or(
              isNull(enrollments.id),
              and(isNotNull(enrollments.completedOn), lte(enrollments.expiresOn, scope.today)),
            ),
          ),
          assignment.due.pathwayId === null
            ? undefined
            : and(
                eq(enrollments.assignmentId, assignment.id),
                isNull(enrollments.completedOn),
                isNull(enrollments.dueOn),
                completedIn(scope, assignment.due.pathwayId),
              ),
          and(
            eq(enrollments.assignmentId, assignment.id),
            isNull(enrollments.completedOn),
            notInArray(
              members.id,
              scope.db.select({ id: members.id }).from(members).where(audience),
            ),
          ),
        ),
      )
    for (const { id } of rows) found.add(id)
  }
  return [...found].toSorted()
}

/** Who has ever completed a pathway. */
function completedIn(scope: Scope, pathwayId: string) {
  const others = alias(enrollments, 'others')
  return inArray(
    members.id,
    scope.db
      .select({ memberId: others.memberId })
      .from(others)
      .where(and(eq(others.pathwayId, pathwayId), isNotNull(others.completedOn))),
  )
}

/**
 * As `reevaluateAudiences` for people who have learned something, where an audience or a due date asks
 * how far people are on another pathway. Call it after their progress was brought up to date.
 */
export async function reevaluateAfterLearning(scope: WriteScope, memberIds: string[]) {
  const inForce = await assignmentsInForce(scope)
  const isAsked =
    inForce.some(({ due }) => due.pathwayId !== null) ||
    conditionsOf(
      inForce.map(({ audience }) => audience),
      'pathway',
    ).length > 0
  return isAsked ? reevaluateAudiences(scope, memberIds) : 0
}

/** As `reevaluateAudiences` for people whose licenses changed, where an audience asks for licenses. */
export async function reevaluateAfterLicense(scope: WriteScope, memberIds: string[]) {
  const audiences = (await assignmentsInForce(scope)).map(({ audience }) => audience)
  return conditionsOf(audiences, 'license').length > 0 ? reevaluateAudiences(scope, memberIds) : 0
}
