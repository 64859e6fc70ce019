import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { schoolYearName } from '~/domain/calendar'
import { openPublication } from '~/domain/publishing/publishing.server'
import { openComparedSnapshot } from '~/domain/reports/comparison.server'
import { requireMember } from '~/http/member.server'
import { idOf, queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { PrintButton } from '~/parts/print-button'
import { formatExactDay } from '~/ui/day'
import { PageHeader } from '~/ui/page-header'
import { Compared } from '../compared'
import { DownloadMenu } from '../download-menu'
import { headlineOf, ReportBody } from '../report-body'
import { TablesLink } from '../report-table'
import { pageOfReport, placesOf } from '../request.server'
import { RoundedNotice } from '../rounded-notice'
import { CompareForm } from './compare-form'
import { Differences } from './differences'
import { Frozen } from './frozen'
import { Publication } from './publication-form'
import { ReportTrail } from './report-trail'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.snapshot.name ?? 'Snapshot'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const opened = await member.read(openComparedSnapshot, {
    id: idOf(args.params.snapshot),
    against: queryOf(args.request).id('compare'),
    placesOf: placesOf(args.request),
  })
  const publication = await member.read(openPublication, opened.snapshot.id)
  return {
    ...opened,
    publication,
    report: pageOfReport(opened.report, args.request, member, { isFrozen: true }),
  }
}

export default function Snapshot() {
  const { snapshot, report, differences, comparison, snapshots, publication, can } =
    useLoaderData<typeof loader>()
  const { district } = useDistrict()
  return (
    <>
      <PageHeader
        trail={<ReportTrail all />}
        title={snapshot.name}
        lead={`${headlineOf(report)}. ${report.district.name}, ${schoolYearName(report.schoolYear)}, as of ${formatExactDay(snapshot.asOf)}.`}
        action={
          <DownloadMenu
            fileOf={(kind) => paths.snapshotFile(district, snapshot, kind)}
            frozenText={can.readText ? paths.snapshotText(district, snapshot) : undefined}
          />
        }
      >
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
          <PrintButton />
          <TablesLink />
        </div>
      </PageHeader>
      <RoundedNotice report={report} />
      <Frozen snapshot={snapshot} differences={differences.length} />
      <Publication snapshot={snapshot} publication={publication} />
      <CompareForm snapshots={snapshots} />
      <Compared comparison={comparison} />
      <ReportBody report={report} />
      <Differences differences={differences} />
    </>
  )
}
