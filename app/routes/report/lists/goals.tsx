import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GOAL_KINDS, GOAL_STATUSES } from '~/domain/goals/goal'
import { byOwner, NO_PRIORITY, OWNER_WORDS } from '~/domain/priorities/priority'
import { listReportGoals } from '~/domain/report-lists/goals.server'
import { noteListPage } from '~/domain/report-lists/opening.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { choicesOf, personColumn, schoolColumn, shownDay, Titled } from './list-columns'
import { ListFrame } from './list-frame'
import { goalRequestOf } from './request.server'

export const meta: MetaFunction = () => [{ title: 'Goals of the report · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = goalRequestOf(args.request, member)
  const page = queryOf(args.request).page()
  const found = await member.read(listReportGoals, { ...filter, page })
  await member.write(noteListPage, 'goals', filter, found.goals)
  return { ...found, filter }
}

export default function ReportGoals() {
  const { goals, places, priorities, filter } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  return (
    <ListFrame
      titles={['Goal', 'Goals']}
      teaching="The report counts the goals that were set by that day, in the state each had then."
      csv={paths.reportGoalsCsv(district)}
      filter={filter}
      places={places}
      choices={[
        {
          name: 'status',
          label: 'State',
          choices: choicesOf(GOAL_STATUSES),
          defaultValue: filter.status,
        },
        ...(priorities.length > 0
          ? [
              {
                name: 'priority',
                label: 'Priority',
                choices: prioritiesOf(priorities),
                defaultValue: filter.priority,
              },
            ]
          : []),
        { name: 'kind', label: 'For', choices: choicesOf(GOAL_KINDS), defaultValue: filter.kind },
      ]}
      list={goals}
      columns={[
        personColumn(district),
        {
          key: 'title',
          head: 'Goal',
          rowHead: true,
          cell: (goal) => (
            <Titled
              href={paths.goal(district, goal)}
              title={goal.title}
              below={[GOAL_KINDS[goal.kind], goal.priority].filter(Boolean).join(' · ')}
            />
          ),
        },
        schoolColumn,
        { key: 'state', head: 'State', cell: ({ status }) => GOAL_STATUSES[status] },
        {
          key: 'set',
          head: 'Set',
          sortable: true,
          cell: ({ setOn }) => shownDay(setOn),
        },
        {
          key: 'due',
          head: 'Due',
          sortable: true,
          cell: ({ dueOn }) => shownDay(dueOn),
        },
      ]}
    />
  )
}

type Priorities = ReturnType<typeof useLoaderData<typeof loader>>['priorities']

const prioritiesOf = (priorities: Priorities) => [
  { value: NO_PRIORITY, label: 'No priority' },
  ...byOwner(priorities).map(({ owner, priorities: own }) => ({
    label: OWNER_WORDS[owner],
    choices: own.map(({ id, name }) => ({ value: id, label: name })),
  })),
]
