import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ACTIVITY_KINDS, kindName } from '~/domain/activities/activity'
import { STRENGTHS } from '~/domain/evidence/evidence'
import { competenciesByArea } from '~/domain/frameworks/competency'
import { listReportCredit } from '~/domain/report-lists/credit.server'
import { noteListPage } from '~/domain/report-lists/opening.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { formatHours } from '~/ui/hours'
import { TextLink } from '~/ui/link'
import { Below, choicesOf, personColumn, schoolColumn, shownDay } from './list-columns'
import { ListFrame } from './list-frame'
import { creditRequestOf } from './request.server'

export const meta: MetaFunction = () => [{ title: 'Credit of the report · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = creditRequestOf(args.request, member)
  const page = queryOf(args.request).page()
  const found = await member.read(listReportCredit, { ...filter, page })
  await member.write(noteListPage, 'credit', filter, found.credit)
  return { ...found, filter }
}

type Credit = ReturnType<typeof useLoaderData<typeof loader>>['credit']['rows'][number]

export default function ReportCredit() {
  const { credit, minutes, places, person, filter } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  return (
    <ListFrame
      titles={['Row of credit', 'Rows of credit']}
      sum={`, ${formatHours(minutes)} in all`}
      teaching="The report counts the hours of learning in its school year that were booked by that day. What was taken back has a row of its own, with the hours less."
      csv={paths.reportCreditCsv(district)}
      filter={filter}
      places={places}
      choices={[
        ...(person
          ? [
              {
                name: 'member',
                label: 'Whose',
                choices: [{ value: person.id, label: person.name }],
                defaultValue: person.id,
              },
            ]
          : []),
        {
          name: 'kind',
          label: 'Kind',
          choices: choicesOf(ACTIVITY_KINDS),
          defaultValue: filter.kind,
        },
        {
          name: 'strength',
          label: 'Proof',
          choices: choicesOf(STRENGTHS),
          defaultValue: filter.strength,
        },
        {
          name: 'competency',
          label: 'Competency',
          choices: COMPETENCIES,
          defaultValue: filter.competency,
        },
      ]}
      list={credit}
      columns={[
        personColumn(district),
        {
          key: 'title',
          head: 'Activity',
          rowHead: true,
          cell: (row) => (
            <>
              <Source row={row} />
              <Below>{[kindName(row.kind), STRENGTHS[row.strength]].join(' · ')}</Below>
            </>
          ),
        },
        schoolColumn,
        {
          key: 'hours',
          head: 'Hours',
          numeric: true,
          cell: (row) => (
            <>
              {formatHours(row.minutes)}
              {row.isTakenBack && <Below>Taken back</Below>}
            </>
          ),
        },
        { key: 'earned', head: 'Earned', cell: ({ earnedOn }) => shownDay(earnedOn) },
        {
          key: 'booked',
          head: 'Booked',
          sortable: true,
          cell: ({ bookedOn }) => shownDay(bookedOn),
        },
      ]}
    />
  )
}

const COMPETENCIES = competenciesByArea().map(({ label, competencies }) => ({
  label,
  choices: competencies.map(({ id, code, label: name }) => ({
    value: id,
    label: `${code} ${name}`,
  })),
}))

/** The activity or the course that was booked, with the way to it where it can be seen. */
function Source({ row: { title, activityId, completionId } }: { row: Credit }) {
  const { district } = useDistrict()
  if (title === null) return 'Withdrawn since'
  const href =
    activityId === null
      ? paths.completion(district, completionId!)
      : paths.activity(district, activityId)
  return <TextLink href={href}>{title}</TextLink>
}
