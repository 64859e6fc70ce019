import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Breadcrumbs } from '~/ui/breadcrumbs'

/** The way back to all pathways, and to the one and the assignment of it that a page is about. */
export function PathwayTrail(props: {
  pathway?: { id: string; title: string }
  assignment?: { id: string }
}) {
  const { pathway, assignment } = props
  const { district } = useDistrict()
  return (
    <Breadcrumbs
      items={[
        { label: 'Pathways', href: paths.managedPathways(district) },
        ...(pathway
          ? [{ label: pathway.title, href: paths.managedPathway(district, pathway) }]
          : []),
        ...(assignment
          ? [{ label: 'Assignment', href: paths.assignment(district, assignment) }]
          : []),
      ]}
    />
  )
}
