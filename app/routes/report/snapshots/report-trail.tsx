import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Breadcrumbs } from '~/ui/breadcrumbs'

/** The way back to the report, and from one snapshot to all. */
export function ReportTrail({ all = false }: { all?: boolean }) {
  const { district } = useDistrict()
  return (
    <Breadcrumbs
      items={[
        { label: 'Report', href: paths.report(district) },
        ...(all ? [{ label: 'Snapshots', href: paths.snapshots(district) }] : []),
      ]}
    />
  )
}
