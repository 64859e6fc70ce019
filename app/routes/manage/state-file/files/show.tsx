import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openStateFile } from '~/domain/state-files/files.server'
import { requireMember } from '~/http/member.server'
import { idOf, queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { LongTableLink } from '~/parts/long-table-link'
import { PrintButton } from '~/parts/print-button'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Day } from '~/ui/day-text'
import { Facts } from '~/ui/facts'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { Section } from '~/ui/section'
import { FileStatus } from './file-status'
import { ToldTable } from './told-table'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `State file ${data.file.number}` : 'State file'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const page = queryOf(args.request).page()
  return member.read(openStateFile, idOf(args.params.file), page)
}

export type OpenedFile = ReturnType<typeof useLoaderData<typeof loader>>

export default function MadeStateFile() {
  const { file, rows, stateName, can } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const url = useListUrl()
  const { first, last } = file
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            items={[
              {
                label: 'State file',
                href: `${paths.stateRows(district)}?first=${first}&last=${last}`,
              },
              { label: 'Files that were made', href: paths.stateFiles(district) },
            ]}
          />
        }
        title={`File ${file.number}`}
        lead={`${file.periodName}, for ${stateName}.`}
        action={
          can.download && (
            <LongTableLink href={paths.stateFileCsv(district, file)} tone="primary">
              Download the file
            </LongTableLink>
          )
        }
      >
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
          {can.refuse && (
            <TextLink href={paths.stateFileRefusal(district, file)}>The state refused it</TextLink>
          )}
          <PrintButton />
        </div>
      </PageHeader>
      <About file={file} />
      <Section title="What it told">
        <ToldTable rows={rows} />
        <Pagination
          page={rows.page}
          pageCount={rows.pages}
          href={(page) => url({ page }, 'keep page')}
        />
      </Section>
    </>
  )
}

function About({ file }: Pick<OpenedFile, 'file'>) {
  const { today } = useDistrict()
  const { refused } = file
  return (
    <>
      {refused && (
        <div className="mb-6 max-w-line">
          <Notice tone="bad" title="The state refused this file">
            {refused.by} said so on <Day value={refused.on} today={today} />: {refused.reason} Its
            rows count as not sent.
          </Notice>
        </div>
      )}
      <Section title="About">
        <Facts
          items={[
            { term: 'Counts as', value: <FileStatus file={file} /> },
            {
              term: 'Made',
              value: (
                <>
                  <Day value={file.madeOn} today={today} /> by {file.madeBy}
                </>
              ),
            },
            { term: 'Rows', value: file.size.toLocaleString('en-US') },
            {
              term: 'SHA-256',
              value: <span className="wrap-anywhere">{file.sha256}</span>,
            },
          ]}
        />
      </Section>
    </>
  )
}
