import { PEOPLE_STATES } from '~/domain/readiness/readiness'
import { FigureLink } from './figure-links'
import { useCountedHref } from './people-links'
import { ReportTable } from './report-table'
import type { ReportPage } from './request.server'

type Pathway = ReportPage['pathways'][number]
type School = Pathway['bySchool'][number]

const STATES = ['assigned', 'engaged', 'demonstrated', 'current'] as const

/**
 * The four states of a pathway by school, each leading to its people; but not those of the district's own
 * offices, which readiness shows with all its schools.
 */
export function PathwayTable({ pathway, report }: { pathway: Pathway; report: ReportPage }) {
  const hrefOf = useCountedHref(report)
  const schoolIds = new Set(report.schools.map(({ id }) => id))
  const linked = (state: (typeof STATES)[number], value: number, of: string, school?: string) => (
    <FigureLink
      value={value}
      href={hrefOf(pathway, state, school)}
      of={`${of} on ${pathway.title}: ${PEOPLE_STATES[state]}`}
    />
  )
  const whole = report.organization ?? report.district
  return (
    <ReportTable
      name={pathway.id}
      caption={`${pathway.title} by school`}
      rows={pathway.bySchool}
      columns={[
        {
          key: 'audience',
          head: 'Audience',
          numeric: true,
          cell: ({ audience }: School) => audience.toLocaleString('en-US'),
        },
        ...STATES.map((state) => ({
          key: state,
          head: PEOPLE_STATES[state],
          numeric: true,
          cell: (row: School) =>
            schoolIds.has(row.id)
              ? linked(state, row[state], row.name, row.id)
              : row[state].toLocaleString('en-US'),
        })),
      ]}
      /* Each person once, so it may be less than the sum of the schools. */
      footer={{
        school: 'All',
        audience: pathway.audience.toLocaleString('en-US'),
        ...Object.fromEntries(
          STATES.map((state) => [
            state,
            linked(state, pathway[state], whole.name, report.organization?.id),
          ]),
        ),
      }}
    />
  )
}
