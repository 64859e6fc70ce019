import type { FileStanding } from '~/domain/retention/retention'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Tabs } from '~/ui/tabs'

const LABELS: Record<FileStanding, string> = {
  due: 'Due',
  held: 'Kept by a hold',
  coming: 'Due within a year',
  destroyed: 'Destroyed',
}

/** The lists of files, and the legal holds. */
export function RetentionTabs(props: {
  current: FileStanding | 'holds'
  counts?: Record<FileStanding, number>
}) {
  const { district } = useDistrict()
  const files = (Object.keys(LABELS) as FileStanding[]).map((standing) => ({
    label: LABELS[standing],
    href:
      standing === 'due'
        ? paths.retention(district)
        : `${paths.retention(district)}?standing=${standing}`,
    count: props.counts?.[standing],
    current: standing === props.current,
  }))
  const holds = {
    label: 'Legal holds',
    href: paths.holds(district),
    current: props.current === 'holds',
  }
  return <Tabs label="Retention" items={[...files, holds]} />
}
