import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Breadcrumbs } from '~/ui/breadcrumbs'

/** The way back to the report, and from one saved report to all. */
export function SavedTrail({ all = false }: { all?: boolean }) {
  const { district } = useDistrict()
  return (
    <Breadcrumbs
      items={[
        { label: 'Report', href: paths.report(district) },
        ...(all ? [{ label: 'Saved reports', href: paths.savedReports(district) }] : []),
      ]}
    />
  )
}
