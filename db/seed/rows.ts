import {
  achievements,
  activities,
  activityCompetencies,
  affiliations,
  assignments,
  awards,
  broughtRows,
  completions,
  courses,
  creditClaims,
  creditShares,
  creditUses,
  cycleFacts,
  cycles,
  enrollmentRequests,
  enrollments,
  events,
  evidence,
  goalCheckIns,
  goals,
  ledgerEntries,
  legalHolds,
  licenseEndorsements,
  licenses,
  mandates,
  mandateTopics,
  members,
  memberSubjects,
  obligations,
  organizations,
  overlays,
  pathwayAsks,
  pathwayComments,
  pathwayGroups,
  pathwayReaders,
  pathways,
  pathwaySteps,
  pathwayVersions,
  peopleListMembers,
  peopleLists,
  pinnedRuleSets,
  recordViews,
  reminders,
  reviews,
  rosterImports,
  stepCompletions,
  submissions,
  yardsticks,
} from '../schema'
import type { TenantDb } from '../tenant.server'

/** The tables of a district that the seed fills, each after those that it points to. */
export const TABLES = {
  organizations,
  members,
  affiliations,
  memberSubjects,
  peopleLists,
  peopleListMembers,
  legalHolds,
  yardsticks,
  licenses,
  licenseEndorsements,
  pinnedRuleSets,
  overlays,
  cycles,
  cycleFacts,
  courses,
  achievements,
  pathways,
  pathwayVersions,
  pathwayGroups,
  pathwaySteps,
  pathwayAsks,
  pathwayReaders,
  pathwayComments,
  assignments,
  enrollments,
  enrollmentRequests,
  stepCompletions,
  reminders,
  mandates,
  mandateTopics,
  obligations,
  activities,
  activityCompetencies,
  completions,
  awards,
  creditClaims,
  creditShares,
  creditUses,
  goals,
  goalCheckIns,
  broughtRows,
  evidence,
  submissions,
  reviews,
  ledgerEntries,
  recordViews,
  rosterImports,
  events,
}

/** The rows of one district, gathered to be inserted together. */
export type Rows = {
  [K in keyof typeof TABLES]: Omit<(typeof TABLES)[K]['$inferInsert'], 'districtId'>[]
}

/** Room for rows of each table. */
export const noRows = () =>
  Object.fromEntries(Object.keys(TABLES).map((table) => [table, []])) as unknown as Rows

/** Inserts what was gathered. */
export async function insertRows(tenant: TenantDb, rows: Rows) {
  for (const [name, table] of Object.entries(TABLES)) {
    await tenant.insertMany(table, rows[name as keyof Rows])
  }
}
