import type { HistoryEntry } from '~/domain/reviews/history.server'
import { Day } from '~/ui/day-text'
import { paths } from '~/http/paths'
import { Icon, type IconName } from '~/ui/icon'
import { TextLink } from '~/ui/link'
import { useDistrict } from './district-context'
import { FoundCriteria } from './found-criteria'
import { dayOf } from './instant-day'

type Plain = HistoryEntry & { status: Exclude<HistoryEntry['status'], 'reopened'> }

const words: Record<Plain['status'], { word: string; icon: IconName }> = {
  sent: { word: 'Sent for approval', icon: 'arrow' },
  approved: { word: 'Approved', icon: 'check-circle' },
  returned: { word: 'Returned with a question', icon: 'return' },
  denied: { word: 'Denied', icon: 'deny' },
  withdrawn: { word: 'Taken back', icon: 'return' },
}

/** What was sent and decided, oldest first, each with who and why. */
export function ReviewHistory(props: {
  history: HistoryEntry[]
  /** The submission whose decision the reader may take back. */
  reopenable?: { id: string } | null
}) {
  const { district, timeZone, today } = useDistrict()
  const { history, reopenable } = props
  return (
    <>
      <ol className="space-y-4 border-l border-line pl-5">
        {history.map((entry) => (
          <li key={entry.id} className="flex gap-2">
            <span className="grid h-6 shrink-0 place-items-center">
              <Icon name={isPlain(entry) ? words[entry.status].icon : 'return'} size="small" />
            </span>
            <div className="min-w-0">
              <p className="flex flex-wrap gap-x-2">
                <span className="font-semibold">
                  {isPlain(entry)
                    ? words[entry.status].word
                    : `${entry.by} took the ${entry.takenBack === 'denied' ? 'denial' : 'approval'} back`}
                </span>
                <span className="text-ink-quiet">
                  {isPlain(entry) && entry.by && `by ${entry.by} · `}
                  <Day value={dayOf(entry.at, timeZone)} today={today} />
                </span>
              </p>
              {entry.reason && (
                <blockquote className="mt-1 max-w-line whitespace-pre-line">
                  “{entry.reason}”
                </blockquote>
              )}
              <FoundCriteria found={entry.found} />
            </div>
          </li>
        ))}
      </ol>
      {reopenable && (
        <p className="mt-4 print:hidden">
          <TextLink href={paths.reopening(district, reopenable)}>Take the decision back</TextLink>
        </p>
      )}
    </>
  )
}

const isPlain = (entry: HistoryEntry): entry is Plain => entry.status !== 'reopened'
