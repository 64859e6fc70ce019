import { useSearchParams } from '@remix-run/react'
import { formatExactDay } from '~/ui/day'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import { SegmentedBar } from '~/ui/segmented-bar'
import { Table } from '~/ui/table'
import type { ReportPage } from './request.server'
import { share } from './share'

type Pathway = ReportPage['pathways'][number]
type Schools = NonNullable<Pathway['bySchool']>

const columnsOf = () =>
  (
    [
      ['audience', 'Audience'],
      ['assigned', 'Assigned'],
      ['engaged', 'Engaged'],
      ['demonstrated', 'Demonstrated'],
      ['current', 'Current'],
    ] as const
  ).map(([key, head]) => ({
    key,
    head,
    numeric: true,
    cell: (row: Schools[number]) => row[key].toLocaleString('en-US'),
  }))

/** For each pathway how far its audience has come, and for one of them the same by school. */
export function PathwaysSection({ report }: { report: ReportPage }) {
  const [query] = useSearchParams()
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
      lead={`Staff on ${formatExactDay(report.asOf)} to whom the pathway was assigned.`}
    >
      <ul className="space-y-8">
        {pathways.map((pathway) => (
          <li key={pathway.id} id={pathway.id} className="print:break-inside-avoid">
            <h3 className="mb-2 font-semibold">{pathway.title}</h3>
            <SegmentedBar
              label={pathway.title}
              segments={segmentsOf(pathway)}
              total={pathway.audience}
            />
            {pathway.bySchool ? (
              <SchoolTable title={pathway.title} schools={pathway.bySchool} />
            ) : (
              <p className="mt-2 text-sm print:hidden">
                <TextLink
                  href={`?${withPathway(query, pathway.id)}#${pathway.id}`}
                  aria-label={`${pathway.title} by school`}
                >
                  By school
                </TextLink>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The furthest state of each person, so that the parts add up to the audience. */
function segmentsOf({ audience, engaged, demonstrated, current }: Pathway) {
  return [
    { label: 'Current', value: current },
    { label: 'Demonstrated, not current', value: Math.max(0, demonstrated - current) },
    { label: 'Engaged', value: Math.max(0, engaged - demonstrated) },
    { label: 'Not begun', value: Math.max(0, audience - engaged) },
  ]
}

function SchoolTable({ title, schools }: { title: string; schools: Schools }) {
  return (
    <div className="mt-3">
      <Table
        caption={`${title} by school`}
        captionHidden
        dense
        narrow="scroll"
        rows={schools}
        rowKey={({ id }) => id}
        columns={[
          { key: 'school', head: 'School', rowHead: true, cell: ({ name }) => name },
          ...columnsOf(),
        ]}
      />
    </div>
  )
}

/** The query string with another pathway shown by school. */
function withPathway(query: URLSearchParams, id: string) {
  const changed = new URLSearchParams(query)
  changed.set('pathway', id)
  return changed
}
