import { creditWords } from '../rule-sets/credits'
import {
  COURSE_LEVELS,
  type CourseLevel,
  PROOFS,
  type Proof,
  PROVIDER_KINDS,
  type ProviderKind,
} from './claim'
import type { Claim } from './queries.server'

/**
 * What is claimed of something, in terms and words, for its owner and for whoever decides on it. The
 * categories are left out: they say for which license it is.
 */
export function claimWords(claim: Claim | null): { term: string; text: string }[] {
  if (!claim) return []
  const { topic, credit, amountThousandths, courseLevel, providerKind, proof } = claim
  const level = courseLevel && (COURSE_LEVELS[courseLevel as CourseLevel] ?? courseLevel)
  const amount = credit && creditWords((amountThousandths ?? 0) / 1000, credit)
  const given = (term: string, text: string | null | undefined) => (text ? [{ term, text }] : [])
  return [
    ...given('Topic', topic),
    ...given('Credit claimed', amount && [amount, level].filter(Boolean).join(', ')),
    ...given('Kind of provider', PROVIDER_KINDS[providerKind as ProviderKind] ?? providerKind),
    ...given('Shown by', PROOFS[proof as Proof] ?? proof),
  ]
}

/** What shows that something was learned, for somebody else to read. */
const SHOWN_BY: Record<Proof, string> = {
  certificate: 'Certificate',
  transcript: 'Transcript',
  assessment_result: 'Assessment passed',
  product: 'Product',
  supervisor_attestation: 'Supervisor attestation',
  open_badge: 'Badge',
  attendance_log: 'Attendance record',
}

/**
 * What is said to show something, for somebody else to read.
 *
 * @param isBacked whether evidence is attached to it; else nobody but its educator has seen it
 */
export function proofWords(proof: string, isBacked: boolean) {
  const words = SHOWN_BY[proof as Proof] ?? proof
  return isBacked ? words : `${words}, as the educator says`
}
