import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { PageHeader } from '~/ui/page-header'
import { Tabs } from '~/ui/tabs'

/** The head of both halves of the catalog. */
export function CatalogHeader({ current }: { current: 'courses' | 'badges' }) {
  const { district } = useDistrict()
  return (
    <PageHeader title="Catalog" lead="The courses and badges the district knows.">
      <Tabs
        label="Catalog"
        items={[
          { label: 'Courses', href: paths.catalog(district), current: current === 'courses' },
          { label: 'Badges', href: paths.badgeCatalog(district), current: current === 'badges' },
        ]}
      />
    </PageHeader>
  )
}
