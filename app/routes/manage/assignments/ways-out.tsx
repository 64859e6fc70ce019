import { useSearchParams } from '@remix-run/react'
import type { DryRun } from '~/domain/pathways/dry-run.server'
import { ButtonLink } from '~/ui/link'

const DAYS_INSTEAD = 30

/** What can be done at once for those whose due date has passed or cannot be reckoned. */
export function WaysOut({ run }: { run: DryRun }) {
  const [given] = useSearchParams()
  const { duePassed, noHireDate } = run.counts
  if (duePassed === 0 && (noHireDate === 0 || given.get('due') !== 'hire')) return null
  const days = Number(given.get('dueDays')) || DAYS_INSTEAD
  const isDay = given.get('due') === 'day'
  const ways: [string, Record<string, string>][] = [
    [`Give them ${days} days from today`, { otherwise: 'days', otherwiseDays: String(days) }],
    ['Leave them out', { otherwise: 'leave_out' }],
    ['Enroll them without a due date', { otherwise: 'none' }],
    ...(isDay
      ? [['Drop the passed date', { due: 'none' }] as [string, Record<string, string>]]
      : []),
  ]
  return (
    <ul className="mb-6 flex flex-wrap gap-3" aria-label="Ways out">
      {ways.map(([label, changed]) => (
        <li key={label}>
          <ButtonLink href={`?${withChanged(given, changed)}`} size="small">
            {label}
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}

function withChanged(given: URLSearchParams, changed: Record<string, string>) {
  const next = new URLSearchParams(given)
  for (const [name, value] of Object.entries(changed)) next.set(name, value)
  next.delete('page')
  next.delete('show')
  return next.toString()
}
