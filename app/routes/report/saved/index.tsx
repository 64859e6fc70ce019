import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listSavedReports } from '~/domain/reports/saved.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { Table } from '~/ui/table'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { SavedTrail } from './saved-trail'
import { addressInWords } from './saved-words'

export const meta: MetaFunction = () => [{ title: 'Saved reports · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(listSavedReports, queryOf(args.request).page())
}

export default function SavedReports() {
  const { saved } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const url = useListUrl()
  return (
    <>
      <PageHeader
        trail={<SavedTrail />}
        title="Saved reports"
        lead="What you ask the report again and again, under a name: yours, and those that others share."
      />
      {saved.total === 0 ? (
        <EmptyState
          title="Nothing was saved yet"
          icon="report"
          action={<ButtonLink href={paths.report(district)}>Open the report</ButtonLink>}
        >
          Choose a day, a school and what stands beside it on the report, then save it under a name.
          It can come by mail, too.
        </EmptyState>
      ) : (
        <Table
          caption="Saved reports, the newest first"
          captionHidden
          rows={saved.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              head: 'Name',
              rowHead: true,
              cell: (row) => (
                <TextLink href={paths.reportAsSaved(district, row)}>{row.name}</TextLink>
              ),
            },
            { key: 'what', head: 'What it shows', cell: addressInWords },
            {
              key: 'whose',
              head: 'Whose it is',
              cell: ({ savedBy, isShared }) =>
                savedBy ? `Shared by ${savedBy}` : isShared ? 'Yours, shared' : 'Yours',
            },
            {
              key: 'open',
              head: 'Name, sharing and mail',
              headHidden: true,
              cell: (row) => (
                <TextLink href={paths.savedReport(district, row)}>
                  Details<VisuallyHidden> of {row.name}</VisuallyHidden>
                </TextLink>
              ),
            },
          ]}
        />
      )}
      <Pagination
        page={saved.page}
        pageCount={saved.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}
