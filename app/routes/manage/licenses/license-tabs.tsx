import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Tabs } from '~/ui/tabs'

export type LicenseTab = 'licenses' | 'behind' | 'expiring' | 'lost' | 'sample'

/** The lists about the licenses of the district. */
export function LicenseTabs({ current }: { current: LicenseTab }) {
  const { district } = useDistrict()
  const tab = (name: LicenseTab, label: string, href: string) => ({
    label,
    href,
    current: name === current,
  })
  return (
    <Tabs
      label="Licenses"
      items={[
        tab('licenses', 'All licenses', paths.managedLicenses(district)),
        tab('behind', 'Not on target', paths.licensesBehind(district)),
        tab('expiring', 'Expiring', paths.licensesExpiring(district)),
        tab('lost', 'Hours lost', paths.licensesLost(district)),
        tab('sample', 'Audit sample', paths.licensesSample(district)),
      ]}
    />
  )
}
