import { kit } from '../dialect'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { pathwayVersions } from './pathways'
import { members } from './people'

/** Who is asked what they think of a version of a pathway while it is being built. */
export const pathwayReaders = kit.table(
  'pathway_readers',
  {
    ...tenantKey(),
    versionId: kit.id('version_id').notNull(),
    memberId: kit.id('member_id').notNull(),
    askedById: kit.id('asked_by_id').notNull(),
    askedAt: kit.instant('asked_at').notNull(),
    /** What whoever asks would like to hear about. */
    question: kit.word('question'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.versionId, pathwayVersions),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.askedById, members),
    kit.uniqueIndex('pathway_readers_member').on(t.districtId, t.versionId, t.memberId),
    kit.index('pathway_readers_versions').on(t.districtId, t.memberId, t.versionId),
    kit.index('pathway_readers_asker').on(t.districtId, t.askedById),
  ],
)

/** What somebody said about a version of a pathway before it was published. */
export const pathwayComments = kit.table(
  'pathway_comments',
  {
    ...tenantKey(),
    versionId: kit.id('version_id').notNull(),
    memberId: kit.id('member_id').notNull(),
    /** The step it is about, and what that was called then; empty about the version as a whole. */
    stepKey: kit.id('step_key'),
    stepTitle: kit.word('step_title'),
    text: kit.word('text').notNull(),
    writtenAt: kit.instant('written_at').notNull(),
    /** When its author took it back; from then on nobody reads it. */
    takenBackAt: kit.instant('taken_back_at'),
    settledAt: kit.instant('settled_at'),
    settledById: kit.id('settled_by_id'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.versionId, pathwayVersions),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.settledById, members),
    kit.index('pathway_comments_version').on(t.districtId, t.versionId, t.writtenAt),
    kit.index('pathway_comments_author').on(t.districtId, t.memberId, t.versionId),
    kit.index('pathway_comments_settler').on(t.districtId, t.settledById),
  ],
)
