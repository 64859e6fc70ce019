import type { Cadence } from '~/domain/mandates/cadence'
import { exampleDates } from '~/domain/mandates/examples'
import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'
import { Section } from '~/ui/section'

type Dates = ReturnType<typeof exampleDates>['there']

/** The next due dates, reckoned for somebody who is there and somebody who is hired today. */
export function ExampleDates({ mandate }: { mandate: Cadence }) {
  const { today } = useDistrict()
  const { there, hired } = exampleDates(mandate, today)
  return (
    <Section title="When they would be due">
      <div className="grid gap-8 sm:grid-cols-2">
        <Example who="Somebody who has been here for long" dates={there} />
        <Example who="Somebody hired today" dates={hired} />
      </div>
    </Section>
  )
}

function Example({ who, dates }: { who: string; dates: Dates }) {
  const { today } = useDistrict()
  return (
    <div>
      <h3 className="font-semibold">{who}</h3>
      <ol className="mt-2 divide-y divide-line border-y border-line">
        {dates.map(({ dueOn, opensOn }) => (
          <li key={dueOn} className="flex flex-wrap justify-between gap-x-4 py-2">
            <Day value={dueOn} today={today} />
            <span className="text-sm text-ink-quiet">
              counts from <Day value={opensOn} today={today} short />
            </span>
          </li>
        ))}
      </ol>
      {dates.length > 1 && (
        <p className="mt-2 text-sm text-ink-quiet">Taken each time on the day it is due.</p>
      )}
    </div>
  )
}
