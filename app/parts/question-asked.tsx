import type { HistoryEntry } from '~/domain/reviews/history.server'
import { Notice } from '~/ui/notice'

/** The question with which something came back, above the form that answers it. */
export function QuestionAsked({ history }: { history: HistoryEntry[] }) {
  const last = history.at(-1)
  if (last?.status !== 'returned' || !last.reason) return null
  return (
    <div className="mb-8 max-w-form">
      <Notice tone="next" icon="return" title={`${last.by} asks`}>
        <blockquote className="whitespace-pre-line">“{last.reason}”</blockquote>
      </Notice>
    </div>
  )
}
