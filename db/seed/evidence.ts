import type { Strength } from '../words'
import type { Stage } from './stage'

type Subject =
  | { activityId: string }
  | { completionId: string }
  | { awardId: string }
  | { goalId: string }
  | { enrollmentId: string; stepKey: string }

export type Proof =
  | { kind: 'link'; id: string; url: string }
  | { kind: 'text'; id: string; name: string; content: string }
  | ({ kind: 'file' } & PlacedFile)

/** A file that stands in the storage already. */
export type PlacedFile = {
  id: string
  name: string
  mediaType: string
  bytes: number
  sha256: string
}

/** Adds evidence to something, and says how strong it is. */
export function prove(
  stage: Stage,
  subject: Subject,
  proof: Proof,
  memberId: string,
  createdAt: Date,
): Strength {
  const strength = proof.kind === 'text' ? 'self_reported' : 'document'
  const { kind, id, ...given } = proof
  const shown =
    proof.kind === 'link' ? { name: new URL(proof.url).host, content: proof.url } : given
  stage.rows.evidence.push({
    id,
    ...subject,
    memberId,
    kind,
    name: '',
    ...shown,
    strength,
    mayShowStudents: false,
    createdAt,
  })
  return strength
}
