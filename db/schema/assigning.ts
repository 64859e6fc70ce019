import { kit } from '../dialect'
import type { AssignmentKind, Audience, DueRule, RequestKind, RequestStatus } from '../words'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { assignments, enrollments } from './pathways'
import { members } from './people'

/** What an assignment said before it was edited, or before that was undone. */
export type AssignmentBefore = {
  kind: AssignmentKind
  audience: Audience
  due: DueRule
  graceDays: number
}

/** What was done to assignments, so that it can be undone for a day, and so that what they said on a day stays known. */
export const assignmentChanges = kit.table(
  'assignment_changes',
  {
    ...tenantKey(),
    assignmentId: kit.id('assignment_id').notNull(),
    what: kit.word<'made' | 'edited' | 'ended' | 'undone'>('what').notNull(),
    before: kit.json<AssignmentBefore>('before'),
    madeById: kit.id('made_by_id').notNull(),
    madeAt: kit.instant('made_at').notNull(),
    undoneAt: kit.instant('undone_at'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.assignmentId, assignments),
    belongsTo(t, t.madeById, members),
    kit.index('assignment_changes_assignment').on(t.districtId, t.assignmentId, t.madeAt),
    kit.index('assignment_changes_maker').on(t.districtId, t.madeById),
  ],
)

/** What an enrollment was before such a change; the opened ones have no row. */
export const enrollmentChanges = kit.table(
  'enrollment_changes',
  {
    ...tenantKey(),
    changeId: kit.id('change_id').notNull(),
    enrollmentId: kit.id('enrollment_id').notNull(),
    assignmentId: kit.id('assignment_id'),
    assignedOn: kit.day('assigned_on'),
    dueOn: kit.day('due_on'),
    inheritedDueOn: kit.day('inherited_due_on'),
    lateOn: kit.day('late_on'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.changeId, assignmentChanges),
    belongsTo(t, t.enrollmentId, enrollments),
    kit.uniqueIndex('enrollment_changes_change').on(t.districtId, t.changeId, t.enrollmentId),
    kit.index('enrollment_changes_enrollment').on(t.districtId, t.enrollmentId),
  ],
)

/** Asked for by the educator, or granted at once: more time, or to be let off. */
export const enrollmentRequests = kit.table(
  'enrollment_requests',
  {
    ...tenantKey(),
    enrollmentId: kit.id('enrollment_id').notNull(),
    memberId: kit.id('member_id').notNull(),
    kind: kit.word<RequestKind>('kind').notNull(),
    reason: kit.word('reason').notNull(),
    /** The day asked for; of a waiver, the last day it holds. */
    until: kit.day('until'),
    status: kit.word<RequestStatus>('status').notNull(),
    askedById: kit.id('asked_by_id').notNull(),
    askedAt: kit.instant('asked_at').notNull(),
    decidedById: kit.id('decided_by_id'),
    decidedAt: kit.instant('decided_at'),
    /** Why it was decided so. */
    answer: kit.word('answer'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.enrollmentId, enrollments),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.askedById, members),
    belongsTo(t, t.decidedById, members),
    kit.index('enrollment_requests_enrollment').on(t.districtId, t.enrollmentId),
    kit.index('enrollment_requests_member').on(t.districtId, t.memberId, t.status),
    kit.index('enrollment_requests_status').on(t.districtId, t.status, t.askedAt, t.id),
    kit.index('enrollment_requests_asker').on(t.districtId, t.askedById),
    kit.index('enrollment_requests_decider').on(t.districtId, t.decidedById),
  ],
)
