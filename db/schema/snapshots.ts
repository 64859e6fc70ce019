import { kit } from '../dialect'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { members } from './people'

/** Reports of the district as they were frozen on a reporting date; none ever changes. */
export const snapshots = kit.table(
  'snapshots',
  {
    ...tenantKey(),
    name: kit.word('name').notNull(),
    note: kit.word('note'),
    /** The day that is reported on. */
    asOf: kit.day('as_of').notNull(),
    /** The report as JSON, the very text that the hash is of. */
    content: kit.word('content').notNull(),
    /** SHA-256 of the text, in hexadecimal. */
    sha256: kit.word('sha256').notNull(),
    frozenById: kit.id('frozen_by_id').notNull(),
    frozenAt: kit.instant('frozen_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.frozenById, members),
    kit.uniqueIndex('snapshots_name').on(t.districtId, t.name),
    kit.index('snapshots_day').on(t.districtId, t.asOf, t.id),
    kit.index('snapshots_freezer').on(t.districtId, t.frozenById),
  ],
)

/** The snapshot that a district shows to everybody; at most one. */
export const publishedReports = kit.table(
  'published_reports',
  {
    ...tenantKey(),
    snapshotId: kit.id('snapshot_id').notNull(),
    publishedById: kit.id('published_by_id').notNull(),
    publishedAt: kit.instant('published_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.snapshotId, snapshots),
    belongsTo(t, t.publishedById, members),
    kit.uniqueIndex('published_reports_one').on(t.districtId),
    kit.index('published_reports_snapshot').on(t.districtId, t.snapshotId),
    kit.index('published_reports_publisher').on(t.districtId, t.publishedById),
  ],
)
