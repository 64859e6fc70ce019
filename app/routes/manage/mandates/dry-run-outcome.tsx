import type { DryRun, DryRunGroup } from '~/domain/mandates/dry-run.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { Pagination } from '~/ui/pagination'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import { Tabs } from '~/ui/tabs'

const GROUPS: Record<DryRunGroup, string> = {
  due: 'Have to take it',
  met: 'Have met it already',
  overdue: 'Overdue on the first day',
  no_hire_date: 'No day of hire known',
}

const ABOUT: Record<DryRunGroup, string | null> = {
  due: null,
  met: 'They did it within the time that counts.',
  overdue:
    'Their day has passed. Choose a later one, or give some days of grace, if that is not meant.',
  no_hire_date:
    'Where days are counted from hire, or hire decides who is asked, somebody without one is taken as having been there.',
}

/** Who would be due when, and the people of each kind by name. */
export function DryRunOutcome({ run, group }: { run: DryRun; group: DryRunGroup }) {
  const { counts, byDueDate, people } = run
  const url = useListUrl()
  const { today } = useDistrict()
  return (
    <>
      {byDueDate.length > 0 && (
        <Section title="By due date">
          <div className="max-w-form">
            <Table
              caption="How many would be due when"
              captionHidden
              dense
              rows={byDueDate}
              rowKey={({ dueOn }) => dueOn}
              columns={[
                {
                  key: 'due',
                  head: 'Due',
                  rowHead: true,
                  cell: ({ dueOn }) => <Day value={dueOn} today={today} />,
                },
                {
                  key: 'people',
                  head: 'People',
                  numeric: true,
                  cell: (row) => row.people.toLocaleString('en-US'),
                },
              ]}
            />
          </div>
        </Section>
      )}
      <Section title="Who they are" id="people">
        <Tabs
          label="What would become of them"
          items={(Object.keys(GROUPS) as DryRunGroup[]).map((each) => ({
            label: GROUPS[each],
            count: counts[each],
            current: each === group,
            href: `${url({ show: each })}#people`,
          }))}
        />
        <div className="mt-4">
          {people.total === 0 ? (
            <p className="text-ink-quiet">Nobody.</p>
          ) : (
            <>
              {ABOUT[group] && <p className="mb-4 max-w-line">{ABOUT[group]}</p>}
              <People people={people} group={group} />
            </>
          )}
          <Pagination
            page={people.page}
            pageCount={people.pages}
            href={(page) => url({ page }, 'keep page')}
          />
        </div>
      </Section>
    </>
  )
}

function People({ people, group }: { people: DryRun['people']; group: DryRunGroup }) {
  const { district, today } = useDistrict()
  return (
    <Table
      caption={counted(people.total, 'person', 'people')}
      dense
      rows={people.rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', head: 'Name', rowHead: true, cell: ({ name }) => name },
        { key: 'school', head: 'School', cell: ({ workplace }) => workplace ?? '–' },
        ...(group === 'met'
          ? [
              {
                key: 'met',
                head: 'Met on',
                cell: ({ metOn }: { metOn: string | null }) =>
                  metOn ? <Day value={metOn} today={today} short /> : '–',
              },
            ]
          : []),
        {
          key: 'due',
          head: group === 'met' ? 'Next due' : 'Due',
          cell: (row) =>
            group === 'no_hire_date' ? (
              <TextLink href={paths.person(district, row)}>
                Enter it<span className="sr-only"> for {row.name}</span>
              </TextLink>
            ) : row.dueOn ? (
              <Day value={row.dueOn} today={today} short />
            ) : (
              '–'
            ),
        },
      ]}
    />
  )
}
