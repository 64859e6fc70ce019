import { ReadinessBar } from '~/parts/readiness-bar'
import { formatExactDay } from '~/ui/day'
import { Section } from '~/ui/section'
import { WhyDisclosure } from '~/parts/why'
import { PeopleLinks } from './people-links'
import { ReportTable } from './report-table'
import type { ReportPage } from './request.server'
import { share } from './share'

type Pathway = ReportPage['pathways'][number]

const COUNTS = [
  ['audience', 'Audience'],
  ['assigned', 'Assigned'],
  ['engaged', 'Engaged'],
  ['demonstrated', 'Demonstrated'],
  ['current', 'Current'],
] as const

const columns = COUNTS.map(([key, head]) => ({
  key,
  head,
  numeric: true,
  cell: (row: Pathway['bySchool'][number]) => row[key].toLocaleString('en-US'),
}))

/** Each person once, so it may be less than the sum of the schools. */
const footerOf = (pathway: Pathway) => ({
  school: 'All',
  ...Object.fromEntries(COUNTS.map(([key]) => [key, pathway[key].toLocaleString('en-US')])),
})

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
      title={`${share(best.current, best.audience)} of those on “${best.title}” are current`}
      lead={`Staff on ${formatExactDay(report.asOf)} to whom the pathway was assigned. Who works at two schools counts at both, and once for the district.`}
    >
      <ul className="space-y-8">
        {pathways.map((pathway) => (
          <li key={pathway.id} className="print:break-inside-avoid">
            <h3 className="mb-2 font-semibold">{pathway.title}</h3>
            <ReadinessBar label={pathway.title} counts={pathway} />
            {report.can.seePeopleOnPathways && <PeopleLinks pathway={pathway} report={report} />}
            <ReportTable
              name={pathway.id}
              caption={`${pathway.title} by school`}
              rows={pathway.bySchool}
              columns={columns}
              footer={footerOf(pathway)}
            />
          </li>
        ))}
      </ul>
      <WhyDisclosure {...report.why.pathways} />
    </Section>
  )
}
