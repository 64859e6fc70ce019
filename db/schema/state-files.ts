import { kit } from '../dialect'
import type { StateRowKind } from '../words'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { members, organizations } from './people'

/** Files of hours for the state, as they were made; none ever changes. */
export const stateFiles = kit.table(
  'state_files',
  {
    ...tenantKey(),
    /** Counted from 1 in the district: what a later file tells overrides an earlier one. */
    number: kit.integer('number').notNull(),
    /** The first and the last day of the period. */
    firstOn: kit.day('first_on').notNull(),
    lastOn: kit.day('last_on').notNull(),
    /** How many rows it has. */
    size: kit.integer('size').notNull(),
    /** The file itself, the very text that the hash is of. */
    content: kit.word('content').notNull(),
    /** SHA-256 of the text, in hexadecimal. */
    sha256: kit.word('sha256').notNull(),
    madeById: kit.id('made_by_id').notNull(),
    madeAt: kit.instant('made_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.madeById, members),
    kit.check('state_files_order', kit.sql`${t.firstOn} <= ${t.lastOn}`),
    kit.uniqueIndex('state_files_number').on(t.districtId, t.number),
  ],
)

/** What each row of such a file told, and about whom. */
export const stateFileRows = kit.table(
  'state_file_rows',
  {
    ...tenantKey(),
    fileId: kit.id('file_id').notNull(),
    /** Counted from 1 in the file. */
    position: kit.integer('position').notNull(),
    kind: kit.word<StateRowKind>('kind').notNull(),
    memberId: kit.id('member_id').notNull(),
    organizationId: kit.id('organization_id').notNull(),
    /** Confidential, as the number of the license is. */
    stateNumber: kit.word('state_number').notNull(),
    familyName: kit.word('family_name').notNull(),
    givenName: kit.word('given_name').notNull(),
    schoolNumber: kit.word('school_number').notNull(),
    schoolName: kit.word('school_name').notNull(),
    activities: kit.integer('activities').notNull(),
    minutes: kit.integer('minutes').notNull(),
    /** What the state was told before; null in a row that is new. */
    previousMinutes: kit.integer('previous_minutes'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.fileId, stateFiles),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.organizationId, organizations),
    kit.uniqueIndex('state_file_rows_position').on(t.districtId, t.fileId, t.position),
  ],
)

/** That the state refused a file as a whole: its rows count as not told. */
export const stateFileRefusals = kit.table(
  'state_file_refusals',
  {
    ...tenantKey(),
    fileId: kit.id('file_id').notNull(),
    reason: kit.word('reason').notNull(),
    refusedById: kit.id('refused_by_id').notNull(),
    refusedAt: kit.instant('refused_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.fileId, stateFiles),
    belongsTo(t, t.refusedById, members),
    kit.uniqueIndex('state_file_refusals_file').on(t.districtId, t.fileId),
  ],
)
