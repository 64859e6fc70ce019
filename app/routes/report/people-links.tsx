import { ENROLLED_STATES, type EnrolledState } from '~/domain/pathways/enrolled'
import { partsOf, PEOPLE_STATES, type PeopleState } from '~/domain/readiness/readiness'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { TextLink } from '~/ui/link'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { countedQuery } from './counted'
import type { ReportPage } from './request.server'

type Pathway = ReportPage['pathways'][number]

/** The part of the bar each state is. */
const COUNTED = {
  current: 'current',
  lapsed: 'lapsed',
  under_way: 'underWay',
  not_engaged: 'notBegun',
  not_assigned: 'notAssigned',
} as const satisfies Partial<Record<PeopleState, keyof ReturnType<typeof partsOf>>>

const ENROLLED: EnrolledState[] = ['not_started', 'under_way', 'completed', 'lapsed']

/**
 * The ways to the people behind the figures of a pathway: to those they count on the day of the report, for
 * who may see staff by name; else to those on it today.
 */
export function PeopleLinks({ pathway, report }: { pathway: Pathway; report: ReportPage }) {
  if (report.can.openCounted) return <CountedLinks pathway={pathway} report={report} />
  if (report.can.openEnrolled) return <EnrolledLinks pathway={pathway} report={report} />
  return null
}

function CountedLinks({ pathway, report }: { pathway: Pathway; report: ReportPage }) {
  const hrefOf = useCountedHref(report)
  const parts = partsOf(pathway)
  const states = (Object.keys(COUNTED) as (keyof typeof COUNTED)[]).filter(
    (state) => parts[COUNTED[state]] > 0,
  )
  return (
    <Links
      label="Who they are"
      of={pathway.title}
      links={states.map((state) => ({
        label: PEOPLE_STATES[state],
        href: hrefOf(pathway, state, report.organization?.id)!,
      }))}
    />
  )
}

function EnrolledLinks({ pathway, report }: { pathway: Pathway; report: ReportPage }) {
  const { district } = useDistrict()
  const hrefOf = (state: EnrolledState) =>
    `${paths.pathwayProgress(district, pathway)}?${new URLSearchParams({
      state,
      ...(report.organization && { organization: report.organization.id }),
    })}#people`
  return (
    <Links
      label="Everybody on it today, those on leave among them, whom the figures leave out"
      of={pathway.title}
      links={ENROLLED.map((state) => ({ label: ENROLLED_STATES[state], href: hrefOf(state) }))}
    />
  )
}

/**
 * The address of those whom a figure of a pathway counts on the day of the report, of an organization with
 * all below it or of the district; null where the actor may not see them.
 */
export function useCountedHref({ asOf, can }: Pick<ReportPage, 'asOf' | 'can'>) {
  const { district } = useDistrict()
  return (pathway: { id: string }, state: PeopleState, organization?: string) => {
    if (!can.openCounted) return null
    const query = countedQuery({ pathway: pathway.id, state, asOf, organization })
    return `${paths.readiness(district)}${query}#people`
  }
}

function Links(props: { label: string; of: string; links: { label: string; href: string }[] }) {
  return (
    <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 print:hidden">
      <span className="text-ink-quiet">{props.label}:</span>
      {props.links.map(({ label, href }) => (
        <TextLink key={href} href={href}>
          {label}
          <VisuallyHidden> on {props.of}</VisuallyHidden>
        </TextLink>
      ))}
    </p>
  )
}
