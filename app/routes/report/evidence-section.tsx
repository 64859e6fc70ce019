import type { Strength } from '#db/words'
import { STRENGTHS } from '~/domain/evidence/evidence'
import { ChartWithTable } from '~/ui/chart-with-table'
import { formatExactDay } from '~/ui/day'
import { formatHours } from '~/ui/hours'
import { Section } from '~/ui/section'
import { SegmentedBar } from '~/ui/segmented-bar'
import { Why } from '~/parts/why'
import { FigureLink, ListLinks, useListHrefs } from './figure-links'
import { ReportTable } from './report-table'
import type { ReportPage } from './request.server'
import { share } from './share'

const ORDER = (Object.keys(STRENGTHS) as Strength[]).toReversed()

/** How strong the proof of the hours is. */
export function EvidenceSection({ report }: { report: ReportPage }) {
  const { evidence, asOf } = report
  const hrefs = useListHrefs(report)
  if (!evidence) return null
  const all = ORDER.reduce((sum, strength) => sum + evidence[strength], 0)
  if (all === 0) return null
  const schools = evidence.bySchool.filter((school) => ORDER.some((it) => school[it] !== 0))
  const present = ORDER.filter((strength) => evidence[strength] !== 0)
  return (
    <Section
      title={`${share(all - evidence.self_reported, all)} of the hours rest on more than somebody’s word`}
    >
      <ChartWithTable
        caption={`Approved hours of the school year by the strength of their proof, as of ${formatExactDay(asOf)}.`}
        chart={
          <SegmentedBar
            label="Hours by the strength of their proof"
            segments={present.map((strength) => ({
              label: STRENGTHS[strength],
              value: Math.round(evidence[strength] / 60),
            }))}
          />
        }
        table={
          <ReportTable
            name="evidence"
            caption="Hours by school and strength of proof"
            rows={schools}
            columns={present.map((strength) => ({
              key: strength,
              head: STRENGTHS[strength],
              numeric: true,
              cell: (row: (typeof schools)[number]) => (
                <FigureLink
                  value={row[strength]}
                  words={formatHours(row[strength])}
                  href={hrefs.credit({ organization: row.id, strength })}
                  of={`of ${row.name}: ${STRENGTHS[strength]}`}
                />
              ),
            }))}
            footer={{
              school: 'All',
              ...Object.fromEntries(present.map((it) => [it, formatHours(evidence[it])])),
            }}
          />
        }
        why={<Why {...report.why.evidence} />}
      />
      <ListLinks
        of="Hours by proof"
        links={present.map((strength) => ({
          label: STRENGTHS[strength],
          href: hrefs.credit({ strength }),
        }))}
      />
    </Section>
  )
}
