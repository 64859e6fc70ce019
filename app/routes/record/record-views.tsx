import type { ListView, RecordView } from '~/domain/record/record.server'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { Section } from '~/ui/section'

/** Who opened the record of the person who reads this, by day. */
export function RecordViews(props: { views: RecordView[]; listViews: ListView[] }) {
  const { views, listViews } = props
  const { today } = useDistrict()
  return (
    <div className="mt-12 print:hidden">
      <Section
        title="Who opened my record"
        lead="Each person once a day, for all of it or for one entry; whoever decides on what you sent is named with the decision. Your principal, the administrators and the auditors of the district can."
      >
        {views.length > 0 ? (
          <ul className="max-w-form divide-y divide-line border-y border-line">
            {views.map(({ id, viewer, on }) => (
              <li key={id} className="flex justify-between gap-4 py-2">
                <span>{viewer}</span>
                <span className="text-ink-quiet">
                  <Day value={on} today={today} />
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-ink-quiet">Nobody but you.</p>
        )}
        <ListViews views={listViews} />
      </Section>
    </div>
  )
}

/** Who saw them by name among others: in a list behind the report, or in a file of many people. */
function ListViews({ views }: { views: ListView[] }) {
  const { today } = useDistrict()
  if (views.length === 0) return null
  return (
    <div className="mt-4 max-w-form">
      <p className="text-ink-quiet">
        In lists, among others: those behind the report, or a file about a pathway, a required
        training, renewals or evidence, or for the state.
      </p>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {views.map(({ id, viewer, days, lastOn }) => (
          <li key={id} className="flex justify-between gap-4 py-2">
            <span>{viewer}</span>
            <span className="text-ink-quiet">
              {counted(days, 'day', 'days')}, last <Day value={lastOn} today={today} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
