import { type SavedAddress, savedQuery } from '~/domain/reports/saved'

type Slug = { slug: string } | string
type Row = { id: string } | string
/** As what the figures of a report are saved. */
export type ReportFile = 'csv' | 'json' | 'pdf' | 'xlsx'

const slug = (district: Slug) => (typeof district === 'string' ? district : district.slug)
const under = (district: Slug) => `/d/${slug(district)}`
const id = (row: Row) => (typeof row === 'string' ? row : row.id)

/** Every path of the product, in the order of `app/routes.ts`. */
export const paths = {
  start: () => '/',
  signIn: () => '/sign-in',
  signOut: () => '/sign-out',
  forgottenPassword: () => '/forgotten-password',
  reset: (token: string) => `/reset/${token}`,
  invitation: (token: string) => `/invitations/${token}`,
  setup: (token: string) => `/setup/${token}`,
  account: () => '/account',
  accountSessions: () => '/account/sessions',
  accountPassword: () => '/account/password',
  leftRecordCsv: (d: Slug) => `/account/records/${slug(d)}/csv`,
  leftRecordPackage: (d: Slug) => `/account/records/${slug(d)}/package`,
  leftRecordJson: (d: Slug) => `/account/records/${slug(d)}/json`,
  theme: () => '/theme',

  home: (d: Slug) => under(d),
  search: (d: Slug) => `${under(d)}/search`,

  activities: (d: Slug) => `${under(d)}/activities`,
  newActivity: (d: Slug) => `${under(d)}/activities/new`,
  activity: (d: Slug, row: Row) => `${under(d)}/activities/${id(row)}`,
  editActivity: (d: Slug, row: Row) => `${under(d)}/activities/${id(row)}/edit`,
  activityDeletion: (d: Slug, row: Row) => `${under(d)}/activities/${id(row)}/deletion`,
  activityDraft: (d: Slug, row: Row) => `${under(d)}/activities/${id(row)}/draft`,
  evidence: (d: Slug, row: Row) => `${under(d)}/evidence/${id(row)}`,
  evidenceRemoval: (d: Slug, row: Row) => `${under(d)}/evidence/${id(row)}/removal`,
  withdrawal: (d: Slug, submission: Row) => `${under(d)}/submissions/${id(submission)}/withdrawal`,

  completions: (d: Slug) => `${under(d)}/courses`,
  newCompletion: (d: Slug) => `${under(d)}/courses/new`,
  completion: (d: Slug, row: Row) => `${under(d)}/courses/${id(row)}`,
  editCompletion: (d: Slug, row: Row) => `${under(d)}/courses/${id(row)}/edit`,
  goals: (d: Slug) => `${under(d)}/goals`,
  newGoal: (d: Slug) => `${under(d)}/goals/new`,
  goal: (d: Slug, row: Row) => `${under(d)}/goals/${id(row)}`,
  editGoal: (d: Slug, row: Row) => `${under(d)}/goals/${id(row)}/edit`,
  goalCheckIns: (d: Slug, row: Row) => `${under(d)}/goals/${id(row)}/check-ins`,
  goalOutcome: (d: Slug, row: Row) => `${under(d)}/goals/${id(row)}/outcome`,
  goalReopening: (d: Slug, row: Row) => `${under(d)}/goals/${id(row)}/reopening`,
  awards: (d: Slug) => `${under(d)}/badges`,
  newAward: (d: Slug) => `${under(d)}/badges/new`,
  award: (d: Slug, row: Row) => `${under(d)}/badges/${id(row)}`,
  editAward: (d: Slug, row: Row) => `${under(d)}/badges/${id(row)}/edit`,
  renewal: (d: Slug) => `${under(d)}/renewal`,
  renewalSharing: (d: Slug) => `${under(d)}/renewal/sharing`,
  newLicense: (d: Slug) => `${under(d)}/renewal/licenses/new`,
  license: (d: Slug, row: Row) => `${under(d)}/renewal/licenses/${id(row)}`,
  licensePrimary: (d: Slug, row: Row) => `${under(d)}/renewal/licenses/${id(row)}/primary`,
  licenseRemoval: (d: Slug, row: Row) => `${under(d)}/renewal/licenses/${id(row)}/removal`,
  cycle: (d: Slug, row: Row) => `${under(d)}/renewal/cycles/${id(row)}`,
  ruleSets: (d: Slug) => `${under(d)}/renewal/rules`,
  transcript: (d: Slug, cycle: Row) => `${under(d)}/renewal/cycles/${id(cycle)}/transcript`,
  transcriptCsv: (d: Slug, cycle: Row) => `${under(d)}/renewal/cycles/${id(cycle)}/transcript.csv`,
  transcriptPdf: (d: Slug, cycle: Row) => `${under(d)}/renewal/cycles/${id(cycle)}/transcript.pdf`,
  ruleSet: (d: Slug, ruleSet: string) => `${under(d)}/renewal/rules/${ruleSet}`,
  claim: (d: Slug, kind: string, row: Row) => `${under(d)}/renewal/claims/${kind}/${id(row)}`,
  claimPreview: (d: Slug, kind: string, row: Row) =>
    `${under(d)}/renewal/claims/${kind}/${id(row)}/preview`,
  editCycle: (d: Slug, row: Row) => `${under(d)}/renewal/cycles/${id(row)}/edit`,
  cycleExtension: (d: Slug, row: Row) => `${under(d)}/renewal/cycles/${id(row)}/extension`,
  cycleRenewal: (d: Slug, row: Row) => `${under(d)}/renewal/cycles/${id(row)}/renewal`,
  cycleRules: (d: Slug, row: Row) => `${under(d)}/renewal/cycles/${id(row)}/rules`,
  cycleAttestations: (d: Slug, row: Row) => `${under(d)}/renewal/cycles/${id(row)}/attestations`,
  cycleFactRemoval: (d: Slug, row: Row, fact: Row) =>
    `${under(d)}/renewal/cycles/${id(row)}/facts/${id(fact)}/removal`,
  uses: (d: Slug) => `${under(d)}/renewal/uses`,
  usesOf: (d: Slug, member: Row) => `${under(d)}/renewal/uses/${id(member)}`,
  newUse: (d: Slug, member: Row) => `${under(d)}/renewal/uses/${id(member)}/new`,
  usesCsv: (d: Slug, member: Row) => `${under(d)}/renewal/uses/${id(member)}/uses.csv`,
  takingBackOfUse: (d: Slug, member: Row, use: Row) =>
    `${under(d)}/renewal/uses/${id(member)}/${id(use)}/taking-back`,
  enrollments: (d: Slug) => `${under(d)}/pathways`,
  enrollment: (d: Slug, row: Row) => `${under(d)}/pathways/${id(row)}`,
  enrollmentEvidence: (d: Slug, row: Row) => `${under(d)}/pathways/${id(row)}/evidence`,
  training: (d: Slug) => `${under(d)}/training`,
  record: (d: Slug) => `${under(d)}/record`,
  recordCsv: (d: Slug) => `${under(d)}/record.csv`,
  recordJson: (d: Slug) => `${under(d)}/record.json`,
  recordPackage: (d: Slug) => `${under(d)}/record.package`,
  newRecordImport: (d: Slug) => `${under(d)}/record/import`,
  recordImport: (d: Slug, row: Row) => `${under(d)}/record/import/${id(row)}`,

  approvals: (d: Slug) => `${under(d)}/approvals`,
  approval: (d: Slug, row: Row) => `${under(d)}/approvals/${id(row)}`,
  reopening: (d: Slug, row: Row) => `${under(d)}/approvals/${id(row)}/reopening`,
  staff: (d: Slug) => `${under(d)}/staff`,
  staffMember: (d: Slug, row: Row) => `${under(d)}/staff/${id(row)}`,
  readiness: (d: Slug) => `${under(d)}/readiness`,
  support: (d: Slug, organization?: Row) =>
    `${under(d)}/readiness/support${organization ? `?organization=${id(organization)}` : ''}`,

  managedPathways: (d: Slug) => `${under(d)}/manage/pathways`,
  newPathway: (d: Slug) => `${under(d)}/manage/pathways/new`,
  managedPathway: (d: Slug, row: Row) => `${under(d)}/manage/pathways/${id(row)}`,
  pathwaySteps: (d: Slug, row: Row) => `${under(d)}/manage/pathways/${id(row)}/steps`,
  pathwayStep: (d: Slug, row: Row, stepKey: string) =>
    `${under(d)}/manage/pathways/${id(row)}/steps/${stepKey}`,
  pathwayPartPosition: (d: Slug, row: Row, key: string) =>
    `${under(d)}/manage/pathways/${id(row)}/parts/${key}/position`,
  pathwayAsks: (d: Slug, row: Row, stepKey: string) =>
    `${under(d)}/manage/pathways/${id(row)}/steps/${stepKey}/asks`,
  pathwayAskRemoval: (d: Slug, row: Row, stepKey: string, ask: string) =>
    `${under(d)}/manage/pathways/${id(row)}/steps/${stepKey}/asks/${ask}/removal`,
  pathwayGroups: (d: Slug, row: Row) => `${under(d)}/manage/pathways/${id(row)}/groups`,
  pathwayGroup: (d: Slug, row: Row, groupKey: string) =>
    `${under(d)}/manage/pathways/${id(row)}/groups/${groupKey}`,
  pathwayGroupRemoval: (d: Slug, row: Row, groupKey: string) =>
    `${under(d)}/manage/pathways/${id(row)}/groups/${groupKey}/removal`,
  pathwayStepRemoval: (d: Slug, row: Row, stepKey: string) =>
    `${under(d)}/manage/pathways/${id(row)}/steps/${stepKey}/removal`,
  pathwayDraft: (d: Slug, row: Row) => `${under(d)}/manage/pathways/${id(row)}/draft`,
  pathwayCopy: (d: Slug, row: Row) => `${under(d)}/manage/pathways/${id(row)}/copy`,
  pathwayPreview: (d: Slug, row: Row) => `${under(d)}/manage/pathways/${id(row)}/preview`,
  pathwaySharing: (d: Slug, row: Row) => `${under(d)}/manage/pathways/${id(row)}/sharing`,
  pathwayReaderRemoval: (d: Slug, row: Row, reader: Row) =>
    `${under(d)}/manage/pathways/${id(row)}/readers/${id(reader)}/removal`,
  pathwayCommentRemoval: (d: Slug, row: Row, comment: Row) =>
    `${under(d)}/manage/pathways/${id(row)}/comments/${id(comment)}/removal`,
  pathwayCommentSettling: (d: Slug, row: Row, comment: Row) =>
    `${under(d)}/manage/pathways/${id(row)}/comments/${id(comment)}/settling`,
  pathwayVersions: (d: Slug, row: Row) => `${under(d)}/manage/pathways/${id(row)}/versions`,
  pathwayRetirement: (d: Slug, row: Row) => `${under(d)}/manage/pathways/${id(row)}/retirement`,
  pathwayPublication: (d: Slug, row: Row) => `${under(d)}/manage/pathways/${id(row)}/publication`,
  pathwayProgress: (d: Slug, row: Row) => `${under(d)}/manage/pathways/${id(row)}/progress`,
  pathwayPeopleCsv: (d: Slug, row: Row) => `${under(d)}/manage/pathways/${id(row)}/people.csv`,
  newAssignment: (d: Slug, row: Row) => `${under(d)}/manage/pathways/${id(row)}/assignments/new`,
  assignments: (d: Slug) => `${under(d)}/manage/assignments`,
  managedEnrollments: (d: Slug) => `${under(d)}/manage/enrollments`,
  assignment: (d: Slug, row: Row) => `${under(d)}/manage/assignments/${id(row)}`,
  assignmentPeopleCsv: (d: Slug, row: Row) =>
    `${under(d)}/manage/assignments/${id(row)}/people.csv`,
  assignmentReminder: (d: Slug, row: Row) => `${under(d)}/manage/assignments/${id(row)}/reminder`,
  enrollmentRequest: (d: Slug, row: Row) => `${under(d)}/pathways/${id(row)}/request`,
  pathwayRequests: (d: Slug) => `${under(d)}/manage/requests`,
  peopleLists: (d: Slug) => `${under(d)}/manage/lists`,
  peopleList: (d: Slug, row: Row) => `${under(d)}/manage/lists/${id(row)}`,
  peopleListRemoval: (d: Slug, row: Row) => `${under(d)}/manage/lists/${id(row)}/removal`,
  assignmentEnding: (d: Slug, row: Row) => `${under(d)}/manage/assignments/${id(row)}/ending`,
  enrollmentGranting: (d: Slug, row: Row) => `${under(d)}/manage/enrollments/${id(row)}/granting`,
  assignmentEdit: (d: Slug, row: Row) => `${under(d)}/manage/assignments/${id(row)}/edit`,
  assignmentUndoing: (d: Slug, row: Row) => `${under(d)}/manage/assignments/${id(row)}/undoing`,
  mandates: (d: Slug) => `${under(d)}/manage/mandates`,
  mandateTemplates: (d: Slug) => `${under(d)}/manage/mandates/templates`,
  newMandate: (d: Slug, template?: string) =>
    `${under(d)}/manage/mandates/new${template ? `?template=${template}` : ''}`,
  mandate: (d: Slug, row: Row) => `${under(d)}/manage/mandates/${id(row)}`,
  editMandate: (d: Slug, row: Row) => `${under(d)}/manage/mandates/${id(row)}/edit`,
  mandatePeopleCsv: (d: Slug, row: Row) => `${under(d)}/manage/mandates/${id(row)}/people.csv`,
  mandateSwitchingOn: (d: Slug, row: Row) => `${under(d)}/manage/mandates/${id(row)}/switching-on`,
  mandateEnding: (d: Slug, row: Row) => `${under(d)}/manage/mandates/${id(row)}/ending`,
  mandateTopics: (d: Slug, row: Row) => `${under(d)}/manage/mandates/${id(row)}/topics`,
  mandateTopic: (d: Slug, row: Row, topic: Row) =>
    `${under(d)}/manage/mandates/${id(row)}/topics/${id(topic)}`,
  mandateTopicRemoval: (d: Slug, row: Row, topic: Row) =>
    `${under(d)}/manage/mandates/${id(row)}/topics/${id(topic)}/removal`,
  catalog: (d: Slug) => `${under(d)}/manage/catalog`,
  badgeCatalog: (d: Slug) => `${under(d)}/manage/catalog/badges`,
  priorities: (d: Slug) => `${under(d)}/manage/catalog/priorities`,
  people: (d: Slug) => `${under(d)}/manage/people`,
  newPerson: (d: Slug) => `${under(d)}/manage/people/new`,
  person: (d: Slug, row: Row) => `${under(d)}/manage/people/${id(row)}`,
  editPerson: (d: Slug, row: Row) => `${under(d)}/manage/people/${id(row)}/edit`,
  personInvitation: (d: Slug, row: Row) => `${under(d)}/manage/people/${id(row)}/invitation`,
  personLeaves: (d: Slug, row: Row) => `${under(d)}/manage/people/${id(row)}/leaves`,
  leaveTakenBack: (d: Slug, person: Row, row: Row) =>
    `${under(d)}/manage/people/${id(person)}/leaves/${id(row)}/taking-back`,
  personAffiliations: (d: Slug, row: Row) => `${under(d)}/manage/people/${id(row)}/affiliations`,
  affiliationEnding: (d: Slug, person: Row, row: Row) =>
    `${under(d)}/manage/people/${id(person)}/affiliations/${id(row)}/ending`,
  organizations: (d: Slug) => `${under(d)}/manage/organizations`,
  organization: (d: Slug, row: Row) => `${under(d)}/manage/organizations/${id(row)}`,
  rosterImports: (d: Slug) => `${under(d)}/manage/roster`,
  newRosterImport: (d: Slug) => `${under(d)}/manage/roster/new`,
  rosterImport: (d: Slug, row: Row) => `${under(d)}/manage/roster/${id(row)}`,
  rosterAdministrators: (d: Slug, row: Row) =>
    `${under(d)}/manage/roster/${id(row)}/administrators`,
  rosterRejections: (d: Slug, row: Row) => `${under(d)}/manage/roster/${id(row)}/rejected.csv`,
  managedLicenses: (d: Slug) => `${under(d)}/manage/licenses`,
  licensesBehind: (d: Slug) => `${under(d)}/manage/licenses/behind`,
  licensesBehindCsv: (d: Slug) => `${under(d)}/manage/licenses/behind.csv`,
  licensesExpiring: (d: Slug) => `${under(d)}/manage/licenses/expiring`,
  licensesExpiringCsv: (d: Slug) => `${under(d)}/manage/licenses/expiring.csv`,
  licensesLost: (d: Slug) => `${under(d)}/manage/licenses/lost`,
  licensesLostCsv: (d: Slug) => `${under(d)}/manage/licenses/lost.csv`,
  licensesSample: (d: Slug) => `${under(d)}/manage/licenses/sample`,
  licensesSampleCsv: (d: Slug) => `${under(d)}/manage/licenses/sample.csv`,
  newLicenseImport: (d: Slug) => `${under(d)}/manage/licenses/import`,
  licenseImport: (d: Slug, row: Row) => `${under(d)}/manage/licenses/import/${id(row)}`,
  licenseRejections: (d: Slug, row: Row) =>
    `${under(d)}/manage/licenses/import/${id(row)}/rejected.csv`,
  renewalPolicy: (d: Slug) => `${under(d)}/manage/renewal-policy`,
  renewalPolicyOf: (d: Slug, ruleSet: string) =>
    `${under(d)}/manage/renewal-policy/change?rules=${ruleSet}`,
  stateRows: (d: Slug) => `${under(d)}/manage/state-file`,
  newStateFile: (d: Slug, { first, last }: { first: string; last: string }) =>
    `${under(d)}/manage/state-file/new?first=${first}&last=${last}`,
  stateFiles: (d: Slug) => `${under(d)}/manage/state-file/files`,
  madeStateFile: (d: Slug, row: Row) => `${under(d)}/manage/state-file/files/${id(row)}`,
  stateFileCsv: (d: Slug, row: Row) => `${under(d)}/manage/state-file/files/${id(row)}/file.csv`,
  stateFileRefusal: (d: Slug, row: Row) => `${under(d)}/manage/state-file/files/${id(row)}/refusal`,
  retention: (d: Slug) => `${under(d)}/manage/retention`,
  retentionCsv: (d: Slug) => `${under(d)}/manage/retention/files.csv`,
  destruction: (d: Slug) => `${under(d)}/manage/retention/destruction`,
  retentionSchedule: (d: Slug) => `${under(d)}/manage/retention/schedule`,
  holds: (d: Slug) => `${under(d)}/manage/retention/holds`,
  newHold: (d: Slug, person?: Row) =>
    `${under(d)}/manage/retention/holds/new${person ? `?person=${id(person)}` : ''}`,
  hold: (d: Slug, row: Row) => `${under(d)}/manage/retention/holds/${id(row)}`,
  yardsticks: (d: Slug) => `${under(d)}/manage/settings/yardsticks`,
  settings: (d: Slug) => `${under(d)}/manage/settings`,
  outbox: (d: Slug) => `${under(d)}/manage/outbox`,
  state: (code: string) => `/s/${code.toLowerCase()}`,
  stateFile: (code: string) => `/s/${code.toLowerCase()}/districts.csv`,
  publicReport: (d: Slug) => `/public/${slug(d)}/report`,
  seenByState: (d: Slug) => `${under(d)}/report/state`,
  report: (d: Slug) => `${under(d)}/report`,
  reportFile: (d: Slug, kind: ReportFile) => `${under(d)}/report.${kind}`,
  savedReports: (d: Slug) => `${under(d)}/report/saved`,
  saveReport: (d: Slug) => `${under(d)}/report/saved/new`,
  reportAsSaved: (d: Slug, saved: SavedAddress) => `${under(d)}/report?${savedQuery(saved)}`,
  savedReport: (d: Slug, row: Row) => `${under(d)}/report/saved/${id(row)}`,
  reportDelivery: (d: Slug, row: Row) => `${under(d)}/report/saved/${id(row)}/delivery`,
  savedReportRemoval: (d: Slug, row: Row) => `${under(d)}/report/saved/${id(row)}/removal`,
  reportEducators: (d: Slug) => `${under(d)}/report/educators`,
  reportEducatorsCsv: (d: Slug) => `${under(d)}/report/educators.csv`,
  reportCredit: (d: Slug) => `${under(d)}/report/credit`,
  reportCreditCsv: (d: Slug) => `${under(d)}/report/credit.csv`,
  reportGoals: (d: Slug) => `${under(d)}/report/goals`,
  reportGoalsCsv: (d: Slug) => `${under(d)}/report/goals.csv`,
  reportBadges: (d: Slug) => `${under(d)}/report/badges`,
  reportBadgesCsv: (d: Slug) => `${under(d)}/report/badges.csv`,
  reportDecisions: (d: Slug) => `${under(d)}/report/decisions`,
  reportDecisionsCsv: (d: Slug) => `${under(d)}/report/decisions.csv`,
  reportQuality: (d: Slug) => `${under(d)}/report/quality`,
  snapshots: (d: Slug) => `${under(d)}/report/snapshots`,
  snapshot: (d: Slug, row: Row) => `${under(d)}/report/snapshots/${id(row)}`,
  snapshotPublication: (d: Slug, row: Row) => `${under(d)}/report/snapshots/${id(row)}/publication`,
  snapshotText: (d: Slug, row: Row) => `${under(d)}/report/snapshots/${id(row)}/report.json`,
  snapshotFile: (d: Slug, row: Row, kind: ReportFile) =>
    `${under(d)}/report/snapshots/${id(row)}/figures.${kind}`,
}

/** The paths that take a file, and how many bytes at most: what the host lets through. */
export function uploadLimit(path: string): number | null {
  const clean = path.replace(/\.data$/, '')
  if (/^\/d\/[^/]+\/manage\/roster\/new$/.test(clean)) return ROSTER_BYTES
  if (/^\/d\/[^/]+\/manage\/licenses\/import$/.test(clean)) return LICENSE_BYTES
  if (/^\/d\/[^/]+\/record\/import$/.test(clean)) return PACKAGE_BYTES
  return EVIDENCE_PATHS.some((pattern) => pattern.test(clean)) ? EVIDENCE_BYTES : null
}

const ROSTER_BYTES = 64 * 1024 * 1024
const LICENSE_BYTES = 6 * 1024 * 1024
const PACKAGE_BYTES = 256 * 1024 * 1024 + 1024 * 1024
const EVIDENCE_BYTES = 3 * 25 * 1024 * 1024 + 1024 * 1024
const EVIDENCE_PATHS = [
  /^\/d\/[^/]+\/activities\/(new|[^/]+\/edit)$/,
  /^\/d\/[^/]+\/(courses|badges)\/(new|[^/]+\/edit)$/,
  /^\/d\/[^/]+\/goals\/[^/]+\/check-ins$/,
  /^\/d\/[^/]+\/pathways\/[^/]+\/evidence$/,
]

/** A path of ours to go to after signing in; anything else becomes the start. */
export function safeReturn(to: string | null) {
  return to !== null && /^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(to) ? to : '/'
}
