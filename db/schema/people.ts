import type { GradeBand, OrganizationKind, PovertyBand, Role } from '../words'
import { kit } from '../dialect'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { users } from './sign-in'

export const organizations = kit.table(
  'organizations',
  {
    ...tenantKey(),
    parentId: kit.id('parent_id'),
    kind: kit.word<OrganizationKind>('kind').notNull(),
    name: kit.word('name').notNull(),
    sortName: kit.word('sort_name').notNull(),
    /** The ids from the top down to this one, each followed by a slash; a subtree is a prefix. */
    path: kit.word('path').notNull(),
    gradeBand: kit.word<GradeBand>('grade_band'),
    povertyBand: kit.word<PovertyBand>('poverty_band'),
    /** The `sourcedId` of the roster. */
    sourceId: kit.word('source_id'),
    identifier: kit.word('identifier'),
    closedOn: kit.day('closed_on'),
  },
  (t) => [
    ...inDistrict(t),
    kit.foreignKey({ columns: [t.districtId, t.parentId], foreignColumns: [t.districtId, t.id] }),
    kit.uniqueIndex('organizations_source').on(t.districtId, t.sourceId),
    kit.uniqueIndex('organizations_path').on(t.districtId, t.path),
    kit.index('organizations_parent').on(t.districtId, t.parentId),
  ],
)

/** The bands of an organization until they were changed, one row for each change. */
export const formerBands = kit.table(
  'former_bands',
  {
    ...tenantKey(),
    organizationId: kit.id('organization_id').notNull(),
    gradeBand: kit.word<GradeBand>('grade_band'),
    povertyBand: kit.word<PovertyBand>('poverty_band'),
    /** The day of the change before; null of the first. */
    startedOn: kit.day('started_on'),
    /** The first day on which they were others. */
    replacedOn: kit.day('replaced_on').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.organizationId, organizations),
    kit.index('former_bands_organization').on(t.districtId, t.organizationId, t.replacedOn),
  ],
)

export const members = kit.table(
  'members',
  {
    ...tenantKey(),
    userId: kit.id('user_id').references(() => users.id),
    givenName: kit.word('given_name').notNull(),
    familyName: kit.word('family_name').notNull(),
    /** Family name, then given name, folded to lower case without accents. */
    sortName: kit.word('sort_name').notNull(),
    email: kit.word('email'),
    hiredOn: kit.day('hired_on'),
    sourceId: kit.word('source_id'),
    masterIdentifier: kit.word('master_identifier'),
    identifier: kit.word('identifier'),
    /** Whether the principal may see that the license renewal is on course; the educator decides. */
    sharesLicenseHealth: kit.flag('shares_license_health').notNull().default(false),
    /** Since when it waits that something follows from a pathway they completed; null when nothing waits. */
    followUpAskedAt: kit.instant('follow_up_asked_at'),
    createdAt: kit.instant('created_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    kit
      .index('members_follow_up')
      .on(t.districtId, t.id)
      .where(kit.sql`follow_up_asked_at is not null`),
    kit.uniqueIndex('members_user').on(t.districtId, t.userId),
    kit.uniqueIndex('members_source').on(t.districtId, t.sourceId),
    kit.index('members_email').on(t.districtId, t.email),
    kit.index('members_sort').on(t.districtId, t.sortName, t.id),
    kit.index('members_of_user').on(t.userId),
  ],
)

export const affiliations = kit.table(
  'affiliations',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    organizationId: kit.id('organization_id').notNull(),
    role: kit.word<Role>('role').notNull(),
    startedOn: kit.day('started_on').notNull(),
    /** The last day, inclusive. */
    endedOn: kit.day('ended_on'),
    source: kit.word<'roster' | 'person'>('source').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.organizationId, organizations),
    kit
      .uniqueIndex('affiliations_member')
      .on(t.districtId, t.memberId, t.organizationId, t.role, t.startedOn),
    kit
      .index('affiliations_organization')
      .on(t.districtId, t.organizationId, t.role, t.memberId, t.startedOn, t.endedOn),
    kit
      .index('affiliations_role')
      .on(t.districtId, t.role, t.memberId, t.organizationId, t.startedOn, t.endedOn),
  ],
)

/** When somebody is away for long, and counts in no readiness meanwhile. Why is not kept. */
export const leaves = kit.table(
  'leaves',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    startedOn: kit.day('started_on').notNull(),
    /** The last day, inclusive; null while nobody knows. */
    endedOn: kit.day('ended_on'),
    /** When it turned out to be a mistake: it never was. */
    takenBackAt: kit.instant('taken_back_at'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    kit.index('leaves_member').on(t.districtId, t.memberId, t.startedOn, t.endedOn, t.takenBackAt),
  ],
)

/** Who opened whose record. */
export const recordViews = kit.table(
  'record_views',
  {
    ...tenantKey(),
    viewerId: kit.id('viewer_id').notNull(),
    memberId: kit.id('member_id').notNull(),
    what: kit.word('what').notNull(),
    viewedAt: kit.instant('viewed_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.viewerId, members),
    belongsTo(t, t.memberId, members),
    kit.index('record_views_member').on(t.districtId, t.memberId, t.viewedAt),
    kit.index('record_views_viewer').on(t.districtId, t.viewerId, t.viewedAt),
  ],
)

/** The hours a district asks of an educator in a school year, from a date on. */
export const yardsticks = kit.table(
  'yardsticks',
  {
    ...tenantKey(),
    minutes: kit.integer('minutes').notNull(),
    startsOn: kit.day('starts_on').notNull(),
  },
  (t) => [...inDistrict(t), kit.uniqueIndex('yardsticks_start').on(t.districtId, t.startsOn)],
)
