import { kit } from '../dialect'
import type { CycleFactKind, LicenseSource } from '../words'
import { belongsTo, inDistrict, tenantKey } from './keys'
import { members } from './people'

/** The licenses of educators. One that is no longer wanted is withdrawn, never deleted. */
export const licenses = kit.table(
  'licenses',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    /** ISO 3166-2, such as `US-MA`. */
    jurisdiction: kit.word('jurisdiction').notNull(),
    /** A code of the jurisdiction's rule set, or the words of somebody whose state has none here. */
    kind: kit.word('kind').notNull(),
    class: kit.word('class'),
    /** Such as “Physics 8–12”. */
    area: kit.word('area'),
    /** The one of its jurisdiction that the cycle follows; the others are judged with it. */
    isPrimary: kit.flag('is_primary').notNull(),
    /** Confidential. */
    number: kit.word('number'),
    issuedOn: kit.day('issued_on'),
    expiresOn: kit.day('expires_on'),
    source: kit.word<LicenseSource>('source').notNull(),
    withdrawnOn: kit.day('withdrawn_on'),
    version: kit.integer('version').notNull(),
    createdAt: kit.instant('created_at').notNull(),
    updatedAt: kit.instant('updated_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    kit.index('licenses_member').on(t.districtId, t.memberId, t.jurisdiction),
    kit.index('licenses_expiry').on(t.districtId, t.expiresOn, t.id),
  ],
)

export const licenseEndorsements = kit.table(
  'license_endorsements',
  {
    districtId: tenantKey().districtId,
    licenseId: kit.id('license_id').notNull(),
    code: kit.word('code').notNull(),
  },
  (t) => [
    kit.primaryKey({ columns: [t.districtId, t.licenseId, t.code] }),
    belongsTo(t, t.licenseId, licenses),
  ],
)

/** A license as it is judged in a cycle. */
export type JudgedLicense = {
  id: string
  kind: string
  class: string | null
  area: string | null
  isPrimary: boolean
  issuedOn: string | null
  expiresOn: string | null
  endorsements: string[]
}

/** The renewal periods of educators, each under one version of the rules; one is open in a jurisdiction. */
export const cycles = kit.table(
  'cycles',
  {
    ...tenantKey(),
    memberId: kit.id('member_id').notNull(),
    /** The primary license of the jurisdiction. */
    licenseId: kit.id('license_id').notNull(),
    startsOn: kit.day('starts_on').notNull(),
    endsOn: kit.day('ends_on').notNull(),
    /** The last day on which credit may be earned, unless the cycle is extended. */
    earnUntilOn: kit.day('earn_until_on').notNull(),
    /** The last day of an extension. */
    extendedToOn: kit.day('extended_to_on'),
    extensionReason: kit.word('extension_reason'),
    ruleSetId: kit.word('rule_set_id').notNull(),
    ruleSetRevision: kit.integer('rule_set_revision').notNull(),
    /** Whether a public school of the jurisdiction employs the educator. */
    isEmployed: kit.flag('is_employed').notNull(),
    /** The share of a full position, in thousandths. */
    fteThousandths: kit.integer('fte_thousandths').notNull(),
    /** The share of the cycle spent on leave, in thousandths. */
    leaveThousandths: kit.integer('leave_thousandths').notNull(),
    renewedOn: kit.day('renewed_on'),
    /** The day it was renewed, or its last license was withdrawn; open without. */
    closedOn: kit.day('closed_on'),
    /** The licenses that were judged in it, as they were when it was closed; none while it is open. */
    judgedLicenses: kit.json<JudgedLicense[]>('judged_licenses'),
    version: kit.integer('version').notNull(),
    createdAt: kit.instant('created_at').notNull(),
    updatedAt: kit.instant('updated_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.memberId, members),
    belongsTo(t, t.licenseId, licenses),
    kit.check('cycles_order', kit.sql`${t.startsOn} <= ${t.endsOn}`),
    kit.check('cycles_closed', kit.sql`(${t.closedOn} is null) = (${t.judgedLicenses} is null)`),
    kit.check('cycles_fte', kit.sql`${t.fteThousandths} between 0 and 1000`),
    kit.check('cycles_leave', kit.sql`${t.leaveThousandths} between 0 and 1000`),
    kit.index('cycles_member').on(t.districtId, t.memberId, t.startsOn),
    kit.index('cycles_license').on(t.districtId, t.licenseId, t.startsOn),
  ],
)

/** What holds for an educator in a cycle and no credit can show. */
export const cycleFacts = kit.table(
  'cycle_facts',
  {
    ...tenantKey(),
    cycleId: kit.id('cycle_id').notNull(),
    kind: kit.word<CycleFactKind>('kind').notNull(),
    /** Of the rule set: a fact, an attestation, or a category that is asked once in a career. */
    code: kit.word('code').notNull(),
    heldOn: kit.day('held_on').notNull(),
    /** Who attested it, in words. */
    attestedBy: kit.word('attested_by'),
    /** Nobody when an operator recorded it. */
    recordedById: kit.id('recorded_by_id'),
    createdAt: kit.instant('created_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.cycleId, cycles),
    belongsTo(t, t.recordedById, members),
    kit.uniqueIndex('cycle_facts_code').on(t.districtId, t.cycleId, t.kind, t.code, t.heldOn),
    kit.index('cycle_facts_recorder').on(t.districtId, t.recordedById),
  ],
)

/** The rules that cycles were opened under, word for word: later releases change no cycle. */
export const pinnedRuleSets = kit.table(
  'pinned_rule_sets',
  {
    ...tenantKey(),
    ruleSetId: kit.word('rule_set_id').notNull(),
    revision: kit.integer('revision').notNull(),
    /** The rule set as JSON. */
    content: kit.word('content').notNull(),
    /** SHA-256 of the content, in hexadecimal. */
    digest: kit.word('digest').notNull(),
    createdAt: kit.instant('created_at').notNull(),
  },
  (t) => [
    ...inDistrict(t),
    kit.uniqueIndex('pinned_rule_sets_revision').on(t.districtId, t.ruleSetId, t.revision),
  ],
)

export type LicenseImportStatus = 'previewed' | 'applied'

/** Files of licenses that were handed in: looked at first, then applied. */
export const licenseImports = kit.table(
  'license_imports',
  {
    ...tenantKey(),
    uploadedById: kit.id('uploaded_by_id').notNull(),
    fileName: kit.word('file_name').notNull(),
    status: kit.word<LicenseImportStatus>('status').notNull(),
    /** What was read of the file, until it is applied or a week has passed: it has license numbers in it. */
    content: kit.word('content'),
    /** How many licenses it added, changed and left as they were. */
    outcome: kit.json<{ added: number; changed: number; unchanged: number }>('outcome'),
    /** The rows that could not be used, with the reasons. */
    rejected: kit.json<unknown>('rejected'),
    createdAt: kit.instant('created_at').notNull(),
    appliedAt: kit.instant('applied_at'),
  },
  (t) => [
    ...inDistrict(t),
    belongsTo(t, t.uploadedById, members),
    kit.index('license_imports_created').on(t.districtId, t.createdAt),
    kit.index('license_imports_uploader').on(t.districtId, t.uploadedById),
  ],
)
