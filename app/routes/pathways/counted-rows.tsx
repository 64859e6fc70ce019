import type { EnrollmentStep } from '~/domain/pathways/enrollment-page.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Hours } from '~/ui/hours-text'
import { Icon } from '~/ui/icon'
import { TextLink } from '~/ui/link'

type Counted = EnrollmentStep['counted'][number]

/** The rows that count for a step, each leading to what it is. */
export function CountedRows({ rows }: { rows: Counted[] }) {
  if (rows.length === 0) return null
  return (
    <ul className="space-y-1">
      {rows.map((row) => (
        <li key={row.id} className="flex items-baseline gap-2">
          <span className="text-good">
            <Icon name="check" size="small" />
          </span>
          <span>
            <span className="sr-only">Counted: </span>
            <Named row={row} />
            {row.minutes !== undefined && (
              <span className="text-ink-quiet">
                {' '}
                · <Hours minutes={row.minutes} />
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

const PAGES = new Map([
  ['activity', paths.activity],
  ['completion', paths.completion],
  ['award', paths.award],
  ['goal', paths.goal],
  ['enrollment', paths.enrollment],
])

function Named({ row }: { row: Counted }) {
  const { district } = useDistrict()
  const page = PAGES.get(row.kind)
  const title = row.title ?? 'Something no longer on record'
  return page && row.title ? <TextLink href={page(district, row)}>{title}</TextLink> : title
}
