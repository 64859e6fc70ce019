import { Link, useSearchParams } from '@remix-run/react'
import type { listWaiting } from '~/domain/approvals/waiting.server'
import { clockInWords, SUBMISSION_KINDS } from '~/domain/reviews/submission'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Hours } from '~/ui/hours-text'

type Row = Awaited<ReturnType<typeof listWaiting>>['rows'][number]

/** One line of the queue: whose, what, how much, and how long there is. */
export function QueueItem({ row, isCurrent }: { row: Row; isCurrent: boolean }) {
  const { district, today } = useDistrict()
  const [query] = useSearchParams()
  const isLate = row.dueOn < today
  return (
    <li
      className={`relative flex items-start gap-1 ${isCurrent ? 'bg-blaze-soft before:absolute before:inset-y-0 before:left-0 before:w-1 before:bg-blaze' : ''}`}
    >
      <label className="grid size-11 shrink-0 place-items-center">
        <input type="checkbox" name="submissions" value={row.id} className="size-5 accent-accent" />
        <span className="sr-only">
          Choose {row.title} by {row.member}
        </span>
      </label>
      <Link
        to={`${paths.approval(district, row)}?${query}`}
        aria-current={isCurrent ? 'page' : undefined}
        preventScrollReset
        className="min-w-0 grow rounded-control py-2 pr-3 hover:bg-sunken"
      >
        <span className="block font-semibold">{row.member}</span>
        <span className="block truncate">{row.title}</span>
        <span className="flex flex-wrap gap-x-2 text-sm text-ink-quiet">
          <span>{SUBMISSION_KINDS[row.kind]}</span>
          {row.minutes !== null && <Hours minutes={row.minutes} />}
          <span className={isLate ? 'font-semibold text-bad' : ''}>
            {clockInWords(row.dueOn, today)}
          </span>
        </span>
      </Link>
    </li>
  )
}
