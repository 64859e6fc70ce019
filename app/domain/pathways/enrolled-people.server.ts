import { asc, desc, eq, flagOf, inArray, maxOf, orElse } from '#db/query.server'
import { enrollments, members, reminders, stepCompletions } from '#db/schema'
import { batchesOf } from '../grouping'
import { pageOf, window } from '../listing'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'
import {
  enrolledWhere,
  isOverdueToday,
  type Narrowing,
  stepStoodAt,
  type Which,
} from './enrolled-where.server'
import type { EnrolledSort } from './enrolled'
import { workplacesOf } from './workplaces.server'

/** So few that the databases look each member up, and do not read everybody. */
const AT_ONCE = 100

/** A page of the people who fit. @param known how many they are, where that has been counted */
export async function pageOfEnrolled(
  scope: Scope,
  which: Which,
  filter: Narrowing & { sort: EnrolledSort; page: number },
  known?: number,
) {
  const { limit, offset } = window(filter.page)
  const [rows, total] = await Promise.all([
    sorted(scope, which, filter).limit(limit).offset(offset),
    known ?? scope.db.count(enrollments, enrolledWhere(scope, which, filter)),
  ])
  return pageOf(await described(scope, rows), total, filter.page)
}

/** Everybody who fits, as on the pages. */
export async function allEnrolled(
  scope: Scope,
  which: Which,
  filter: Narrowing & { sort: EnrolledSort },
) {
  const rows = await sorted(scope, which, filter)
  const batches: Enrolled[][] = []
  for (const some of batchesOf(rows, AT_ONCE)) batches.push(await described(scope, some))
  return batches.flat()
}

export type Enrolled = Awaited<ReturnType<typeof described>>[number]

const sorted = (scope: Scope, which: Which, filter: Narrowing & { sort: EnrolledSort }) =>
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
    })
    .from(enrollments)
    .innerJoin(members, eq(members.id, enrollments.memberId))
    .where(enrolledWhere(scope, which, filter))
    .orderBy(orderOf(filter.sort), asc(members.sortName), asc(enrollments.id))

type Row = Awaited<ReturnType<typeof sorted>>[number]

/** With where they work, when they took their last step, and when they were reminded last. */
async function described(scope: Scope, rows: Row[]) {
  const ids = rows.map(({ id }) => id)
  const [workplaces, standings, lastSteps, reminded] = await Promise.all([
    workplacesOf(
      scope,
      rows.map(({ memberId }) => memberId),
    ),
    standingsOf(scope, ids),
    lastStepsOf(scope, ids),
    lastRemindersOf(scope, ids),
  ])
  return rows.map(({ givenName, familyName, ...row }) => ({
    ...row,
    isOverdue: standings.get(row.id)?.overdue === 1,
    name: fullName({ givenName, familyName }),
    workplace: workplaces.get(row.memberId) ?? null,
    lastStepOn: lastSteps.get(row.id) ?? null,
    remindedOn: reminded.get(row.id) ?? null,
    /** The key of the step at which they stand; of a completed one none. */
    stepKey: row.completedOn === null ? (standings.get(row.id)?.stepKey ?? null) : null,
  }))
}

/* Asked for the rows of a page only: a database that sorts works these out for all rows. */
async function standingsOf(scope: Scope, enrollmentIds: string[]) {
  const rows = await scope.db
    .select({
      id: enrollments.id,
      stepKey: stepStoodAt(scope),
      overdue: flagOf(isOverdueToday(scope)),
    })
    .from(enrollments)
    .where(inArray(enrollments.id, enrollmentIds))
  return new Map(rows.map(({ id, ...standing }) => [id, standing]))
}

async function lastStepsOf(scope: Scope, enrollmentIds: string[]) {
  const rows = await scope.db
    .select({
      enrollmentId: stepCompletions.enrollmentId,
      completedOn: maxOf(stepCompletions.completedOn),
    })
    .from(stepCompletions)
    .where(inArray(stepCompletions.enrollmentId, enrollmentIds))
    .groupBy(stepCompletions.enrollmentId)
  return new Map(rows.map(({ enrollmentId, completedOn }) => [enrollmentId, completedOn]))
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
  return direction(column)
}
