import { and, asc, countWhere, eq, gt, isNotNull, isNull, or } from '#db/query.server'
import { enrollments, members } from '#db/schema'
import type { Day } from '../calendar'
import { pageOf, window } from '../listing'
import { fullName } from '../people/name'
import { authorize } from '../policy'
import type { Scope } from '../scope.server'
import { possibleAudienceOf } from './audience.server'
import { requirePathway } from './building.server'
import type { AssignmentInput } from './inputs.server'
import { mayBeEnrolled } from './reevaluating.server'
import { workplacesOf } from './workplaces.server'

/** The groups that a dry run puts people in; everybody is in one of them. */
export const GROUPS = ['added', 'already', 'attention'] as const
export type Group = (typeof GROUPS)[number]

/** Why somebody would not be enrolled. */
export type Attention = 'no_hire_date' | 'completed' | 'due_passed'

export type DryRun = Awaited<ReturnType<typeof dryRun>>

/**
 * What an assignment would do, without doing it: how many would be enrolled, are on the pathway
 * already, or need attention and why; and the people of one group by name.
 *
 * @throws NotFound when the pathway or the organization is not there
 */
export async function dryRun(
  scope: Scope,
  pathwayId: string,
  rule: AssignmentInput,
  shown: { group: Group; page: number },
) {
  authorize(scope.actor, 'pathway.assign')
  await requirePathway(scope, pathwayId)
  const audience = await possibleAudienceOf(scope, rule)
  const groups = conditions(scope, rule)
  const [counts] = await joined(scope, pathwayId, {
    added: countWhere(groups.added),
    already: countWhere(groups.already),
    attention: countWhere(groups.attention),
    noHireDate: countWhere(groups.noHireDate),
    completed: countWhere(groups.completed),
    duePassed: countWhere(groups.duePassed),
  }).where(audience)
  const rows = await joined(scope, pathwayId, {
    id: members.id,
    givenName: members.givenName,
    familyName: members.familyName,
    hiredOn: members.hiredOn,
    enrolledOn: enrollments.enrolledOn,
    dueOn: enrollments.dueOn,
    completedOn: enrollments.completedOn,
    expiresOn: enrollments.expiresOn,
  })
    .where(and(audience, groups[shown.group]))
    .orderBy(asc(members.sortName), asc(members.id))
    .limit(window(shown.page).limit)
    .offset(window(shown.page).offset)
  const workplaces = await workplacesOf(
    scope,
    rows.map(({ id }) => id),
  )
  const people = rows.map(({ givenName, familyName, ...row }) => ({
    ...row,
    name: fullName({ givenName, familyName }),
    workplace: workplaces.get(row.id) ?? null,
    attention: shown.group === 'attention' ? attentionOf(rule, row, scope.today) : null,
  }))
  const total = counts?.[shown.group] ?? 0
  return { counts: counts!, shown: shown.group, people: pageOf(people, total, shown.page) }
}

const joined = <F extends Parameters<Scope['db']['select']>[0]>(
  scope: Scope,
  pathwayId: string,
  fields: F,
) =>
  scope.db
    .select(fields)
    .from(members)
    .leftJoin(
      enrollments,
      and(
        eq(enrollments.memberId, members.id),
        eq(enrollments.pathwayId, pathwayId),
        isNull(enrollments.endedOn),
      )!,
    )

/** Whether the due date would have passed on the very first day. */
export const duePassed = ({ dueOn }: Pick<AssignmentInput, 'dueOn'>, today: Day) =>
  dueOn !== null && dueOn < today

const isCurrent = (scope: Scope) =>
  and(
    isNotNull(enrollments.completedOn),
    or(isNull(enrollments.expiresOn), gt(enrollments.expiresOn, scope.today)),
  )!

/** A condition that fits no row. */
const nobody = isNull(members.id)

function conditions(scope: Scope, rule: AssignmentInput) {
  const isLate = duePassed(rule, scope.today)
  const free = mayBeEnrolled(scope)
  const noHireDate = rule.hiredAfter ? and(free, isNull(members.hiredOn))! : nobody
  const known = rule.hiredAfter ? and(free, isNotNull(members.hiredOn))! : free!
  return {
    added: isLate ? nobody : known,
    already: and(isNotNull(enrollments.id), isNull(enrollments.completedOn)),
    attention: or(isCurrent(scope), noHireDate, isLate ? known : nobody),
    completed: isCurrent(scope),
    noHireDate,
    duePassed: isLate ? known : nobody,
  }
}

function attentionOf(
  rule: AssignmentInput,
  row: { hiredOn: Day | null; completedOn: Day | null; expiresOn: Day | null },
  today: Day,
): Attention {
  if (row.completedOn !== null && (row.expiresOn === null || row.expiresOn > today)) {
    return 'completed'
  }
  return rule.hiredAfter && row.hiredOn === null ? 'no_hire_date' : 'due_passed'
}
