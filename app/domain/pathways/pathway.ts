import type { AssignmentKind, PathwayStatus } from '#db/words'
import { type Part, requiredOf, type Terms } from './path'

export type { StepKind } from '#db/words'

/** How binding an assignment is; offered ones are joined by choice. */
export const ASSIGNMENT_KINDS: Record<AssignmentKind, { name: string; hint: string }> = {
  mandated: { name: 'Mandated', hint: 'Everybody in the audience has to complete it.' },
  recommended: { name: 'Recommended', hint: 'Everybody gets it; it is not required.' },
  offered: { name: 'Offered', hint: 'Nobody is enrolled; whoever wants it joins.' },
}

export const PATHWAY_STATUSES: Record<PathwayStatus, string> = {
  draft: 'Draft',
  published: 'Published',
  retired: 'Retired',
}

export const MAX_STEPS = 30
export const MAX_TITLE_LENGTH = 200
export const MAX_DESCRIPTION_LENGTH = 2000
export const MAX_EVIDENCE_LENGTH = 5000
export const MAX_VALID_MONTHS = 120
export const MAX_WEIGHT = 10
export const MAX_ALLOWED_DAYS = 365
export const MAX_ASKS = 5
export const MAX_GROUPS = 10

/** `All 4 steps`, `Any 2 of 4 steps`. */
export function requirementInWords(requiredSteps: number | null, there: number, what = 'step') {
  const required = requiredOf(requiredSteps, there)
  if (there === 1) return `One ${what}`
  if (there === 2 && required === 2) return `Both ${what}s`
  if (required === there) return `All ${there} ${what}s`
  return required === 1 ? `One of ${there} ${what}s` : `Any ${required} of ${there} ${what}s`
}

/** How much of a path is asked for, and in which order: `All 3 parts, one after the other`. */
export function termsInWords({
  requiredSteps,
  ordered,
  parts,
}: Terms & { parts: Part<unknown, object>[] }) {
  const what = parts.some((part) => 'steps' in part) ? 'part' : 'step'
  const asked = requirementInWords(requiredSteps, parts.length, what)
  if (parts.length < 2) return asked
  return `${asked}, ${ordered ? 'one after the other' : 'in any order'}`
}

/** How much of a group is asked for, and in which order. */
export function groupInWords({ requiredSteps, ordered }: Terms, steps: number) {
  const asked = requirementInWords(requiredSteps, steps)
  return ordered && steps > 1 ? `${asked}, one after the other` : asked
}
