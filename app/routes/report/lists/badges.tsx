import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listReportBadges } from '~/domain/report-lists/badges.server'
import { AWARDS_COUNTED } from '~/domain/report-lists/list'
import { noteListPage } from '~/domain/report-lists/opening.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { choicesOf, personColumn, schoolColumn, shownDay, Titled } from './list-columns'
import { ListFrame } from './list-frame'
import { badgeRequestOf } from './request.server'

export const meta: MetaFunction = () => [{ title: 'Badges of the report · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = badgeRequestOf(args.request, member)
  const page = queryOf(args.request).page()
  const found = await member.read(listReportBadges, { ...filter, page })
  await member.write(noteListPage, 'badges', filter, found.badges)
  return { ...found, filter }
}

export default function ReportBadges() {
  const { badges, places, achievements, filter } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  return (
    <ListFrame
      titles={['Badge', 'Badges']}
      teaching="The report counts the badges that were recorded by that day, in the state each had then."
      csv={paths.reportBadgesCsv(district)}
      filter={filter}
      places={places}
      choices={[
        {
          name: 'state',
          label: 'State',
          choices: choicesOf(AWARDS_COUNTED),
          defaultValue: filter.state,
        },
        {
          name: 'badge',
          label: 'Badge',
          choices: achievements.map(({ id, title }) => ({ value: id, label: title })),
          defaultValue: filter.achievementId,
        },
      ]}
      list={badges}
      columns={[
        personColumn(district),
        {
          key: 'title',
          head: 'Badge',
          rowHead: true,
          cell: (badge) => (
            <Titled href={paths.award(district, badge)} title={badge.title} below={badge.issuer} />
          ),
        },
        schoolColumn,
        { key: 'state', head: 'State', cell: ({ standing }) => standing },
        {
          key: 'awarded',
          head: 'Awarded',
          sortable: true,
          cell: ({ awardedOn }) => shownDay(awardedOn),
        },
        {
          key: 'expires',
          head: 'Expires',
          sortable: true,
          cell: ({ expiresOn }) => shownDay(expiresOn),
        },
      ]}
    />
  )
}
