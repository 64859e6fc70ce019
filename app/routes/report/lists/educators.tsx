import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listReportEducators } from '~/domain/report-lists/educators.server'
import { groupKey, REACHED, REACHED_IN_YEARS } from '~/domain/report-lists/list'
import { noteListPage } from '~/domain/report-lists/opening.server'
import { EQUITY_LINES } from '~/domain/reports/equity-lines'
import { ROLES } from '~/domain/staff/staff'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { formatHours } from '~/ui/hours'
import { TextLink } from '~/ui/link'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { Below, choicesOf, personColumn, schoolColumn, shownDay } from './list-columns'
import { ListFrame } from './list-frame'
import { educatorRequestOf } from './request.server'

export const meta: MetaFunction = () => [{ title: 'Educators of the report · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = educatorRequestOf(args.request, member)
  const page = queryOf(args.request).page()
  const found = await member.read(listReportEducators, { ...filter, page })
  await member.write(noteListPage, 'educators', filter, found.educators)
  return { ...found, filter }
}

type Educator = ReturnType<typeof useLoaderData<typeof loader>>['educators']['rows'][number]

export default function ReportEducators() {
  const { educators, places, yardstick, filter } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const hasYardstick = yardstick > 0
  return (
    <ListFrame
      titles={['Educator', 'Educators']}
      teaching="The report counts the educators and coaches whose affiliation held on that day, also who was on leave or was hired during the school year."
      csv={paths.reportEducatorsCsv(district)}
      filter={filter}
      places={places}
      choices={[
        {
          name: 'reached',
          label: 'This school year',
          choices: choicesOf(hasYardstick ? REACHED : { none: REACHED.none }),
          defaultValue: filter.reached,
        },
        ...(hasYardstick
          ? [
              {
                name: 'inThreeYears',
                label: 'In three years',
                choices: choicesOf(REACHED_IN_YEARS),
                defaultValue: filter.inThreeYears,
              },
            ]
          : []),
        { name: 'group', label: 'Group', choices: GROUPS, defaultValue: filter.group },
      ]}
      list={educators}
      columns={[
        {
          ...personColumn(district),
          rowHead: true,
          cell: (educator) => (
            <>
              <TextLink href={paths.staffMember(district, educator.memberId)}>
                {educator.name}
              </TextLink>
              <Below>{aboutOf(educator)}</Below>
            </>
          ),
        },
        schoolColumn,
        {
          key: 'hours',
          head: 'Hours',
          numeric: true,
          cell: ({ memberId, name, minutes, reaches }) => (
            <>
              <TextLink
                href={`${paths.reportCredit(district)}?asOf=${filter.asOf}&member=${memberId}`}
              >
                {formatHours(minutes)}
                <VisuallyHidden> of {name}</VisuallyHidden>
              </TextLink>
              <Below>{reachedOf(yardstick, minutes, reaches)}</Below>
            </>
          ),
        },
        {
          key: 'inYears',
          head: 'In three years',
          numeric: true,
          cell: ({ minutesInYears, reachesInYears }) => (
            <>
              {formatHours(minutesInYears)}
              <Below>{reachedOf(3 * yardstick, minutesInYears, reachesInYears)}</Below>
            </>
          ),
        },
        {
          key: 'hired',
          head: 'Hired',
          sortable: true,
          cell: ({ hiredOn }) => shownDay(hiredOn),
        },
      ]}
    />
  )
}

const GROUPS = EQUITY_LINES.map(({ key, name, groups }) => ({
  label: name,
  choices: groups.map((group) => ({ value: groupKey(key, group.key), label: group.name })),
}))

function reachedOf(asked: number, minutes: number, reaches: boolean | null) {
  if (reaches === null) return ''
  if (minutes === 0) return 'No hours'
  return `${reaches ? 'At or above' : 'Below'} ${formatHours(asked)}`
}

const aboutOf = ({ roles, isNew }: Educator) =>
  [...roles.map((role) => ROLES[role]), ...(isNew ? ['hired this school year'] : [])].join(' · ')
