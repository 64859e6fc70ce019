import { activityKinds, activityStatuses, competencies } from '../codes'
import { kit } from '../dialect'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { members, organizations } from './people'

export const activities = kit.table(
  'activities',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    /** Where the educator was affiliated on the day; set when it is submitted. */
    organizationId: kit.id('organization_id'),
    title: kit.word('title').notNull(),
    kind: kit.code('kind', activityKinds),
    startedOn: kit.day('started_on'),
    endedOn: kit.day('ended_on'),
    minutes: kit.integer('minutes'),
    provider: kit.word('provider'),
    sponsorNumber: kit.word('sponsor_number'),
    location: kit.word('location'),
    reflection: kit.word('reflection'),
    fundingSource: kit.word('funding_source'),
    status: kit.code('status', activityStatuses).notNull(),
    version: kit.integer('version').notNull(),
    createdAt: kit.instant('created_at').notNull(),
    updatedAt: kit.instant('updated_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.organizationId, organizations),
    kit.check('activities_minutes', kit.sql`${t.minutes} is null or ${t.minutes} > 0`),
    kit.index('activities_member').on(t.districtId, t.memberId, t.startedOn),
    kit
      .index('activities_drafts')
      .on(t.districtId, t.memberId, t.updatedAt)
      .where(kit.sql.raw(`status = ${activityStatuses.draft}`)),
    kit
      .index('activities_placeless')
      .on(t.districtId, t.id)
      .where(kit.sql`organization_id is null`),
  ],
)

export const activityCompetencies = kit.table(
  'activity_competencies',
  {
    districtId: tenantKey().districtId,
    activityId: kit.id('activity_id').notNull(),
    competency: kit.code('competency', competencies).notNull(),
  },
  (t) => [
    kit.primaryKey({ columns: [t.districtId, t.activityId, t.competency] }),
    belongsTo(t, t.activityId, activities),
    /* Who has any hours on a competency: asked of everybody who is put on a pathway. */
    kit.index('activity_competencies_competency').on(t.districtId, t.competency, t.activityId),
  ],
)
