import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listImports } from '~/domain/roster/imports.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { dayOf } from '~/parts/instant-day'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { Day } from '~/ui/day-text'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { Table } from '~/ui/table'
import { ImportStatus } from './import-status'

export const meta: MetaFunction = () => [{ title: 'Roster · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return { imports: await member.read(listImports, queryOf(args.request).page()) }
}

export default function RosterImports() {
  const { imports } = useLoaderData<typeof loader>()
  const { district, today, timeZone } = useDistrict()
  const url = useListUrl()
  const handIn = (
    <ButtonLink href={paths.newRosterImport(district)} tone="primary" icon="upload">
      Import a roster
    </ButtonLink>
  )
  if (imports.total === 0) {
    return (
      <>
        <PageHeader title="Roster" />
        <EmptyState title="No roster yet" icon="roster" action={handIn}>
          A roster brings in the schools and the staff at once. Your student information system
          exports it as a OneRoster zip, 1.1 or 1.2. You see what it would change before anything
          changes, and students are counted and never stored.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader
        title="Roster"
        lead="The schools and the staff, as your student information system has them."
        action={handIn}
      />
      <Table
        caption={counted(imports.total, 'import', 'imports')}
        rows={imports.rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'file',
            head: 'File',
            rowHead: true,
            cell: (row) => (
              <TextLink href={paths.rosterImport(district, row)} strong>
                {row.fileName}
              </TextLink>
            ),
          },
          {
            key: 'day',
            head: 'Day',
            cell: (row) => <Day value={dayOf(row.createdAt, timeZone)} today={today} />,
          },
          { key: 'by', head: 'By', cell: (row) => row.by ?? 'The command line' },
          { key: 'state', head: 'State', cell: (row) => <ImportStatus standing={row.standing} /> },
          {
            key: 'changes',
            head: 'What it changes',
            cell: ({ counts }) => (counts ? changesIn(counts) : '–'),
          },
        ]}
      />
      <Pagination
        page={imports.page}
        pageCount={imports.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}

type Counts = NonNullable<Awaited<ReturnType<typeof listImports>>['rows'][number]['counts']>

function changesIn({ members, affiliations, rejected }: Counts) {
  const parts = [
    members.created > 0 && `${counted(members.created, 'person', 'people')} new`,
    affiliations.ended > 0 && `${counted(affiliations.ended, 'affiliation', 'affiliations')} ended`,
    rejected > 0 && `${counted(rejected, 'row', 'rows')} rejected`,
  ].filter(Boolean)
  return parts.join(', ') || 'Nobody joins, nobody leaves'
}
