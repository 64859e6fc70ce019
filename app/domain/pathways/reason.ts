import type { AssignmentKind, GradeBand, Role } from '#db/words'
import type { Day } from '../calendar'
import { AUDIENCE_ROLES, type AudienceRole, GRADE_BANDS } from './pathway'

/** To whom an assignment goes. */
export type AudienceRule = {
  organizationId: string
  role: Role | null
  gradeBand: GradeBand | null
  /** The first day of employment that fits. */
  hiredAfter: Day | null
}

type Audience = Omit<AudienceRule, 'organizationId'> & { organization: string }

/** `all educators of the middle schools of Northside hired since 2026-03-01`. */
export function audienceInWords(audience: Audience, formatDay: (day: Day) => string) {
  const who = audience.role
    ? `all ${AUDIENCE_ROLES[audience.role as AudienceRole] ?? audience.role}`
    : 'everybody'
  const where = audience.gradeBand
    ? `of the ${GRADE_BANDS[audience.gradeBand]} of ${audience.organization}`
    : `of ${audience.organization}`
  const since = audience.hiredAfter ? ` hired since ${formatDay(audience.hiredAfter)}` : ''
  return `${who} ${where}${since}`
}

const VERBS: Record<AssignmentKind, string> = {
  mandated: 'assigned',
  recommended: 'recommended',
  offered: 'offered',
}

export type Reason = {
  enrolledOn: Day
  assignment: (Audience & { kind: AssignmentKind; by: string; madeOn: Day }) | null
}

/** Why somebody has a pathway, in one sentence. */
export function reasonInWords({ enrolledOn, assignment }: Reason, formatDay: (day: Day) => string) {
  if (!assignment) return `You joined it yourself on ${formatDay(enrolledOn)}.`
  const { kind, by, madeOn } = assignment
  const given = `${by} ${VERBS[kind]} it to ${audienceInWords(assignment, formatDay)}`
  if (kind === 'offered') return `You joined it on ${formatDay(enrolledOn)}; ${given}.`
  return `You have this because ${given} on ${formatDay(madeOn)}.`
}
