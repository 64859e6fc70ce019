import type { Audience, StepKind, Strength, TurnReason } from '../words'
import { kit } from '../dialect'
import { achievements } from './badges'
import { courses } from './completions'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { pathways } from './pathways'
import { members } from './people'

/** A required training. One that is no longer asked for is ended, never deleted. */
export const mandates = kit.table(
  'mandates',
  {
    ...tenantKey(),
    title: kit.word('title').notNull(),
    description: kit.word('description'),
    /** ISO 3166-2, where a state asks for it; empty where the district does. */
    jurisdiction: kit.word('jurisdiction'),
    /** The statute or rule, in words. */
    law: kit.word('law'),
    /** The template it was made from, if it was. */
    templateId: kit.word('template_id'),
    audience: kit.json<Audience>('audience').notNull(),
    /** Months between two due dates; empty where it is asked for once. */
    everyMonths: kit.integer('every_months'),
    /** The first day on which everybody is due, where all are due on the same day. */
    firstDueOn: kit.day('first_due_on'),
    startsOn: kit.day('starts_on').notNull(),
    /** Days that those have who come new. */
    newHireDays: kit.integer('new_hire_days'),
    /** From how many days before the due date training counts. */
    windowDays: kit.integer('window_days'),
    graceDays: kit.integer('grace_days').notNull(),
    /** The least strength of what meets it; `self_reported` where the word of the person is enough. */
    proof: kit.word<Strength>('proof').notNull(),
    /** For how many years the proof is kept. */
    retentionYears: kit.integer('retention_years'),
    /** Empty while it is being prepared: nobody is asked then. */
    switchedOnAt: kit.instant('switched_on_at'),
    /** When everybody who was there then had been reached. Who comes later is new. */
    introducedAt: kit.instant('introduced_at'),
    /** When everybody had been reached since it was switched on or changed. */
    settledAt: kit.instant('settled_at'),
    endedOn: kit.day('ended_on'),
    version: kit.integer('version').notNull(),
    createdById: kit.id('created_by_id').notNull(),
    createdAt: kit.instant('created_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.createdById, members),
    kit.index('mandates_title').on(t.districtId, t.title),
    kit.index('mandates_creator').on(t.districtId, t.createdById),
  ],
)

/** What a mandate asks for; where there are several topics, they take turns. */
export const mandateTopics = kit.table(
  'mandate_topics',
  {
    ...tenantKey(),
    mandateId: kit.id('mandate_id').notNull(),
    /** Its place among the topics, counted from 0. */
    position: kit.integer('position').notNull(),
    title: kit.word('title').notNull(),
    kind: kit.word<StepKind>('kind').notNull(),
    courseId: kit.id('course_id'),
    achievementId: kit.id('achievement_id'),
    pathwayId: kit.id('pathway_id'),
    competencies: kit.json<string[]>('competencies').notNull(),
    minutes: kit.integer('minutes'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.mandateId, mandates),
    belongsTo(t, t.courseId, courses),
    belongsTo(t, t.achievementId, achievements),
    belongsTo(t, t.pathwayId, pathways),
    kit.uniqueIndex('mandate_topics_position').on(t.districtId, t.mandateId, t.position),
    kit.index('mandate_topics_course').on(t.districtId, t.courseId),
    kit.index('mandate_topics_achievement').on(t.districtId, t.achievementId),
    kit.index('mandate_topics_pathway').on(t.districtId, t.pathwayId),
  ],
)

/** One time that somebody is asked for a training. What was met or missed is never changed. */
export const obligations = kit.table(
  'obligations',
  {
    ...tenantKey(),
    mandateId: kit.id('mandate_id').notNull(),
    memberId: kit.id('member_id').notNull(),
    topicId: kit.id('topic_id').notNull(),
    /** Counts from 1 for each person. */
    number: kit.integer('number').notNull(),
    /** The day from which they were asked for the training at all. */
    joinedOn: kit.day('joined_on').notNull(),
    /** The fixed day that ends its period. */
    periodOn: kit.day('period_on'),
    /** The first day whose training counts. */
    opensOn: kit.day('opens_on').notNull(),
    dueOn: kit.day('due_on').notNull(),
    /** The first day on which it is overdue. */
    lateOn: kit.day('late_on').notNull(),
    because: kit.word<TurnReason>('because').notNull(),
    /** The day of the training that met it. */
    metOn: kit.day('met_on'),
    /** The rows that met it. */
    sources: kit.json<{ kind: string; id: string; minutes?: number }[]>('sources').notNull(),
    /** The day the next one opened while it was not met. */
    missedOn: kit.day('missed_on'),
    /** The day they were no longer asked: they left the audience, or the mandate ended. */
    endedOn: kit.day('ended_on'),
    /** The last notice that was sent: days before the due date, 0 for overdue, -1 to the principal. */
    noticed: kit.integer('noticed'),
    createdAt: kit.instant('created_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.mandateId, mandates),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.topicId, mandateTopics),
    kit.uniqueIndex('obligations_number').on(t.districtId, t.mandateId, t.memberId, t.number),
    kit.index('obligations_member').on(t.districtId, t.memberId, t.dueOn),
    kit.index('obligations_topic').on(t.districtId, t.topicId),
    // All that is read of what some people are asked, such as those of a school.
    kit
      .index('obligations_asked')
      .on(
        t.districtId,
        t.memberId,
        t.mandateId,
        t.opensOn,
        t.lateOn,
        t.metOn,
        t.missedOn,
        t.endedOn,
      )
      .where(kit.sql`met_on is null and missed_on is null and ended_on is null`),
    // All that the counts of those who are asked read, so that they need no row.
    kit
      .index('obligations_open')
      .on(
        t.districtId,
        t.mandateId,
        t.dueOn,
        t.memberId,
        t.opensOn,
        t.lateOn,
        t.metOn,
        t.missedOn,
        t.endedOn,
      )
      .where(kit.sql`met_on is null and missed_on is null and ended_on is null`),
  ],
)
