import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listReportBadges } from '~/domain/report-lists/badges.server'
import { AWARDS_COUNTED } from '~/domain/report-lists/list'
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
  const url = useListUrl()
  return (
    <ListFrame
      title="Badges"
      lead={`${counted(badges.total, 'badge', 'badges')}, as of ${formatExactDay(filter.asOf)}.`}
      csv={paths.reportBadgesCsv(district)}
      filter={filter}
      places={places}
      page={badges}
      teaching="The report counts the badges that were recorded by that day, in the state each had then."
      fields={
        <>
          <SelectField
            name="state"
            label="State"
            placeholder="All"
            width="medium"
            choices={Object.entries(AWARDS_COUNTED).map(([value, label]) => ({ value, label }))}
            defaultValue={filter.state}
          />
          <SelectField
            name="badge"
            label="Badge"
            placeholder="All"
            width="medium"
            choices={achievements.map(({ id, title }) => ({ value: id, label: title }))}
            defaultValue={filter.achievementId}
          />
        </>
      }
    >
      <Table
        caption="Badges behind the report"
        captionHidden
        dense
        rows={badges.rows}
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
            key: 'badge',
            head: 'Badge',
            rowHead: true,
            cell: (row) => (
              <>
                <TextLink href={paths.award(district, row)}>{row.title}</TextLink>
                <span className="block text-sm font-normal text-ink-quiet">{row.issuer}</span>
              </>
            ),
          },
          { key: 'school', head: 'School', cell: ({ organization }) => organization },
          { key: 'state', head: 'State', cell: ({ standing }) => standing },
          {
            key: 'awarded',
            head: 'Awarded',
            sortable: true,
            cell: ({ awardedOn }) => <Day value={awardedOn} short />,
          },
          {
            key: 'expires',
            head: 'Expires',
            sortable: true,
            cell: ({ expiresOn }) => (expiresOn ? <Day value={expiresOn} short /> : '–'),
          },
        ]}
      />
    </ListFrame>
  )
}
