import type { ReadinessPeople } from '~/domain/readiness/people.server'
import { PEOPLE_STATES, type PeopleState } from '~/domain/readiness/readiness'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { stepWords } from '~/ui/cairn'
import { Day } from '~/ui/day-text'
import { FilterChips } from '~/ui/filter-chips'
import { TextLink } from '~/ui/link'
import { Pagination } from '~/ui/pagination'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'

type Person = ReadinessPeople['people']['rows'][number]

/** The people behind one count, by name: whom to help, not whom to rank. */
export function PeopleSection({ found }: { found: ReadinessPeople }) {
  const { district, today } = useDistrict()
  const { pathway, state, isNew, asOf, people } = found
  const url = useListUrl()
  return (
    <div className="mt-12">
      <Section title={pathway.title} id="people" lead="By name, in no other order.">
        <div className="mb-4 space-y-2">
          {isNew && (
            <FilterChips
              label="Hired"
              chips={[
                {
                  label: 'After it was assigned',
                  active: true,
                  href: `${url({ hired: null })}#people`,
                },
              ]}
            />
          )}
          <FilterChips
            label="State"
            chips={(Object.keys(PEOPLE_STATES) as PeopleState[]).map((each) => ({
              label: PEOPLE_STATES[each],
              active: each === state,
              href: `${url(each === state ? { pathway: null, state: null, hired: null } : { state: each })}#people`,
            }))}
          />
        </div>
        {people.total === 0 ? (
          <p className="text-ink-quiet">Nobody is in this state.</p>
        ) : (
          <Table
            caption={counted(people.total, 'person', 'people')}
            dense
            rows={people.rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                head: 'Name',
                rowHead: true,
                cell: (row) => (
                  <TextLink href={paths.staffMember(district, row)} tone="ink">
                    {row.name}
                  </TextLink>
                ),
              },
              ...(asOf < today ? [] : [{ key: 'steps', head: 'Steps', cell: stepsOf }]),
              {
                key: 'standing',
                head: 'Standing',
                cell: (row) =>
                  row.completedOn || row.dueOn ? <StandingWords person={row} asOf={asOf} /> : '–',
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
    </div>
  )
}

const stepsOf = ({ steps }: Person) =>
  steps ? stepWords(steps.completed, steps.required) : 'Not on it'

/** Until when a completion held on the day, or by when it was asked for. */
function StandingWords({ person, asOf }: { person: Person; asOf: string }) {
  const { today } = useDistrict()
  const { completedOn, expiresOn, dueOn } = person
  if (completedOn) {
    if (!expiresOn) return 'Current'
    return (
      <span>
        {expiresOn > asOf ? 'Current until' : 'Expired'}{' '}
        <Day value={expiresOn} today={today} short />
      </span>
    )
  }
  if (!dueOn) return null
  return (
    <span>
      {dueOn < asOf ? 'Was due' : 'Due'} <Day value={dueOn} today={today} short />
    </span>
  )
}
