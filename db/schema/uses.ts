import { kit } from '../dialect'
import type { UsePurpose } from '../words'
import { activities } from './activities'
import { awards } from './badges'
import { broughtRows } from './brought'
import { completions } from './completions'
import { belongsTo, exactlyOne, inDistrict, indexOfFilled, tenantKey } from './keys'
import { cycles } from './licenses'
import { members } from './people'

/** What credit was used for: written once, taken back by an opposite row. */
export const creditUses = kit.table(
  'credit_uses',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    activityId: kit.id('activity_id'),
    completionId: kit.id('completion_id'),
    awardId: kit.id('award_id'),
    /** What was brought from another district. */
    broughtId: kit.id('brought_id'),
    purpose: kit.word<UsePurpose>('purpose').notNull(),
    /** Of a renewal: where, in which cycle, and under which version of the rules. */
    jurisdiction: kit.word('jurisdiction'),
    cycleId: kit.id('cycle_id'),
    ruleSetId: kit.word('rule_set_id'),
    ruleSetRevision: kit.integer('rule_set_revision'),
    /** The cycle it was earned in, where it was carried over from there. */
    carriedFromId: kit.id('carried_from_id'),
    /** The unit of the rules, or a credit such as `clock_hour`. */
    unit: kit.word('unit').notNull(),
    /** Thousandths of the unit; negative in the row that takes a use back. */
    milliUnits: kit.integer('milli_units').notNull(),
    /** Where clock time is what is spent; negative like the amount. */
    minutes: kit.integer('minutes'),
    usedOn: kit.day('used_on').notNull(),
    /** The last day of a lot, such as the hours of a stipend. */
    expiresOn: kit.day('expires_on'),
    /** What it was for, such as “MA+30” or “30-hour stipend 2026–27”. */
    label: kit.word('label').notNull(),
    /** The use that this row takes back; each is taken back at most once. */
    reversesId: kit.id('reverses_id'),
    /** Why it was taken back. */
    note: kit.word('note'),
    /** Nobody when an operator recorded it. */
    recordedById: kit.id('recorded_by_id'),
    createdAt: kit.instant('created_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.activityId, activities),
    belongsTo(t, t.completionId, completions),
    belongsTo(t, t.awardId, awards),
    belongsTo(t, t.broughtId, broughtRows),
    belongsTo(t, t.cycleId, cycles),
    belongsTo(t, t.carriedFromId, cycles),
    belongsTo(t, t.recordedById, members),
    kit.foreignKey({ columns: [t.districtId, t.reversesId], foreignColumns: [t.districtId, t.id] }),
    exactlyOne('credit_uses_source', [t.activityId, t.completionId, t.awardId, t.broughtId]),
    kit.check(
      'credit_uses_renewal',
      kit.sql`(${t.purpose} = 'renewal') = (${t.cycleId} is not null and ${t.jurisdiction} is not null and ${t.ruleSetId} is not null and ${t.ruleSetRevision} is not null)`,
    ),
    kit.check(
      'credit_uses_direction',
      kit.sql`(${t.milliUnits} > 0 and ${t.reversesId} is null) or (${t.milliUnits} < 0 and ${t.reversesId} is not null)`,
    ),
    kit.index('credit_uses_member').on(t.districtId, t.memberId, t.usedOn, t.id),
    indexOfFilled('credit_uses_activity', t, t.activityId),
    indexOfFilled('credit_uses_completion', t, t.completionId),
    indexOfFilled('credit_uses_award', t, t.awardId),
    indexOfFilled('credit_uses_brought', t, t.broughtId),
    indexOfFilled('credit_uses_cycle', t, t.cycleId),
    indexOfFilled('credit_uses_carried', t, t.carriedFromId),
    kit
      .uniqueIndex('credit_uses_reversal')
      .on(t.districtId, t.reversesId)
      .where(kit.sql`reverses_id is not null`),
  ],
)
