import { counted } from '~/parts/people-words'
import { formatHours } from '~/ui/hours'
import { Stat, StatRow } from '~/ui/stat'
import { ApprovalsSection } from './approvals-section'
import { BadgesSection } from './badges-section'
import { CompetenciesSection } from './competencies-section'
import { EquitySection } from './equity-section'
import { EvidenceSection } from './evidence-section'
import { GoalsSection } from './goals-section'
import { HoursSection } from './hours-section'
import { ParticipationSection } from './participation-section'
import { PathwaysSection } from './pathways-section'
import type { ReportPage } from './request.server'
import { percent, share, trendOf } from './share'

/** The figures of a report: what matters most, then section by section. */
export function ReportBody({ report }: { report: ReportPage }) {
  const { participation, hours, badges, yardstick, lastYear } = report
  return (
    <>
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
      <EquitySection report={report} />
      <HoursSection report={report} />
      <CompetenciesSection report={report} />
      <EvidenceSection report={report} />
      <PathwaysSection report={report} />
      <GoalsSection report={report} />
      <BadgesSection report={report} />
      <ApprovalsSection report={report} />
    </>
  )
}

/** What the report says in one sentence. */
export function headlineOf({ participation, yardstick, hours }: ReportPage) {
  if (yardstick === 0 || participation.educators === 0) {
    return `${formatHours(hours.minutes)} of professional learning this year`
  }
  const reached = share(participation.atOrAbove, participation.educators)
  return `${reached} of educators have reached ${formatHours(yardstick)}`
}
