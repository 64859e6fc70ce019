import { counted } from '~/parts/people-words'
import { formatHours } from '~/ui/hours'
import { Stat, StatRow } from '~/ui/stat'
import { ApprovalsSection } from './approvals-section'
import { BadgesSection } from './badges-section'
import { cellsOf } from './cells'
import { CompetenciesSection } from './competencies-section'
import { EquitySection } from './equity-section'
import { EvidenceSection } from './evidence-section'
import { GoalsSection } from './goals-section'
import { HoursSection } from './hours-section'
import { ParticipationSection } from './participation-section'
import { PathwaysSection } from './pathways-section'
import { useListHrefs } from './figure-links'
import type { ReportPage } from './request.server'
import { trendOf } from './share'

/** The figures of a report: what matters most, then section by section. */
export function ReportBody({ report }: { report: ReportPage }) {
  const { participation, hours, badges, yardstick, lastYear, rounded } = report
  const { count, part, shareIn, share } = cellsOf(report)
  const hrefs = useListHrefs(report)
  if (rounded?.isWithheld) return <PathwaysSection report={report} />
  const { atOrAbove, educators } = participation
  const reached = shareIn(atOrAbove, educators)
  const reachedBefore = lastYear && shareIn(lastYear.atOrAbove, lastYear.educators)
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
              ? reached === null
                ? part(atOrAbove, educators)
                : share(atOrAbove, educators)
              : count(educators)
          }
          href={hrefs.educators({ reached: yardstick > 0 ? 'atOrAbove' : undefined }) ?? undefined}
          unit={yardstick > 0 ? `of ${count(educators)} educators` : undefined}
          trend={
            yardstick > 0 && reached !== null && reachedBefore !== null
              ? trendOf(reached, reachedBefore, (value) => `${Math.round(value)}%`)
              : undefined
          }
        />
        <Stat
          label="approved this school year"
          value={formatHours(hours.minutes)}
          href={hrefs.credit({}) ?? undefined}
          trend={lastYear ? trendOf(hours.minutes, lastYear.minutes, formatHours) : undefined}
        />
        <Stat
          label="badges are current"
          value={count(badges.current)}
          href={hrefs.badges({ state: 'current' }) ?? undefined}
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
export function headlineOf(report: ReportPage) {
  const { participation, yardstick, hours } = report
  if (report.rounded?.isWithheld) return 'The report of a few educators'
  const reached = cellsOf(report).shareIn(participation.atOrAbove, participation.educators)
  if (yardstick === 0 || reached === null) {
    return `${formatHours(hours.minutes)} of professional learning this year`
  }
  return `${Math.round(reached)}% of educators have reached ${formatHours(yardstick)}`
}
