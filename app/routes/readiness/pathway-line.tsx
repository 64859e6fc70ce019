import type { PathwayReadiness } from '~/domain/readiness/queries.server'
import { EXPIRING_DAYS, PEOPLE_STATES, type PeopleState } from '~/domain/readiness/readiness'
import { useListUrl } from '~/parts/list-url'
import { ReadinessBar } from '~/parts/readiness-bar'
import { TextLink } from '~/ui/link'

const STATES = ['assigned', 'engaged', 'demonstrated', 'current'] as const

/** One pathway: four counts over the denominator, a thin bar, and what would help most. */
export function PathwayLine({ row, seesPeople }: { row: PathwayReadiness; seesPeople: boolean }) {
  return (
    <li className="border-b border-line py-6 print:break-inside-avoid">
      <h2 className="font-serif text-lg font-semibold">{row.title}</h2>
      <p className="mt-1 max-w-line">{row.help}</p>
      <dl className="my-4 grid max-w-narrow grid-cols-2 gap-x-6 gap-y-3 sm:max-w-form sm:grid-cols-4">
        {STATES.map((state) => (
          <div key={state} className="flex flex-col">
            <dt className="order-2 text-sm text-ink-quiet">{PEOPLE_STATES[state]}</dt>
            <dd className="order-1 text-xl font-semibold tabular-nums">
              {seesPeople ? (
                <PeopleLink pathwayId={row.id} state={state}>
                  {row[state].toLocaleString('en-US')}
                </PeopleLink>
              ) : (
                row[state].toLocaleString('en-US')
              )}
              <span className="text-sm font-normal text-ink-quiet">
                {' '}
                of {row.audience.toLocaleString('en-US')}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <ReadinessBar
        label={row.title}
        size="thin"
        counts={row}
        note={
          row.expiring > 0 &&
          `${row.expiring.toLocaleString('en-US')} of those who are current will not be in ${EXPIRING_DAYS} days.`
        }
      />
    </li>
  )
}

function PeopleLink(props: { pathwayId: string; state: PeopleState; children: string }) {
  const url = useListUrl()
  return (
    <TextLink href={`${url({ pathway: props.pathwayId, state: props.state })}#people`} tone="ink">
      {props.children}
    </TextLink>
  )
}
