import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { schoolYearName } from '~/domain/calendar'
import { openReport } from '~/domain/reports/report.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { PrintButton } from '~/parts/print-button'
import { formatExactDay } from '~/ui/day'
import { formatHours } from '~/ui/hours'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Stat, StatRow } from '~/ui/stat'
import { BadgesSection } from './badges-section'
import { GoalsSection } from './goals-section'
import { HoursSection } from './hours-section'
import { ParticipationSection } from './participation-section'
import { PathwaysSection } from './pathways-section'
import { ReportControls } from './report-controls'
import { withTable } from './report-table'
import { pageOfReport, type ReportPage, reportRequestOf } from './request.server'
import { percent, share, trendOf } from './share'
import { ALL_TABLES } from './tables'

export const meta: MetaFunction = () => [{ title: 'Report · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const report = await member.read(openReport, reportRequestOf(args.request, member))
  return pageOfReport(report, args.request)
}

export default function Report() {
  const report = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const [query] = useSearchParams()
  const { participation, hours, badges, yardstick, lastYear } = report
  const about = report.organization?.name ?? report.district.name
  return (
    <>
      <PageHeader
        title={headline(report)}
        lead={`${about}, ${schoolYearName(report.schoolYear)}, as of ${formatExactDay(report.asOf)}.`}
        action={
          <ButtonLink href={`${paths.reportCsv(district)}?${query}`} icon="download" plain>
            Download CSV
          </ButtonLink>
        }
      >
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <PrintButton />
          {query.get('table') === ALL_TABLES ? (
            <TextLink href={`?${withTable(query, null)}`}>Hide the tables</TextLink>
          ) : (
            <TextLink href={`?${withTable(query, ALL_TABLES)}`}>Show all tables</TextLink>
          )}
        </div>
      </PageHeader>
      <ReportControls report={report} />
      <StatRow>
        <Stat
          label={
            yardstick > 0
              ? `have reached ${formatHours(yardstick)}`
              : 'educators; the district asks for no hours'
          }
          value={
            yardstick > 0
              ? share(participation.atOrAbove, participation.educators)
              : participation.educators
          }
          unit={
            yardstick > 0
              ? `of ${participation.educators.toLocaleString('en-US')} educators`
              : undefined
          }
          trend={
            yardstick > 0 && lastYear.educators > 0
              ? trendOf(
                  percent(participation.atOrAbove, participation.educators),
                  percent(lastYear.atOrAbove, lastYear.educators),
                  (value) => `${Math.round(value)}%`,
                )
              : undefined
          }
        />
        <Stat
          label="approved this school year"
          value={formatHours(hours.minutes)}
          trend={trendOf(hours.minutes, lastYear.minutes, formatHours)}
        />
        <Stat
          label="badges are current"
          value={badges.current.toLocaleString('en-US')}
          note={
            badges.expiring > 0
              ? `${counted(badges.expiring, 'expires', 'expire')} within 90 days`
              : undefined
          }
        />
      </StatRow>
      <ParticipationSection report={report} />
      <HoursSection report={report} />
      <PathwaysSection report={report} />
      <GoalsSection report={report} />
      <BadgesSection report={report} />
    </>
  )
}

function headline({ participation, yardstick, hours }: ReportPage) {
  if (yardstick === 0 || participation.educators === 0) {
    return `${formatHours(hours.minutes)} of professional learning this year`
  }
  const reached = share(participation.atOrAbove, participation.educators)
  return `${reached} of educators have reached ${formatHours(yardstick)}`
}
