import type { Day } from '../calendar'

/** Something that waits for the person on whose home page it stands, most urgent first. */
export type Next =
  | { kind: 'approvals'; count: number; dueOn: Day; id: string }
  | { kind: 'requests'; count: number; since: Day; id: string }
  | ({ kind: 'returned'; title: string; by: string; reason: string | null } & Returned)
  | { kind: 'pathway'; id: string; title: string; dueOn: Day; stepsLeft: number }
  | { kind: 'training'; id: string; title: string; dueOn: Day; isOverdue: boolean }
  | { kind: 'comment'; id: string; title: string; by: string; question: string | null }
  | { kind: 'goal'; id: string; title: string; dueOn: Day }
  | { kind: 'draft'; id: string; title: string }

/** What came back; the id of a step is its key. */
type Returned =
  | { what: 'activity' | 'completion' | 'award'; id: string }
  | { what: 'step'; id: string; enrollmentId: string }

export const NEXT_SHOWN = 5
/** How many days ahead a training, a pathway or a goal begins to ask for attention. */
export const NEXT_DAYS = 45

const urgency = ({ kind, ...item }: Next) => {
  const day = 'dueOn' in item ? item.dueOn : 'since' in item ? item.since : '0000'
  if ('isOverdue' in item && item.isOverdue) return `1${day}`
  const order = {
    returned: '0',
    approvals: '1',
    requests: '1',
    training: '2',
    pathway: '2',
    goal: '2',
    comment: '3',
    draft: '9',
  }
  return order[kind] + day
}

/** The items in the order in which they matter, as many as are shown. */
export const mostUrgent = (items: Next[]) =>
  items.toSorted((one, other) => urgency(one).localeCompare(urgency(other))).slice(0, NEXT_SHOWN)
