import { AWARDS_COUNTED } from '~/domain/report-lists/list'
import type { ReportPage } from './request.server'
import { formatExactDay } from '~/ui/day'
import { Section } from '~/ui/section'
import { WhyDisclosure } from '~/parts/why'
import { FigureLink, ListLinks, useListHrefs } from './figure-links'
import { ReportTable } from './report-table'
import { cellsOf } from './cells'

const COUNTS = [
  ['current', 'Current'],
  ['expiring', 'Of these, expiring in 90 days'],
  ['expired', 'Expired'],
  ['notVerified', 'Not verified'],
] as const

/** Badges by school: only those that somebody verified count as current. */
export function BadgesSection({ report }: { report: ReportPage }) {
  const { badges, asOf } = report
  const hrefs = useListHrefs(report)
  const { count, isRounded } = cellsOf(report)
  const schools = badges.bySchool.filter(({ verified, notVerified }) => verified + notVerified > 0)
  if (badges.verified + badges.notVerified === 0) {
    return (
      <Section title={isRounded ? 'Few or no badges were recorded' : 'No badge was recorded yet'}>
        <p className="max-w-line text-ink-quiet">Badges that educators record are counted here.</p>
      </Section>
    )
  }
  return (
    <Section
      title={`${count(badges.current)} verified badges are current`}
      lead={`As of ${formatExactDay(asOf)}. A badge counts once a person has checked it.`}
    >
      <ListLinks
        of="Badges"
        links={COUNTS.filter(([key]) => badges[key] > 0).map(([key]) => ({
          label: AWARDS_COUNTED[key],
          href: hrefs.badges({ state: key }),
        }))}
      />
      <ReportTable
        name="badges"
        caption="Badges by school"
        rows={schools}
        columns={COUNTS.map(([key, head]) => ({
          key,
          head,
          numeric: true,
          cell: (row: (typeof schools)[number]) => (
            <FigureLink
              value={row[key]}
              words={count(row[key])}
              href={hrefs.badges({ organization: row.id, state: key })}
              of={`badges of ${row.name}: ${head}`}
            />
          ),
        }))}
        footer={{
          school: 'All',
          ...Object.fromEntries(COUNTS.map(([key]) => [key, count(badges[key])])),
        }}
      />
      <WhyDisclosure {...report.why.badges} />
    </Section>
  )
}
