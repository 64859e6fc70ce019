import { kit } from '../dialect'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { members } from './people'

/** Lists of people that somebody keeps by hand, such as the new mentors. */
export const peopleLists = kit.table(
  'people_lists',
  {
    ...tenantKey(),
    name: kit.word('name').notNull(),
    createdById: kit.id('created_by_id').notNull(),
    createdAt: kit.instant('created_at').notNull(),
    /** What went by it before still says its name; nobody is on it any more. */
    removedAt: kit.instant('removed_at'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.createdById, members),
    kit
      .uniqueIndex('people_lists_name')
      .on(t.districtId, t.name)
      .where(kit.sql`removed_at is null`),
    kit.index('people_lists_creator').on(t.districtId, t.createdById),
  ],
)

export const peopleListMembers = kit.table(
  'people_list_members',
  {
    ...tenantKey(),
    listId: kit.id('list_id').notNull(),
    memberId: kit.id('member_id').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.listId, peopleLists),
    belongsTo(t, t.memberId, members),
    kit.uniqueIndex('people_list_members_member').on(t.districtId, t.listId, t.memberId),
    kit.index('people_list_members_lists').on(t.districtId, t.memberId, t.listId),
  ],
)

/** What educators teach: as the roster has it, or as somebody entered it. */
export const memberSubjects = kit.table(
  'member_subjects',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    subject: kit.word('subject').notNull(),
    source: kit.word<'roster' | 'person'>('source').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    kit.uniqueIndex('member_subjects_member').on(t.districtId, t.memberId, t.subject),
    kit.index('member_subjects_subject').on(t.districtId, t.subject, t.memberId),
  ],
)
