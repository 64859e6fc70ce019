import { activityKinds, competencies, strengths } from '../codes'
import { kit } from '../dialect'
import { activities } from './activities'
import { completions } from './completions'
import { belongsTo, exactlyOne, inDistrict, indexOfFilled, tenantKey } from './keys'
import { members, organizations } from './people'

/** Hours that count: written once, corrected by an opposite row. */
export const ledgerEntries = kit.table(
  'ledger_entries',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    organizationId: kit.id('organization_id').notNull(),
    /** The kind of activity, `online_course` for a completion that says nothing else. */
    kind: kit.code('kind', activityKinds).notNull(),
    /** Negative in a correction. */
    minutes: kit.integer('minutes').notNull(),
    earnedOn: kit.day('earned_on').notNull(),
    bookedOn: kit.day('booked_on').notNull(),
    /** The calendar year in which the school year of `earned_on` began. */
    schoolYear: kit.integer('school_year').notNull(),
    strength: kit.code('strength', strengths).notNull(),
    activityId: kit.id('activity_id'),
    completionId: kit.id('completion_id'),
    /** The entry that this one takes back; each is corrected at most once. */
    correctsId: kit.id('corrects_id'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.organizationId, organizations),
    belongsTo(t, t.activityId, activities),
    belongsTo(t, t.completionId, completions),
    kit.foreignKey({ columns: [t.districtId, t.correctsId], foreignColumns: [t.districtId, t.id] }),
    exactlyOne('ledger_entries_source', [t.activityId, t.completionId]),
    kit.index('ledger_entries_member').on(t.districtId, t.memberId, t.schoolYear, t.minutes),
    kit.index('ledger_entries_booked').on(t.districtId, t.schoolYear, t.bookedOn),
    indexOfFilled('ledger_entries_activity', t, t.activityId),
    indexOfFilled('ledger_entries_completion', t, t.completionId),
    kit
      .uniqueIndex('ledger_entries_correction')
      .on(t.districtId, t.correctsId)
      .where(kit.sql`corrects_id is not null`),
  ],
)

/**
 * What an entry counts to that was taken back, and its correction: what the activity named while it
 * stood, since it may name others once it was corrected. Every other entry counts to what its activity
 * names.
 */
export const bookedCompetencies = kit.table(
  'booked_competencies',
  {
    districtId: tenantKey().districtId,
    entryId: kit.id('entry_id').notNull(),
    competency: kit.code('competency', competencies).notNull(),
  },
  (t) => [
    kit.primaryKey({ columns: [t.districtId, t.entryId, t.competency] }),
    belongsTo(t, t.entryId, ledgerEntries),
  ],
)
