import { kit } from '../dialect'

/** The tenants. */
export const districts = kit.table('districts', {
  id: kit.district('id').primaryKey(),
  slug: kit.word('slug').notNull().unique(),
  name: kit.word('name').notNull(),
  state: kit.word('state').notNull(),
  timeZone: kit.word('time_zone').notNull(),
  /** `MM-DD`, the day a school year begins. */
  schoolYearStartsOn: kit.word('school_year_starts_on').notNull(),
  /** The clock of a review, in days. */
  reviewDays: kit.integer('review_days').notNull(),
  /** Whether hours used for one purpose may be used for another, such as a license and pay. */
  usesMayOverlap: kit.flag('uses_may_overlap').notNull().default(true),
  /** Whether educators get letters before and after the due day of what is mandated. */
  sendsNotices: kit.flag('sends_notices').notNull().default(true),
  /** What a OneRoster 1.1 `administrator` is here, once somebody has said so. */
  administratorRole: kit.word<'principal' | 'educator'>('administrator_role'),
  /** How many years evidence files are kept after the renewal they count for, at least. */
  evidenceYears: kit.integer('evidence_years').notNull().default(5),
  /** How many years they are kept after their educator has left, where they count for no renewal. */
  separationYears: kit.integer('separation_years').notNull().default(6),
  /** Whether files are destroyed in the night after they are due, without anybody confirming it. */
  destroysWhenDue: kit.flag('destroys_when_due').notNull().default(false),
  /** The day on which it was last found out until when each file is to be kept. */
  filesReviewedOn: kit.day('files_reviewed_on'),
  createdAt: kit.instant('created_at').notNull(),
})
