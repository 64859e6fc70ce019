import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getRecord, listListViews, listRecordViews } from '~/domain/record/record.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { RecordSections } from '~/parts/record-sections'
import { Day } from '~/ui/day-text'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { PrintButton } from './print-button'
import { RecordViews } from './record-views'
import { TakeAlong } from './take-along'

export const meta: MetaFunction = () => [{ title: 'My record · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const [record, views, listViews] = await Promise.all([
    member.read(getRecord, member.actor.id),
    member.read(listRecordViews),
    member.read(listListViews),
  ])
  return { record, views, listViews }
}

export default function MyRecord() {
  const { record, views, listViews } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const places = record.member.organizations.map(({ name }) => name)
  return (
    <>
      <PageHeader
        title={
          <>
            <span className="print:hidden">My record</span>
            <span className="hidden print:inline">Record of {record.member.name}</span>
          </>
        }
        lead={
          <>
            <span className="print:hidden">{[record.member.name, ...places].join(' · ')}</span>
            <span className="hidden print:inline">
              {[...places, district.name].join(' · ')} · as of <Day value={record.asOf} />
            </span>
          </>
        }
        action={<PrintButton />}
      >
        <div className="flex flex-wrap items-center gap-3 print:hidden">
          <ButtonLink href={paths.recordCsv(district)} icon="download" size="small" download>
            Take it as a table (CSV)
          </ButtonLink>
          <ButtonLink href={paths.recordJson(district)} icon="download" size="small" download>
            Take it as data (JSON)
          </ButtonLink>
          <span className="text-sm text-ink-quiet">It is yours, wherever you go.</span>
        </div>
      </PageHeader>
      <TakeAlong />
      <RecordSections record={record} />
      <RecordViews views={views} listViews={listViews} />
    </>
  )
}
