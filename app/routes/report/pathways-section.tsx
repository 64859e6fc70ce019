import { ReadinessBar } from '~/parts/readiness-bar'
import { formatExactDay } from '~/ui/day'
import { Section } from '~/ui/section'
import { WhyDisclosure } from '~/parts/why'
import { currentInWords } from './figure-words'
import { PathwayTable } from './pathway-table'
import { PeopleLinks } from './people-links'
import type { ReportPage } from './request.server'

/** For each pathway how far its audience has come, and by school when asked. */
export function PathwaysSection({ report }: { report: ReportPage }) {
  const pathways = report.pathways.filter(({ audience }) => audience > 0)
  const [best] = pathways.toSorted((a, b) => b.current / b.audience - a.current / a.audience)
  if (!best) {
    return (
      <Section title="No pathway was assigned yet">
        <p className="max-w-line text-ink-quiet">
          When a coordinator assigns a pathway, how far each school has come stands here.
        </p>
      </Section>
    )
  }
  return (
    <Section
      title={currentInWords(best)}
      lead={`Staff on ${formatExactDay(report.asOf)} to whom the pathway was assigned. Who works at two schools counts at both, and once for the district.`}
    >
      <ul className="space-y-8">
        {pathways.map((pathway) => (
          <li key={pathway.id} className="print:break-inside-avoid">
            <h3 className="mb-2 font-semibold">{pathway.title}</h3>
            <ReadinessBar label={pathway.title} counts={pathway} />
            <PeopleLinks pathway={pathway} report={report} />
            <PathwayTable pathway={pathway} report={report} />
          </li>
        ))}
      </ul>
      <WhyDisclosure {...report.why.pathways} />
    </Section>
  )
}
