import { asc, desc, eq, inArray, maxOf, orElse, type SQL } from '#db/query.server'
import { enrollments, members, reminders } from '#db/schema'
import { pageOf, window } from '../listing'
import { longListById, ownersOf } from '../long-list'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'
import type { EnrolledSort } from './enrolled'
import { enrolledWhere, type Narrowing, type Which } from './enrolled-where.server'
import { isOverdue } from './enrollment'
import { workplacesOf } from './workplaces.server'

type Sorted = Narrowing & { sort: EnrolledSort }

/** A page of the people who fit. @param known how many they are, where that has been counted */
export async function pageOfEnrolled(
  scope: Scope,
  which: Which,
  filter: Sorted & { page: number },
  known?: number,
) {
  const { limit, offset } = window(filter.page)
  const [rows, total] = await Promise.all([
    rowsOf(scope, enrolledWhere(scope, which, filter))
      .orderBy(...orderOf(filter.sort))
      .limit(limit)
      .offset(offset),
    known ?? scope.db.count(enrollments, enrolledWhere(scope, which, filter)),
  ])
  return pageOf(await described(scope, rows), total, filter.page)
}

/** All who fit, in the order of the pages, for a file. */
export async function listAllEnrolled(scope: Scope, which: Which, filter: Sorted) {
  const all = await scope.db
    .select({ id: enrollments.id, memberId: enrollments.memberId })
    .from(enrollments)
    .innerJoin(members, eq(members.id, enrollments.memberId))
    .where(enrolledWhere(scope, which, filter))
    .orderBy(...orderOf(filter.sort))
  const list = longListById(all, async (ids) =>
    described(scope, await rowsOf(scope, inArray(enrollments.id, ids))),
  )
  return { ...list, memberIds: ownersOf(all) }
}

export type Enrolled = Awaited<ReturnType<typeof described>>[number]

const rowsOf = (scope: Scope, condition: SQL | undefined) =>
  scope.db
    .select({
      id: enrollments.id,
      memberId: enrollments.memberId,
      givenName: members.givenName,
      familyName: members.familyName,
      enrolledOn: enrollments.enrolledOn,
      dueOn: enrollments.dueOn,
      stepsCompleted: enrollments.stepsCompleted,
      stepsRequired: enrollments.stepsRequired,
      engagedOn: enrollments.engagedOn,
      completedOn: enrollments.completedOn,
      expiresOn: enrollments.expiresOn,
      lateOn: enrollments.lateOn,
      lastStepOn: enrollments.lastStepOn,
      /** The key of the step at which they stand; of a completed one none. */
      stepKey: enrollments.nextStepKey,
    })
    .from(enrollments)
    .innerJoin(members, eq(members.id, enrollments.memberId))
    .where(condition)

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

/** With where they work, whether it is overdue, and when they were reminded last. */
async function described(scope: Scope, rows: Row[]) {
  const ids = rows.map(({ id }) => id)
  const [workplaces, reminded] = await Promise.all([
    workplacesOf(
      scope,
      rows.map(({ memberId }) => memberId),
    ),
    lastRemindersOf(scope, ids),
  ])
  return rows.map(({ givenName, familyName, lateOn, ...row }) => ({
    ...row,
    isOverdue: isOverdue({ ...row, lateOn }, scope.today),
    name: fullName({ givenName, familyName }),
    workplace: workplaces.get(row.memberId) ?? null,
    remindedOn: reminded.get(row.id) ?? null,
  }))
}

async function lastRemindersOf(scope: Scope, enrollmentIds: string[]) {
  const rows = await scope.db
    .select({ enrollmentId: reminders.enrollmentId, sentOn: maxOf(reminders.sentOn) })
    .from(reminders)
    .where(inArray(reminders.enrollmentId, enrollmentIds))
    .groupBy(reminders.enrollmentId)
  return new Map(rows.map(({ enrollmentId, sentOn }) => [enrollmentId, sentOn]))
}

function orderOf(sort: EnrolledSort) {
  const direction = sort.startsWith('-') ? desc : asc
  const column = {
    name: members.sortName,
    due: orElse(enrollments.dueOn, '9999-12-31'),
    since: enrollments.enrolledOn,
    steps: enrollments.stepsCompleted,
  }[sort.replace('-', '') as 'name' | 'due' | 'since' | 'steps']
  return [direction(column), asc(members.sortName), asc(enrollments.id)]
}
