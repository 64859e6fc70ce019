import type { EnrolledPage } from '~/domain/pathways/enrolled.server'
import { anyOf } from '~/domain/people/name'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { Disclosure } from '~/ui/disclosure'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'

type Place = EnrolledPage['blocked'][number]
const SHOWN = 6

/** Who cannot go on before one of us decides: where, since when, and who decides. */
export function BlockedByUs({ page }: { page: Pick<EnrolledPage, 'blocked' | 'counts' | 'may'> }) {
  const { blocked, counts, may } = page
  const url = useListUrl()
  const { today } = useDistrict()
  const [oldest] = blocked
  if (!oldest) return null
  return (
    <Section
      title="Waiting for us"
      action={<TextLink href={`${url({ state: 'waiting' })}#people`}>Who they are</TextLink>}
    >
      <p className="mb-4 max-w-line">
        {counted(counts.waiting, 'person has sent', 'people have sent')} something that waits for a
        decision and would count for a step; the oldest since{' '}
        <Day value={oldest.since} today={today} />. Until then they get no reminder and no notice.
      </p>
      <Places places={blocked.slice(0, SHOWN)} opensQueue={may.decide} />
      {blocked.length > SHOWN && (
        <div className="mt-3">
          <Disclosure summary={`${counted(blocked.length - SHOWN, 'more place', 'more places')}`}>
            <Places places={blocked.slice(SHOWN)} opensQueue={may.decide} />
          </Disclosure>
        </div>
      )}
    </Section>
  )
}

function Places({ places, opensQueue }: { places: Place[]; opensQueue: boolean }) {
  const { district, today } = useDistrict()
  return (
    <ul className="max-w-line divide-y divide-line border-y border-line">
      {places.map((place) => (
        <li key={place.organizationId} className="py-3 print:break-inside-avoid">
          <p className="flex flex-wrap justify-between gap-x-4">
            <span className="font-semibold">{place.organization}</span>
            {opensQueue && (
              <TextLink
                href={`${paths.approvals(district)}?whose=all&organization=${place.organizationId}`}
                aria-label={`Decide on what waits at ${place.organization}`}
              >
                Decide
              </TextLink>
            )}
          </p>
          <p className="text-ink-quiet">
            {counted(place.people, 'person', 'people')}, waiting for {anyOf(place.reviewers)} since{' '}
            <Day value={place.since} today={today} />, to be decided by{' '}
            <Day value={place.dueOn} today={today} />.
          </p>
        </li>
      ))}
    </ul>
  )
}
