import type { Strength } from '#db/words'
import type { Day } from '../calendar'
import type { Claim } from '../claims/queries.server'

/** What was said of something with regard to license renewal, as it travels. */
export type CarriedClaim = Omit<Claim, 'id' | 'activityId' | 'completionId' | 'awardId'>

/** Something that was earned in another district. */
export type BroughtRow = {
  /** The id it had there. */
  id: string
  kind: 'activity' | 'completion' | 'award'
  from: { slug: string; name: string }
  organization: string | null
  title: string
  activityKind: string | null
  startedOn: Day
  endedOn: Day
  minutes: number | null
  countedMinutes: number
  provider: string | null
  sponsorNumber: string | null
  location: string | null
  reflection: string | null
  expiresOn: Day | null
  url: string | null
  standing: 'approved' | 'waiting' | 'returned'
  strength: Strength
  hasEvidence: boolean
  decidedBy: string | null
  decidedOn: Day | null
  claim: CarriedClaim | null
}

/** What stands beside everything that was earned elsewhere: nobody here can vouch for it. */
export const broughtWords = (from: string) => `Brought from ${from}, not signed`

type Standing = Pick<BroughtRow, 'standing' | 'from' | 'decidedBy'>

/** Where it stands, as far as the other district has said. */
export function standingInWords({ standing, from, decidedBy }: Standing) {
  if (standing === 'approved') {
    return decidedBy ? `Approved by ${decidedBy}, ${from.name}` : `Approved at ${from.name}`
  }
  return standing === 'waiting'
    ? `Nobody at ${from.name} had decided yet`
    : `${from.name} had returned it with a question`
}
