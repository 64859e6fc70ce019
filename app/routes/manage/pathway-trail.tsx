import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Breadcrumbs } from '~/ui/breadcrumbs'

/** The way back to all pathways, and to the one that a page is about. */
export function PathwayTrail({ pathway }: { pathway?: { id: string; title: string } }) {
  const { district } = useDistrict()
  return (
    <Breadcrumbs
      items={[
        { label: 'Pathways', href: paths.managedPathways(district) },
        ...(pathway
          ? [{ label: pathway.title, href: paths.managedPathway(district, pathway) }]
          : []),
      ]}
    />
  )
}
