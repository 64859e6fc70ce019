import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GOAL_KINDS, GOAL_STATUSES } from '~/domain/goals/goal'
import { byOwner, NO_PRIORITY, OWNER_WORDS } from '~/domain/priorities/priority'
import { listReportGoals } from '~/domain/report-lists/goals.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { formatExactDay } from '~/ui/day'
import { Day } from '~/ui/day-text'
import { SelectField } from '~/ui/field'
import { TextLink } from '~/ui/link'
import { Table } from '~/ui/table'
import { ListFrame } from './list-frame'
import { goalRequestOf } from './request.server'

export const meta: MetaFunction = () => [{ title: 'Goals of the report · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = goalRequestOf(args.request, member)
  const page = queryOf(args.request).page()
  return { ...(await member.read(listReportGoals, { ...filter, page })), filter }
}

export default function ReportGoals() {
  const { goals, places, priorities, filter } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const url = useListUrl()
  return (
    <ListFrame
      title="Goals"
      lead={`${counted(goals.total, 'goal', 'goals')}, as of ${formatExactDay(filter.asOf)}.`}
      csv={paths.reportGoalsCsv(district)}
      filter={filter}
      places={places}
      page={goals}
      teaching="The report counts the goals that were set by that day, in the state each had then."
      fields={
        <>
          <SelectField
            name="status"
            label="State"
            placeholder="All"
            width="medium"
            choices={choicesOf(GOAL_STATUSES)}
            defaultValue={filter.status}
          />
          {priorities.length > 0 && (
            <SelectField
              name="priority"
              label="Priority"
              placeholder="All"
              width="medium"
              choices={[
                { value: NO_PRIORITY, label: 'No priority' },
                ...byOwner(priorities).map(({ owner, priorities: own }) => ({
                  label: OWNER_WORDS[owner],
                  choices: own.map(({ id, name }) => ({ value: id, label: name })),
                })),
              ]}
              defaultValue={filter.priority}
            />
          )}
          <SelectField
            name="kind"
            label="For"
            placeholder="All"
            width="medium"
            choices={choicesOf(GOAL_KINDS)}
            defaultValue={filter.kind}
          />
        </>
      }
    >
      <Table
        caption="Goals behind the report"
        captionHidden
        dense
        rows={goals.rows}
        rowKey={({ id }) => id}
        sort={url.sort(filter.sort)}
        columns={[
          {
            key: 'name',
            head: 'Name',
            sortable: true,
            cell: ({ name, memberId }) => (
              <TextLink href={paths.staffMember(district, memberId)}>{name}</TextLink>
            ),
          },
          {
            key: 'goal',
            head: 'Goal',
            rowHead: true,
            cell: (row) => (
              <>
                <TextLink href={paths.goal(district, row)}>{row.title}</TextLink>
                <span className="block text-sm font-normal text-ink-quiet">
                  {[GOAL_KINDS[row.kind], row.priority].filter(Boolean).join(' · ')}
                </span>
              </>
            ),
          },
          { key: 'school', head: 'School', cell: ({ organization }) => organization },
          { key: 'state', head: 'State', cell: ({ status }) => GOAL_STATUSES[status] },
          {
            key: 'set',
            head: 'Set',
            sortable: true,
            cell: ({ setOn }) => <Day value={setOn} short />,
          },
          {
            key: 'due',
            head: 'Due',
            sortable: true,
            cell: ({ dueOn }) => <Day value={dueOn} short />,
          },
        ]}
      />
    </ListFrame>
  )
}

const choicesOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))
