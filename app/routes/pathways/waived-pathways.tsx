import type { Waived } from '~/domain/pathways/requests.server'
import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'
import { Section } from '~/ui/section'

/** What somebody was let off: by whom, why, and until when. */
export function WaivedPathways({ pathways }: { pathways: Waived[] }) {
  const { today } = useDistrict()
  return (
    <Section title="Not needed" lead="You were let off these. What you did stays in your record.">
      <ul className="max-w-line divide-y divide-line border-y border-line">
        {pathways.map((pathway) => (
          <li key={pathway.id} className="space-y-1 py-3">
            <p className="font-semibold">{pathway.title}</p>
            <p>“{pathway.reason}”</p>
            <p className="text-sm text-ink-quiet">
              Granted by {pathway.decidedBy}
              {pathway.decidedOn && (
                <>
                  {' '}
                  on <Day value={pathway.decidedOn} today={today} />
                </>
              )}
              {pathway.until ? (
                <>
                  , until <Day value={pathway.until} today={today} />
                </>
              ) : (
                ', for good'
              )}
              {pathway.answer && <>: “{pathway.answer}”</>}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
