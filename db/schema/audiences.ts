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
    /** What went by it before still says its name; nobody is on it from then on. */
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

/** Who is or was on a list; whoever comes back has another row. */
export const peopleListMembers = kit.table(
  'people_list_members',
  {
    ...tenantKey(),
    listId: kit.id('list_id').notNull(),
    memberId: kit.id('member_id').notNull(),
    addedOn: kit.day('added_on').notNull(),
    /** The first day that does not end with them on it. */
    removedOn: kit.day('removed_on'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.listId, peopleLists),
    belongsTo(t, t.memberId, members),
    kit
      .index('people_list_members_list')
      .on(t.districtId, t.listId, t.memberId, t.addedOn, t.removedOn),
    kit
      .uniqueIndex('people_list_members_member')
      .on(t.districtId, t.memberId, t.listId)
      .where(kit.sql`removed_on is null`),
  ],
)

/** What educators teach or taught: as the roster has it, or as somebody entered it. */
export const memberSubjects = kit.table(
  'member_subjects',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    subject: kit.word('subject').notNull(),
    source: kit.word<'roster' | 'person'>('source').notNull(),
    addedOn: kit.day('added_on').notNull(),
    /** The first day that does not end with them teaching it. */
    removedOn: kit.day('removed_on'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    kit
      .uniqueIndex('member_subjects_member')
      .on(t.districtId, t.memberId, t.subject)
      .where(kit.sql`removed_on is null`),
    kit
      .index('member_subjects_subject')
      .on(t.districtId, t.subject, t.memberId, t.addedOn, t.removedOn),
  ],
)
