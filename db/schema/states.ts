import { kit } from '../dialect'
import type { Strength } from '../words'
import { districts } from './districts'
import { users } from './sign-in'

/** Who may compare the districts of a state; they see no persons. */
export const stateViewers = kit.table(
  'state_viewers',
  {
    userId: kit
      .id('user_id')
      .notNull()
      .references(() => users.id),
    /** The postal code. */
    state: kit.word('state').notNull(),
    appointedAt: kit.instant('appointed_at').notNull(),
    dismissedAt: kit.instant('dismissed_at'),
  },
  (t) => [kit.primaryKey({ columns: [t.userId, t.state] })],
)

/** What a district came to by the end of a month: people are counted once, minutes are whole minutes. */
export type MonthFigures = {
  /** Minutes the district asks of an educator in the school year. */
  yardstick: number
  educators: number
  /** Null where the district has no yardstick. */
  atOrAbove: number | null
  /** With three times the yardstick in this school year and the two before; null likewise. */
  inThreeYears: number | null
  minutesByKind: Record<string, number>
  minutesByStrength: Record<Strength, number>
  /** By the lines of the equity section, such as the poverty of the school; those that the report shows. */
  groups: { line: string; group: string; educators: number; atOrAbove: number | null }[]
  /** Decisions of the school year, those within the clock, and what waited on the day. */
  approvals: { decided: number; inTime: number; waiting: number; late: number }
}

/** Closed months, made once each when they are over: what a state compares districts by. */
export const districtMonths = kit.table(
  'district_months',
  {
    districtId: kit
      .district('district_id')
      .notNull()
      .references(() => districts.id),
    /** The last day of the month. */
    asOf: kit.day('as_of').notNull(),
    figures: kit.json<MonthFigures>('figures').notNull(),
    madeAt: kit.instant('made_at').notNull(),
  },
  (t) => [kit.primaryKey({ columns: [t.districtId, t.asOf] })],
)
