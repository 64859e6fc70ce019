import type { Strength } from '../../words'
import { PROOF_PAGES } from '../repertoire'
import type { Ground } from './ground'

type Subject =
  | { activityId: string }
  | { completionId: string }
  | { awardId: string }
  | { goalId: string }
  | { enrollmentId: string; stepKey: string }

/** Adds a link to something, and says how strong that makes it. */
export function proveByLink(
  { rows, chance, newId }: Ground,
  subject: Subject & { memberId: string },
  createdAt: Date,
  id = newId(),
): Strength {
  const content = chance.pick(PROOF_PAGES)
  rows.evidence.push({
    id,
    ...subject,
    kind: 'link',
    name: new URL(content).host,
    content,
    strength: 'document',
    mayShowStudents: false,
    createdAt,
  })
  return 'document'
}

/** Like `proveByLink` for so many of a hundred; the others only say it. */
export function proveSometimes(
  ground: Ground,
  subject: Subject & { memberId: string },
  createdAt: Date,
  share: number,
): Strength {
  return ground.chance.happens(share) ? proveByLink(ground, subject, createdAt) : 'self_reported'
}
