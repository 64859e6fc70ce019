import { ENROLLED_STATES, type EnrolledState } from '~/domain/pathways/enrolled'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { TextLink } from '~/ui/link'
import { VisuallyHidden } from '~/ui/visually-hidden'
import type { ReportPage } from './request.server'

const LINKED: EnrolledState[] = ['not_started', 'under_way', 'completed', 'lapsed']

/** The ways to the people behind the figures of a pathway, of the school where it is a school's report. */
export function PeopleLinks(props: {
  pathway: { id: string; title: string }
  report: Pick<ReportPage, 'organization'>
}) {
  const { pathway, report } = props
  const { district } = useDistrict()
  return (
    <p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 print:hidden">
      <span className="text-ink-quiet">People on it:</span>
      {LINKED.map((state) => (
        <TextLink
          key={state}
          href={`${paths.pathwayProgress(district, pathway)}?${new URLSearchParams({
            state,
            ...(report.organization && { organization: report.organization.id }),
          })}#people`}
        >
          {ENROLLED_STATES[state]}
          <VisuallyHidden> on {pathway.title}</VisuallyHidden>
        </TextLink>
      ))}
    </p>
  )
}
