import { type Outcome, OUTCOMES, WHY_NOT } from '~/domain/reminders/reminder'
import type { ReminderPreview } from '~/domain/reminders/reminding.server'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { FilterChips } from '~/ui/filter-chips'
import { Pagination } from '~/ui/pagination'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'

/** Who gets the letter and who does not, each with the reason. */
export function ReminderOutcomes(props: { preview: ReminderPreview; shown: Outcome }) {
  const { preview, shown } = props
  const { counts, people } = preview
  const { today } = useDistrict()
  const url = useListUrl()
  const outcomes = (Object.keys(OUTCOMES) as Outcome[]).filter(
    (outcome) => counts[outcome] > 0 || outcome === shown,
  )
  return (
    <Section title="Who gets it, and who does not" id="people">
      <div className="mb-4">
        <FilterChips
          label="What becomes of them"
          chips={outcomes.map((outcome) => ({
            label: OUTCOMES[outcome],
            count: counts[outcome],
            active: outcome === shown,
            href: `${url({ show: outcome === shown ? null : outcome })}#people`,
          }))}
        />
      </div>
      {shown !== 'written' && (
        <p className="mb-4 max-w-line">They get no letter. {WHY_NOT[shown]}</p>
      )}
      {people.total === 0 ? (
        <p className="text-ink-quiet">Nobody.</p>
      ) : (
        <Table
          caption={counted(people.total, 'person', 'people')}
          dense
          rows={people.rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', head: 'Name', rowHead: true, cell: ({ name }) => name },
            {
              key: 'email',
              head: 'Email',
              cell: ({ email }) => <span className="wrap-anywhere">{email || '–'}</span>,
            },
            {
              key: 'due',
              head: 'Due',
              cell: ({ dueOn }) => (dueOn ? <Day value={dueOn} today={today} short /> : '–'),
            },
            {
              key: 'reminded',
              head: 'Reminded',
              cell: ({ remindedOn }) =>
                remindedOn ? <Day value={remindedOn} today={today} short /> : '–',
            },
          ]}
        />
      )}
      <Pagination
        page={people.page}
        pageCount={people.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </Section>
  )
}
