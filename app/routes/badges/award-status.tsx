import type { Verification } from '~/domain/badges/award'
import { validityInWords } from '~/domain/badges/award'
import type { Standing } from '~/domain/reviews/standing.server'
import { useDistrict } from '~/parts/district-context'
import { anyOf } from '~/domain/people/name'
import { Day } from '~/ui/day-text'
import { Status } from '~/ui/status'

type Award = Standing & {
  verification: Verification
  expiresOn: string | null
  /** Whose it is, where somebody else reads it. */
  owner?: string
}

/** Whether somebody has checked a badge, and who; and what is to be said about its end. */
export function AwardStatus(award: Award) {
  const { today } = useDistrict()
  const stands =
    award.verification === 'verified_by_person' || award.verification === 'not_verified'
  const validity = stands ? validityInWords(award, today) : null
  return (
    <span className="inline-flex flex-wrap gap-2">
      <VerificationStatus {...award} />
      {validity && (
        <Status tone={validity === 'Expired' ? 'bad' : 'warn'} icon="clock">
          {validity}
        </Status>
      )}
    </span>
  )
}

function VerificationStatus({ verification, waiting, decision, owner }: Award) {
  if (verification === 'verified_by_person') {
    return (
      <Status tone="good">
        <Decided word="Verified" decision={decision?.status === 'approved' ? decision : null} />
      </Status>
    )
  }
  if (verification === 'refused') {
    return (
      <Status tone="bad">
        <Decided word="Refused" decision={decision?.status === 'denied' ? decision : null} />
      </Status>
    )
  }
  if (verification === 'withdrawn') return <Status icon="return">Taken back</Status>
  if (waiting) {
    return (
      <Status tone="warn">{`Not verified yet: waiting for ${anyOf(waiting.reviewers)}`}</Status>
    )
  }
  return (
    <Status tone="next" icon="return">
      {`Not verified: waiting for ${owner ?? 'you'}${decision?.status === 'returned' ? `, ${decision.by} has a question` : ''}`}
    </Status>
  )
}

function Decided({ word, decision }: { word: string; decision: Standing['decision'] }) {
  const { today } = useDistrict()
  return (
    <span>
      {word}
      {decision && (
        <>
          {` by ${decision.by} · `}
          <Day value={decision.on} today={today} short />
        </>
      )}
    </span>
  )
}
