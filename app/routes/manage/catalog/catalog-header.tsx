import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { PageHeader } from '~/ui/page-header'
import { Tabs } from '~/ui/tabs'

/** The head of each part of the catalog. */
export function CatalogHeader({ current }: { current: 'courses' | 'badges' | 'priorities' }) {
  const { district } = useDistrict()
  return (
    <PageHeader
      title="Catalog"
      lead="The courses and badges the district knows, and the priorities that goals serve."
    >
      <Tabs
        label="Catalog"
        items={[
          { label: 'Courses', href: paths.catalog(district), current: current === 'courses' },
          { label: 'Badges', href: paths.badgeCatalog(district), current: current === 'badges' },
          {
            label: 'Priorities',
            href: paths.priorities(district),
            current: current === 'priorities',
          },
        ]}
      />
    </PageHeader>
  )
}
