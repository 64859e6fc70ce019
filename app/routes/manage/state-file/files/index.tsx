import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listStateFiles } from '~/domain/state-files/files.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Day } from '~/ui/day-text'
import { EmptyState } from '~/ui/empty-state'
import { TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { Table } from '~/ui/table'
import { FileStatus } from './file-status'

export const meta: MetaFunction = () => [{ title: 'Files for the state · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(listStateFiles, queryOf(args.request).page())
}

export default function StateFiles() {
  const files = useLoaderData<typeof loader>()
  const { district, today } = useDistrict()
  const url = useListUrl()
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[{ label: 'State file', href: paths.stateRows(district) }]} />}
        title="Files that were made"
        lead="Each stays as it was made, with what it told about whom."
      />
      {files.total === 0 ? (
        <EmptyState
          title="Nothing was sent yet"
          icon="file"
          action={<TextLink href={paths.stateRows(district)}>See who is ready</TextLink>}
        >
          Once a file is made it stands here, can be downloaded again just as it was, and later
          files tell only what is new or has changed.
        </EmptyState>
      ) : (
        <Table
          caption={counted(files.total, 'file', 'files')}
          rows={files.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'number',
              head: 'File',
              rowHead: true,
              cell: (file) => (
                <TextLink href={paths.madeStateFile(district, file)} strong>
                  File {file.number}
                </TextLink>
              ),
            },
            { key: 'period', head: 'Period', cell: ({ periodName }) => periodName },
            {
              key: 'rows',
              head: 'Rows',
              numeric: true,
              cell: ({ size }) => size.toLocaleString('en-US'),
            },
            {
              key: 'made',
              head: 'Made',
              cell: ({ madeOn, madeBy }) => (
                <>
                  <Day value={madeOn} today={today} /> by {madeBy}
                </>
              ),
            },
            { key: 'status', head: 'Counts as', cell: (file) => <FileStatus file={file} /> },
          ]}
        />
      )}
      <Pagination
        page={files.page}
        pageCount={files.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}
