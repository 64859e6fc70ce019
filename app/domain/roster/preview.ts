import type { CheckResult } from './check.server'
import type { Version } from './columns/table-name'
import type { RosterOutcome } from './outcome'
import type { RosterPlan } from './plan.server'
import type { Roster, RosterMode, RosterQuestion, RosterWarning } from './roster'
import type { CheckFinding } from './strict/finding'

/** How many findings of a strict check, and how many warnings, are kept to be shown. */
export const SHOWN_FINDINGS = 200

/** What the page of an import shows beside what it changes. */
export type RosterPreview = RosterOutcome & {
  version: Version
  mode: RosterMode
  skipped: { students: number; parents: number; others: number }
  questions: RosterQuestion[]
  warnings: RosterWarning[]
  warningCount: number
  rejectedCount: number
  check: { valid: boolean; errorCount: number; errors: CheckFinding[] }
  /** How many enrollments were opened, once it is applied. */
  enrolled: number
}

/** What is shown of a roster and of what applying it would change. */
export function previewOf(
  roster: Roster,
  plan: RosterPlan,
  check: RosterPreview['check'],
): RosterPreview {
  const warnings = [...roster.warnings, ...plan.warnings]
  return {
    organizations: plan.organizations,
    members: plan.members,
    affiliations: plan.affiliations,
    changes: plan.changes,
    stop: plan.stop,
    emailMatches: plan.emailMatches,
    version: roster.version,
    mode: roster.mode,
    skipped: roster.skipped,
    questions: roster.questions,
    warnings: warnings.slice(0, SHOWN_FINDINGS),
    warningCount: warnings.length,
    rejectedCount: roster.rejected.length + plan.rejected.length,
    check,
    enrolled: 0,
  }
}

/** What is shown of a strict check. */
export const checkOf = ({ valid, errorCount, errors }: CheckResult): RosterPreview['check'] => ({
  valid,
  errorCount,
  errors: errors.slice(0, SHOWN_FINDINGS),
})
