import { kit } from '../dialect'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { members } from './people'

export type RosterImportStatus = 'reading' | 'previewed' | 'applying' | 'applied' | 'failed'

export const rosterImports = kit.table(
  'roster_imports',
  {
    ...tenantKey(),
    /** Nobody when it came from the command line. */
    uploadedById: kit.id('uploaded_by_id'),
    fileName: kit.word('file_name').notNull(),
    status: kit.word<RosterImportStatus>('status').notNull(),
    /** Rows done and rows in all, while it works. */
    done: kit.integer('done').notNull(),
    total: kit.integer('total').notNull(),
    /** The staff read from the files; students and parents are only counted. */
    roster: kit.json<unknown>('roster'),
    /** What applying it would change, or has changed. */
    outcome: kit.json<unknown>('outcome'),
    rejected: kit.json<unknown>('rejected'),
    failure: kit.word('failure'),
    createdAt: kit.instant('created_at').notNull(),
    appliedAt: kit.instant('applied_at'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.uploadedById, members),
    kit.index('roster_imports_created').on(t.districtId, t.createdAt),
    kit.index('roster_imports_uploader').on(t.districtId, t.uploadedById),
  ],
)
