import type { AssignmentKind, PathwayStatus, StepKind } from '#db/words'
import { competencyName } from '../frameworks/competency'

export type { StepKind } from '#db/words'

/** What a step can ask for, with the words people use. */
export const STEP_KINDS: Record<StepKind, { name: string; adding: string }> = {
  course: { name: 'Course', adding: 'A course to complete' },
  activity_minutes: { name: 'Hours', adding: 'Hours on a competency' },
  badge: { name: 'Badge', adding: 'A badge to earn' },
  evidence: { name: 'Evidence', adding: 'Evidence to show' },
}

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
export const MAX_STEP_MINUTES = 500 * 60

/** How many steps are asked for, of so many there are; an empty number means all. */
export const requiredOf = (requiredSteps: number | null, steps: number) =>
  requiredSteps === null ? steps : Math.min(requiredSteps, steps)

/** `All 4 steps`, `2 of 4 steps`. */
export function requirementInWords(requiredSteps: number | null, steps: number) {
  const required = requiredOf(requiredSteps, steps)
  if (steps === 1) return 'One step'
  if (steps === 2 && required === 2) return 'Both steps'
  return required === steps ? `All ${steps} steps` : `Any ${required} of ${steps} steps`
}

type Asked = {
  kind: StepKind
  minutes: number | null
  competency: string | null
  course?: string | null
  achievement?: string | null
}

/** What a step asks for, in words: `Complete “Privacy basics”`. */
export function stepInWords(step: Asked) {
  if (step.kind === 'course') return `Complete “${step.course ?? 'a course'}”`
  if (step.kind === 'badge') return `Earn “${step.achievement ?? 'a badge'}”`
  if (step.kind === 'evidence') return 'Show evidence; a reviewer looks at it'
  return `${hoursInWords(step.minutes ?? 0)} of activities on ${competencyName(step.competency ?? '')}`
}

function hoursInWords(minutes: number) {
  if (minutes === 60) return '1 hour'
  return minutes % 15 === 0 ? `${minutes / 60} hours` : `${minutes} minutes`
}
