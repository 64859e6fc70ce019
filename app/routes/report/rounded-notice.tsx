import { roundedInWords } from '~/domain/reports/rounding'
import { Notice } from '~/ui/notice'
import type { ReportPage } from './request.server'

/** That the numbers are rounded, and why. */
export function RoundedNotice({ report }: { report: Pick<ReportPage, 'rounded'> }) {
  if (!report.rounded) return null
  return (
    <div className="mb-10">
      <Notice>{roundedInWords(report.rounded, 'since you may not open persons’ records')}</Notice>
    </div>
  )
}
