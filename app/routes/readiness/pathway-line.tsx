import type { PathwayReadiness } from '~/domain/readiness/queries.server'
import {
  EXPIRING_DAYS,
  type Newcomers,
  PEOPLE_STATES,
  type PeopleState,
} from '~/domain/readiness/readiness'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { ReadinessBar } from '~/parts/readiness-bar'
import { TextLink } from '~/ui/link'

const STATES = ['assigned', 'engaged', 'demonstrated', 'current'] as const

/** One pathway: four counts over the denominator, a thin bar, and what would help most. */
export function PathwayLine({ row, seesPeople }: { row: PathwayReadiness; seesPeople: boolean }) {
  const url = useListUrl()
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
      <ul className="mt-2 max-w-line space-y-1 text-sm text-ink-quiet">
        {row.newcomers.audience > 0 && <li>{newcomersInWords(row.newcomers)}</li>}
        {row.onLeave > 0 && (
          <li>{`${counted(row.onLeave, 'person is', 'people are')} on leave and in none of these counts.`}</li>
        )}
      </ul>
      <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm print:hidden">
        {seesPeople && row.notBegun > 0 && (
          <TextLink href={`${url({ pathway: row.id, state: 'not_engaged', hired: null })}#people`}>
            Who has not begun
          </TextLink>
        )}
        {seesPeople && row.newcomers.audience > 0 && (
          <TextLink
            href={`${url({ pathway: row.id, state: 'not_engaged', hired: 'after' })}#people`}
          >
            Newcomers who have not begun
          </TextLink>
        )}
        {seesPeople && row.expiring > 0 && (
          <TextLink href={`${url({ pathway: row.id, state: 'expiring', hired: null })}#people`}>
            Who is expiring
          </TextLink>
        )}
        <TextLink href={`${url({ pathway: row.id, state: null, hired: null })}#trend`}>
          Term by term
        </TextLink>
      </p>
    </li>
  )
}

const number = (value: number) => value.toLocaleString('en-US')

const newcomersInWords = ({ audience, engaged, demonstrated, current }: Newcomers) =>
  `Of these, ${counted(audience, 'was', 'were')} hired after it was assigned: ${number(engaged)} engaged, ${number(demonstrated)} demonstrated, ${number(current)} current.`

function PeopleLink(props: { pathwayId: string; state: PeopleState; children: string }) {
  const url = useListUrl()
  return (
    <TextLink
      href={`${url({ pathway: props.pathwayId, state: props.state, hired: null })}#people`}
      tone="ink"
    >
      {props.children}
    </TextLink>
  )
}
