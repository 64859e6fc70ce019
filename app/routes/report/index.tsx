import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { schoolYearName } from '~/domain/calendar'
import { openComparedReport } from '~/domain/reports/comparison.server'
import { listNewestSaved } from '~/domain/reports/saved.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { PrintButton } from '~/parts/print-button'
import { formatExactDay } from '~/ui/day'
import { TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Compared } from './compared'
import { DownloadMenu } from './download-menu'
import { headlineOf, ReportBody } from './report-body'
import { ReportControls } from './report-controls'
import { TablesLink } from './report-table'
import { againstOf, pageOfReport, placesOf, reportRequestOf } from './request.server'
import { RoundedNotice } from './rounded-notice'
import { SavedLinks } from './saved-links'

export const meta: MetaFunction = () => [{ title: 'Report · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const { report, comparison, snapshots } = await member.read(openComparedReport, {
    ...reportRequestOf(args.request, member),
    against: againstOf(args.request, member),
    placesOf: placesOf(args.request),
  })
  const saved = await member.read(listNewestSaved)
  return { report: pageOfReport(report, args.request, member), comparison, snapshots, saved }
}

export default function Report() {
  const { report, comparison, snapshots, saved } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const [query] = useSearchParams()
  const about = report.organization?.name ?? report.district.name
  return (
    <>
      <PageHeader
        title={headlineOf(report)}
        lead={`${about}, ${schoolYearName(report.schoolYear)}, as of ${formatExactDay(report.asOf)}.`}
        action={<DownloadMenu fileOf={(kind) => `${paths.reportFile(district, kind)}?${query}`} />}
      >
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
          <PrintButton />
          <TextLink href={paths.snapshots(district)}>Snapshots</TextLink>
          <TextLink href={paths.reportQuality(district)}>What the report misses</TextLink>
          <TextLink href={paths.seenByState(district)}>What the state sees</TextLink>
          <TablesLink />
        </div>
      </PageHeader>
      <RoundedNotice report={report} />
      <SavedLinks saved={saved} />
      <ReportControls report={report} snapshots={snapshots} />
      <Compared comparison={comparison} />
      <ReportBody report={report} />
    </>
  )
}
