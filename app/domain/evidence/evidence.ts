import type { Strength } from '#db/words'

/** How strong a proof is, in words; nothing typed looks like something verified. */
export const STRENGTHS: Record<Strength, string> = {
  self_reported: 'Self-reported',
  document: 'Document',
  attendance_code: 'Attendance code',
  roster_confirmed: 'Roster-confirmed',
  signed_by_provider: 'Signed by the provider',
}

const ORDER = Object.keys(STRENGTHS) as Strength[]

/** A value for each strength of proof. */
export const byStrength = <T>(of: (strength: Strength) => T) =>
  Object.fromEntries(ORDER.map((strength) => [strength, of(strength)])) as Record<Strength, T>

/** Whether a proof is as strong as is asked for. */
export const isAsStrong = (strength: Strength, asked: Strength) =>
  ORDER.indexOf(strength) >= ORDER.indexOf(asked)

/** The weakest of several proofs; `self_reported` when there is none. */
export const weakest = (strengths: Strength[]): Strength =>
  ORDER[strengths.length === 0 ? 0 : Math.min(...strengths.map((it) => ORDER.indexOf(it)))]!

/** The strongest of several proofs; `self_reported` when there is none. */
export function strongest(strengths: Strength[]): Strength {
  return ORDER[Math.max(0, ...strengths.map((strength) => ORDER.indexOf(strength)))]!
}

/** What an evidence row belongs to. */
export type EvidenceSubject =
  | { activityId: string }
  | { completionId: string }
  | { awardId: string }
  | { goalId: string }
  | { enrollmentId: string; stepKey: string }
