import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { TextLink } from '~/ui/link'
import { VisuallyHidden } from '~/ui/visually-hidden'
import type { ReportPage } from './request.server'

type Narrowed = Record<string, string | undefined>

/**
 * The addresses of the educators, credit, goals, badges and decisions behind the figures of a report: of its day, of its school where it
 * is a school's report, and narrowed further; and of what waits, in today's report. Null where the actor may
 * not see them.
 */
export function useListHrefs({ asOf, organization, can }: ReportPage) {
  const { district } = useDistrict()
  const under = (path: string) => (narrowed: Narrowed) => {
    if (!can.openLists) return null
    const query = { asOf, organization: organization?.id, ...narrowed }
    const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []))
    return `${path}?${new URLSearchParams(given)}`
  }
  return {
    educators: under(paths.reportEducators(district)),
    credit: under(paths.reportCredit(district)),
    goals: under(paths.reportGoals(district)),
    badges: under(paths.reportBadges(district)),
    decisions: under(paths.reportDecisions(district)),
    /** What waits, of a school or of all: to decide on it today, where that is possible, or to look at it. */
    waiting: (school = organization?.id) =>
      can.openApprovals
        ? `${paths.approvals(district)}?whose=all${school ? `&organization=${school}` : ''}`
        : under(paths.reportDecisions(district))({ organization: school, state: 'waiting' }),
  }
}

/** A figure that leads to what it counts; as it is where nothing is behind it, or not to be seen. */
export function FigureLink(props: {
  /** Null where it is not told. */
  value: number | null
  /** How it is written; as a number where absent. */
  words?: string
  href: string | null
  /** What it counts, for who hears the links alone. */
  of: string
}) {
  const { value, words = value?.toLocaleString('en-US') ?? '–', href, of } = props
  if (!href || !value) return words
  return (
    <TextLink href={href}>
      {words}
      <VisuallyHidden> {of}</VisuallyHidden>
    </TextLink>
  )
}

/** The ways to what a section counts, beside its chart or before its table. */
export function ListLinks(props: {
  /** What is listed, such as `Goals`. */
  of: string
  links: { label: string; href: string | null }[]
}) {
  const links = props.links.flatMap(({ label, href }) => (href ? [{ label, href }] : []))
  if (links.length === 0) return null
  return (
    <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 print:hidden">
      <span className="text-ink-quiet">{props.of}:</span>
      {links.map(({ label, href }) => (
        <TextLink key={href} href={href}>
          {label}
          <VisuallyHidden>, the {props.of.toLowerCase()}</VisuallyHidden>
        </TextLink>
      ))}
    </p>
  )
}
