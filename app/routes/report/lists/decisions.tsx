import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { Decision } from '#db/words'
import { listReportDecisions } from '~/domain/report-lists/decisions.server'
import { DECISIONS_COUNTED } from '~/domain/report-lists/list'
import { noteListPage } from '~/domain/report-lists/opening.server'
import { SUBMISSION_KINDS } from '~/domain/reviews/submission'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { choicesOf, personColumn, schoolColumn, shownDay, Titled } from './list-columns'
import { ListFrame } from './list-frame'
import { decisionRequestOf } from './request.server'

export const meta: MetaFunction = () => [{ title: 'Decisions of the report · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = decisionRequestOf(args.request, member)
  const page = queryOf(args.request).page()
  const found = await member.read(listReportDecisions, { ...filter, page })
  await member.write(noteListPage, 'decisions', filter, found.decisions)
  return { ...found, filter }
}

export default function ReportDecisions() {
  const { decisions, places, filter } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const isOfWaiting = filter.state === 'waiting' || filter.state === 'late'
  return (
    <ListFrame
      titles={isOfWaiting ? ['Submission', 'Submissions'] : ['Decision', 'Decisions']}
      teaching="The report counts each decision of its school year up to that day, and what had been sent and not decided at its end."
      csv={paths.reportDecisionsCsv(district)}
      filter={filter}
      places={places}
      choices={[
        {
          name: 'state',
          label: 'State',
          choices: choicesOf(DECISIONS_COUNTED),
          placeholder: undefined,
          defaultValue: filter.state,
        },
      ]}
      list={decisions}
      columns={[
        { ...personColumn(district), sortable: false },
        {
          key: 'title',
          head: 'Submission',
          rowHead: true,
          cell: ({ submissionId, title, kind }) => (
            <Titled
              href={paths.approval(district, submissionId)}
              title={title}
              below={SUBMISSION_KINDS[kind]}
            />
          ),
        },
        schoolColumn,
        {
          key: isOfWaiting ? 'day' : 'sent',
          head: 'Sent',
          sortable: isOfWaiting,
          cell: ({ sentOn }) => shownDay(sentOn),
        },
        { key: 'last', head: 'Last day', cell: ({ lastOn }) => shownDay(lastOn) },
        {
          key: isOfWaiting ? 'decided' : 'day',
          head: 'Decided',
          sortable: !isOfWaiting,
          cell: ({ decidedOn }) => shownDay(decidedOn),
        },
        {
          key: 'state',
          head: 'State',
          cell: ({ decision, isLate }) =>
            [DECISIONS[decision ?? 'waiting'], ...(isLate ? ['late'] : [])].join(', '),
        },
      ]}
    />
  )
}

const DECISIONS: Record<Decision | 'waiting', string> = {
  approved: 'Approved',
  returned: 'Returned',
  denied: 'Denied',
  waiting: 'Waits',
}
