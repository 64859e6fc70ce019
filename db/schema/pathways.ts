import type {
  AssignmentKind,
  Audience,
  DueRule,
  EndReason,
  GoalKind,
  PathwayStatus,
  StepKind,
} from '../words'
import { kit } from '../dialect'
import { achievements } from './badges'
import { courses } from './completions'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { members } from './people'

export const pathways = kit.table(
  'pathways',
  {
    ...tenantKey(),
    title: kit.word('title').notNull(),
    description: kit.word('description').notNull(),
    /** For how many months a completion stays current; empty means always. */
    validMonths: kit.integer('valid_months'),
    status: kit.word<PathwayStatus>('status').notNull(),
    version: kit.integer('version').notNull(),
    /** Since when people under way are being taken to the newest version, in turns; empty when all are. */
    followingStartedAt: kit.instant('following_started_at'),
    createdAt: kit.instant('created_at').notNull(),
  },
  (t) => [...inDistrict(t), kit.index('pathways_title').on(t.districtId, t.title)],
)

export const pathwayVersions = kit.table(
  'pathway_versions',
  {
    ...tenantKey(),
    pathwayId: kit.id('pathway_id').notNull(),
    number: kit.integer('number').notNull(),
    /** How many of the parts, steps and groups, are asked for; empty means all. */
    requiredSteps: kit.integer('required_steps'),
    /** Whether a part counts only after those before it are done. */
    ordered: kit.flag('ordered').notNull(),
    /** What is different from the version before, in the words of who published it. */
    changeNote: kit.word('change_note'),
    publishedAt: kit.instant('published_at'),
    publishedById: kit.id('published_by_id'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.pathwayId, pathways),
    belongsTo(t, t.publishedById, members),
    kit.uniqueIndex('pathway_versions_number').on(t.districtId, t.pathwayId, t.number),
    kit.index('pathway_versions_publisher').on(t.districtId, t.publishedById),
  ],
)

/** Steps that belong together: all of them are asked for, or some. */
export const pathwayGroups = kit.table(
  'pathway_groups',
  {
    ...tenantKey(),
    versionId: kit.id('version_id').notNull(),
    /** The same in each version that keeps the group. */
    groupKey: kit.id('group_key').notNull(),
    /** Its place among the parts of the version: groups, and steps without one. */
    position: kit.integer('position').notNull(),
    title: kit.word('title').notNull(),
    /** How many of its steps are asked for; empty means all. */
    requiredSteps: kit.integer('required_steps'),
    /** Whether a step counts only after those before it are done. */
    ordered: kit.flag('ordered').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.versionId, pathwayVersions),
    kit.uniqueIndex('pathway_groups_key').on(t.districtId, t.versionId, t.groupKey),
  ],
)

export const pathwaySteps = kit.table(
  'pathway_steps',
  {
    ...tenantKey(),
    versionId: kit.id('version_id').notNull(),
    /** The same in each version that keeps the step. */
    stepKey: kit.id('step_key').notNull(),
    /** The group it belongs to, if it does. */
    groupKey: kit.id('group_key'),
    /** Its place within its group, or among the parts of the version. */
    position: kit.integer('position').notNull(),
    title: kit.word('title').notNull(),
    instructions: kit.word('instructions'),
    /** How much of the whole it is, beside the others. */
    weight: kit.integer('weight').notNull(),
    /** In how many days it is to be done, as a guide. */
    allowedDays: kit.integer('allowed_days'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.versionId, pathwayVersions),
    kit.uniqueIndex('pathway_steps_key').on(t.districtId, t.versionId, t.stepKey),
  ],
)

/** What a step asks for; where there are several, any one of them does. */
export const pathwayAsks = kit.table(
  'pathway_asks',
  {
    ...tenantKey(),
    stepId: kit.id('step_id').notNull(),
    position: kit.integer('position').notNull(),
    kind: kit.word<StepKind>('kind').notNull(),
    courseId: kit.id('course_id'),
    achievementId: kit.id('achievement_id'),
    /** Another pathway that is to be completed. */
    pathwayId: kit.id('pathway_id'),
    goalKind: kit.word<GoalKind>('goal_kind'),
    /** Any of them fits. */
    competencies: kit.json<string[]>('competencies').notNull(),
    minutes: kit.integer('minutes'),
    /** What a reviewer looks for in the evidence, each in a few words. */
    rubric: kit.json<string[]>('rubric').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.stepId, pathwaySteps),
    belongsTo(t, t.courseId, courses),
    belongsTo(t, t.achievementId, achievements),
    belongsTo(t, t.pathwayId, pathways),
    kit.uniqueIndex('pathway_asks_step').on(t.districtId, t.stepId, t.position),
    kit.index('pathway_asks_course').on(t.districtId, t.courseId),
    kit.index('pathway_asks_achievement').on(t.districtId, t.achievementId),
    kit.index('pathway_asks_pathway').on(t.districtId, t.pathwayId),
  ],
)

export const assignments = kit.table(
  'assignments',
  {
    ...tenantKey(),
    pathwayId: kit.id('pathway_id').notNull(),
    kind: kit.word<AssignmentKind>('kind').notNull(),
    audience: kit.json<Audience>('audience').notNull(),
    due: kit.json<DueRule>('due').notNull(),
    /** Days after the due date before somebody is late. */
    graceDays: kit.integer('grace_days').notNull(),
    version: kit.integer('version').notNull(),
    /** How many people it was for when it was last made or edited, and how many of them had their turn. */
    audienceSize: kit.integer('audience_size'),
    reached: kit.integer('reached'),
    /** Since when people are being enrolled in turns, and who had the last turn; empty once all had. */
    enrollingStartedAt: kit.instant('enrolling_started_at'),
    enrollingAfter: kit.id('enrolling_after'),
    createdById: kit.id('created_by_id').notNull(),
    createdAt: kit.instant('created_at').notNull(),
    endedAt: kit.instant('ended_at'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.pathwayId, pathways),
    belongsTo(t, t.createdById, members),
    kit.index('assignments_pathway').on(t.districtId, t.pathwayId),
    kit.index('assignments_creator').on(t.districtId, t.createdById),
  ],
)

export const enrollments = kit.table(
  'enrollments',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    pathwayId: kit.id('pathway_id').notNull(),
    versionId: kit.id('version_id').notNull(),
    assignmentId: kit.id('assignment_id'),
    /** The day the assignment became the grounds of it. */
    assignedOn: kit.day('assigned_on'),
    enrolledOn: kit.day('enrolled_on').notNull(),
    dueOn: kit.day('due_on'),
    /** The day it was due before the assignment took it over; it is due no later than that. */
    inheritedDueOn: kit.day('inherited_due_on'),
    /** The first day on which it is overdue, grace included; only what is mandated has one. */
    lateOn: kit.day('late_on'),
    stepsCompleted: kit.integer('steps_completed').notNull(),
    stepsRequired: kit.integer('steps_required').notNull(),
    /** How much of the required weight is done, in thousandths. */
    share: kit.integer('share').notNull(),
    /** The step that comes next; empty once it is completed. */
    nextStepKey: kit.id('next_step_key'),
    /** The day the newest step was done; empty while none is. */
    lastStepOn: kit.day('last_step_on'),
    /** The day of the first progress on a step. */
    engagedOn: kit.day('engaged_on'),
    completedOn: kit.day('completed_on'),
    expiresOn: kit.day('expires_on'),
    /** The day the enrollment was taken back without completion. */
    endedOn: kit.day('ended_on'),
    endedFor: kit.word<EndReason>('ended_for'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.pathwayId, pathways),
    belongsTo(t, t.versionId, pathwayVersions),
    belongsTo(t, t.assignmentId, assignments),
    kit
      .uniqueIndex('enrollments_open')
      .on(t.districtId, t.memberId, t.pathwayId)
      .where(kit.sql`ended_on is null`),
    kit.index('enrollments_member').on(t.districtId, t.memberId, t.pathwayId),
    kit
      .index('enrollments_pathway')
      .on(
        t.districtId,
        t.pathwayId,
        t.memberId,
        t.enrolledOn,
        t.endedOn,
        t.engagedOn,
        t.completedOn,
        t.expiresOn,
      ),
    kit.index('enrollments_version').on(t.districtId, t.versionId),
    kit.index('enrollments_assignment').on(t.districtId, t.assignmentId),
  ],
)

/** Why a step counts as done; the steps of an open enrollment are made from what counts at any time. */
export const stepCompletions = kit.table(
  'step_completions',
  {
    ...tenantKey(),
    enrollmentId: kit.id('enrollment_id').notNull(),
    stepKey: kit.id('step_key').notNull(),
    completedOn: kit.day('completed_on').notNull(),
    /** The rows that completed it, such as the ids of the activities counted. */
    sources: kit.json<{ kind: string; id: string; minutes?: number }[]>('sources').notNull(),
    /** The number of the version under which it was done, where it is one of `kept_steps`. */
    keptFrom: kit.integer('kept_from'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.enrollmentId, enrollments),
    kit.uniqueIndex('step_completions_step').on(t.districtId, t.enrollmentId, t.stepKey),
  ],
)

/** Steps that were done when a new version would have lost them; they count while what they rest on does. */
export const keptSteps = kit.table(
  'kept_steps',
  {
    ...tenantKey(),
    enrollmentId: kit.id('enrollment_id').notNull(),
    stepKey: kit.id('step_key').notNull(),
    completedOn: kit.day('completed_on').notNull(),
    sources: kit.json<{ kind: string; id: string; minutes?: number }[]>('sources').notNull(),
    /** The number of the version under which it was done. */
    keptFrom: kit.integer('kept_from').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.enrollmentId, enrollments),
    kit.uniqueIndex('kept_steps_step').on(t.districtId, t.enrollmentId, t.stepKey, t.keptFrom),
  ],
)
