import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Breadcrumbs } from '~/ui/breadcrumbs'

/** The way back to the pathway and to all of them. */
export function PathwayTrail({ pathway }: { pathway: { id: string; title: string } }) {
  const { district } = useDistrict()
  return (
    <Breadcrumbs
      items={[
        { label: 'Pathways', href: paths.managedPathways(district) },
        { label: pathway.title, href: paths.managedPathway(district, pathway) },
      ]}
    />
  )
}
