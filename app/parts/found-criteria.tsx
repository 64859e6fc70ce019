import { Icon } from '~/ui/icon'

/** What a reviewer looked for in evidence and found there. */
export function FoundCriteria({ found }: { found: string[] }) {
  if (found.length === 0) return null
  return (
    <ul className="mt-1 max-w-line space-y-1">
      {found.map((criterion) => (
        <li key={criterion} className="flex items-baseline gap-2">
          <span className="shrink-0 text-good">
            <Icon name="check" size="small" />
          </span>
          <span>
            <span className="sr-only">Found: </span>
            {criterion}
          </span>
        </li>
      ))}
    </ul>
  )
}
