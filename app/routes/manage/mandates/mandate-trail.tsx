import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Breadcrumbs } from '~/ui/breadcrumbs'

/** The way back to the required trainings, or to one of them. */
export function MandateTrail({ mandate }: { mandate?: { id: string; title: string } }) {
  const { district } = useDistrict()
  return (
    <Breadcrumbs
      items={[
        { label: 'Required training', href: paths.mandates(district) },
        ...(mandate ? [{ label: mandate.title, href: paths.mandate(district, mandate) }] : []),
      ]}
    />
  )
}
