import type { GoalKind, GoalStatus } from '../words'
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
