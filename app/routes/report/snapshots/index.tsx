import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { snapshotInput } from '~/domain/reports/inputs.server'
import { freezeReport, listSnapshots } from '~/domain/reports/snapshots.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { useReply } from '~/parts/use-reply'
import { Day } from '~/ui/day-text'
import { EmptyState } from '~/ui/empty-state'
import { TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import { FreezeForm } from './freeze-form'
import { ReportTrail } from './report-trail'

export const meta: MetaFunction = () => [{ title: 'Snapshots · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(listSnapshots, queryOf(args.request).page())
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submit(args.request, snapshotInput, async (input) => {
    await member.write(freezeReport, input)
    return redirectWithNotice(
      paths.snapshot(member.district, input),
      'The report is frozen. Whatever is corrected from now on, this stays as it is.',
    )
  })
}

export default function Snapshots() {
  const { snapshots, newId, can } = useLoaderData<typeof loader>()
  const { district, today } = useDistrict()
  const reply = useReply()
  const url = useListUrl()
  return (
    <>
      <PageHeader
        trail={<ReportTrail />}
        title="Snapshots"
        lead="What was reported on a day, and still says the same next year. A correction that comes later is shown beside it."
      />
      {snapshots.total === 0 ? (
        <EmptyState title="Nothing was frozen yet" icon="report">
          Freeze the report on a reporting date, such as 30 June, under a name that the board will
          know it by.
        </EmptyState>
      ) : (
        <Table
          caption="Snapshots, the latest reporting date first"
          captionHidden
          rows={snapshots.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              head: 'Name',
              rowHead: true,
              cell: (row) => <TextLink href={paths.snapshot(district, row)}>{row.name}</TextLink>,
            },
            { key: 'asOf', head: 'As of', cell: (row) => <Day value={row.asOf} /> },
            { key: 'by', head: 'Frozen by', cell: (row) => row.frozenBy },
          ]}
        />
      )}
      <Pagination
        page={snapshots.page}
        pageCount={snapshots.pages}
        href={(page) => url({ page }, 'keep page')}
      />
      {can.freeze && (
        <Section
          title="Freeze the report"
          lead="The whole district’s, with its figures by school, as it is known at this moment."
        >
          <FreezeForm id={newId} today={today} reply={reply} />
        </Section>
      )}
    </>
  )
}
