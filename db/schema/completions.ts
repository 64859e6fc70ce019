import { activityKinds, strengths, submissionStatuses } from '../codes'
import { kit } from '../dialect'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { members, organizations } from './people'

/** The district's catalog. */
export const courses = kit.table(
  'courses',
  {
    ...tenantKey(),
    title: kit.word('title').notNull(),
    provider: kit.word('provider'),
    minutes: kit.integer('minutes'),
    createdAt: kit.instant('created_at').notNull(),
    retiredAt: kit.instant('retired_at'),
  },
  (t) => [...inDistrict(t), kit.index('courses_title').on(t.districtId, t.title)],
)

export const completions = kit.table(
  'completions',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    organizationId: kit.id('organization_id').notNull(),
    courseId: kit.id('course_id'),
    title: kit.word('title').notNull(),
    provider: kit.word('provider'),
    completedOn: kit.day('completed_on').notNull(),
    minutes: kit.integer('minutes').notNull(),
    /** The kind of activity its minutes count as; empty means `online_course`. */
    kind: kit.code('kind', activityKinds),
    source: kit.word<'educator' | 'import'>('source').notNull(),
    strength: kit.code('strength', strengths).notNull(),
    status: kit.code('status', submissionStatuses).notNull(),
    version: kit.integer('version').notNull(),
    createdAt: kit.instant('created_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.organizationId, organizations),
    belongsTo(t, t.courseId, courses),
    kit.check('completions_minutes', kit.sql`${t.minutes} > 0`),
    kit.index('completions_member').on(t.districtId, t.memberId, t.completedOn, t.id),
    kit.index('completions_course').on(t.districtId, t.courseId, t.memberId),
  ],
)
