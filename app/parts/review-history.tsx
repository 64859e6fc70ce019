import type { HistoryEntry } from '~/domain/reviews/history.server'
import { Day } from '~/ui/day-text'
import { Icon, type IconName } from '~/ui/icon'
import { useDistrict } from './district-context'
import { dayOf } from './instant-day'

const words: Record<HistoryEntry['status'], { word: string; icon: IconName }> = {
  sent: { word: 'Sent for approval', icon: 'arrow' },
  approved: { word: 'Approved', icon: 'check-circle' },
  returned: { word: 'Returned with a question', icon: 'return' },
  denied: { word: 'Denied', icon: 'deny' },
  withdrawn: { word: 'Taken back', icon: 'return' },
}

/** What was sent and decided, oldest first, each with who and why. */
export function ReviewHistory({ history }: { history: HistoryEntry[] }) {
  const { timeZone, today } = useDistrict()
  return (
    <ol className="space-y-4 border-l border-line pl-5">
      {history.map(({ id, status, at, by, reason }) => (
        <li key={id} className="flex gap-2">
          <span className="grid h-6 shrink-0 place-items-center">
            <Icon name={words[status].icon} size="small" />
          </span>
          <div className="min-w-0">
            <p className="flex flex-wrap gap-x-2">
              <span className="font-semibold">{words[status].word}</span>
              <span className="text-ink-quiet">
                {by && `by ${by} · `}
                <Day value={dayOf(at, timeZone)} today={today} />
              </span>
            </p>
            {reason && (
              <blockquote className="mt-1 max-w-line whitespace-pre-line">“{reason}”</blockquote>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
