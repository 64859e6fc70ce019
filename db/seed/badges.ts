import { type Day, dayOf } from './day'
import { recordEvent } from './event'
import { type Proof, prove } from './evidence'
import { review, type Turn } from './reviewing'
import { organizationOn, type Stage } from './stage'

type Earned = {
  id: string
  memberId: string
  achievementId?: string
  title: string
  issuer: string
  awardedOn: Day
  expiresOn?: Day
  url?: string
  proof?: Proof
}

const VERIFICATION = {
  waiting: 'not_verified',
  approved: 'verified_by_person',
  returned: 'not_verified',
  denied: 'refused',
  withdrawn: 'withdrawn',
} as const

/** Adds a badge from elsewhere, and what became of it. */
export function earn(stage: Stage, award: Earned, turns: Turn[]) {
  const { proof, ...given } = award
  const { id, memberId } = given
  const organizationId = organizationOn(stage, memberId, given.awardedOn)
  const createdAt = new Date(turns[0]!.at.getTime() - 60_000)
  if (proof) prove(stage, { awardId: id }, proof, memberId, createdAt)
  recordEvent(stage, 'award.recorded', id, memberId, createdAt)
  const status = review(stage, { id, kind: 'award', memberId, organizationId }, turns)
  stage.rows.awards.push({
    ...given,
    organizationId,
    verification: VERIFICATION[status!],
    decidedOn: status === 'waiting' || status === 'returned' ? null : dayOf(turns.at(-1)!.at),
    createdAt,
  })
}
