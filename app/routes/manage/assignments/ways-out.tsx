import { useSearchParams } from '@remix-run/react'
import type { DryRun } from '~/domain/pathways/dry-run.server'
import { ButtonLink } from '~/ui/link'

const DAYS_INSTEAD = 30

/** What a button says, and the fields of the rule that it changes. */
type Way = [label: string, changed: Record<string, string>]

const forPassed = (days: number): Way[] => [
  [`Give them ${days} days from today`, { otherwise: 'days', otherwiseDays: String(days) }],
  ['Leave them out', { otherwise: 'leave_out' }],
  ['Enroll them without a due date', { otherwise: 'none' }],
]

/** What can be done at once for those whose due date has passed, cannot be reckoned or leaves too little time. */
export function WaysOut({ run }: { run: DryRun }) {
  const [given] = useSearchParams()
  const { duePassed, noHireDate, notEnoughTime } = run.counts
  const isUnknown = duePassed > 0 || (noHireDate > 0 && given.get('due') === 'hire')
  if (!isUnknown && notEnoughTime === 0) return null
  const days = Number(given.get('dueDays')) || DAYS_INSTEAD
  const isDay = given.get('due') === 'day'
  const ways: Way[] = [
    ...(isUnknown ? forPassed(days) : []),
    ...(duePassed > 0 && isDay ? [['Drop the passed date', { due: 'none' }] satisfies Way] : []),
    ...(notEnoughTime > 0
      ? [
          [
            `Give everybody the ${run.daysNeeded} days of the steps`,
            { due: 'assignment', dueDays: String(run.daysNeeded) },
          ] satisfies Way,
        ]
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
