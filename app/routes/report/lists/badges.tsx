import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listReportBadges } from '~/domain/report-lists/badges.server'
import { AWARDS_COUNTED } from '~/domain/report-lists/list'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { choicesOf, ListFrame } from './list-frame'
import { badgeRequestOf } from './request.server'

export const meta: MetaFunction = () => [{ title: 'Badges of the report · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = badgeRequestOf(args.request, member)
  const page = queryOf(args.request).page()
  return { ...(await member.read(listReportBadges, { ...filter, page })), filter }
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
      href={(badge) => paths.award(district, badge)}
      below={({ issuer }) => issuer}
      state={({ standing }) => standing}
      days={[
        { key: 'awarded', head: 'Awarded', day: ({ awardedOn }) => awardedOn },
        { key: 'expires', head: 'Expires', day: ({ expiresOn }) => expiresOn },
      ]}
    />
  )
}
