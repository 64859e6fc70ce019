import type { GoalKind, GoalStatus, PriorityOwner } from '../words'
import { kit } from '../dialect'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { members, organizations } from './people'

export const goals = kit.table(
  'goals',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    organizationId: kit.id('organization_id').notNull(),
    title: kit.word('title').notNull(),
    kind: kit.word<GoalKind>('kind').notNull(),
    competency: kit.word('competency'),
    baseline: kit.word('baseline'),
    target: kit.word('target').notNull(),
    measure: kit.word('measure'),
    setOn: kit.day('set_on').notNull(),
    dueOn: kit.day('due_on').notNull(),
    status: kit.word<GoalStatus>('status').notNull(),
    outcome: kit.word('outcome'),
    closedOn: kit.day('closed_on'),
    version: kit.integer('version').notNull(),
    createdAt: kit.instant('created_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.organizationId, organizations),
    kit.index('goals_member').on(t.districtId, t.memberId, t.status, t.dueOn),
    kit
      .index('goals_organization')
      .on(t.districtId, t.organizationId, t.setOn, t.closedOn, t.status),
  ],
)

export const goalCheckIns = kit.table(
  'goal_check_ins',
  {
    ...tenantKey(),
    goalId: kit.id('goal_id').notNull(),
    note: kit.word('note').notNull(),
    checkedOn: kit.day('checked_on').notNull(),
    createdAt: kit.instant('created_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.goalId, goals),
    kit.index('goal_check_ins_goal').on(t.districtId, t.goalId, t.checkedOn),
  ],
)

/** What the state or the district wants goals to serve. One that is retired stays with the goals it has. */
export const priorities = kit.table(
  'priorities',
  {
    ...tenantKey(),
    name: kit.word('name').notNull(),
    description: kit.word('description'),
    owner: kit.word<PriorityOwner>('owner').notNull(),
    /** The first and the last school year in which goals choose it, by the years in which they begin. */
    fromYear: kit.integer('from_year').notNull(),
    untilYear: kit.integer('until_year'),
    /** Its place among those of the same owner. */
    position: kit.integer('position').notNull(),
    retiredAt: kit.instant('retired_at'),
    createdAt: kit.instant('created_at').notNull(),
  },
  (t) => [...inDistrict(t)],
)

/**
 * Which priority a goal served and when; a goal that serves another one from today on gets another row.
 * None is changed but for its end, so that the priority of each goal is known as of any day.
 */
export const goalPriorities = kit.table(
  'goal_priorities',
  {
    ...tenantKey(),
    goalId: kit.id('goal_id').notNull(),
    priorityId: kit.id('priority_id').notNull(),
    startedOn: kit.day('started_on').notNull(),
    /** The first day on which it no longer did: it serves another since then, or none. */
    replacedOn: kit.day('replaced_on'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.goalId, goals),
    belongsTo(t, t.priorityId, priorities),
    kit.index('goal_priorities_goal').on(t.districtId, t.goalId, t.startedOn),
  ],
)
