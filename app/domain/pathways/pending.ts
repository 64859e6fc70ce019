import type { Day } from '../calendar'

/** Something of one's own that would count for a step once somebody approves it, or once it is done. */
export type Pending = {
  kind: 'activity' | 'completion' | 'award' | 'evidence'
  /** The row it is about. */
  id: string
  title: string
  minutes: number | null
  status: 'waiting' | 'returned' | 'denied'
  submissionId: string
  submittedAt: Date
  /** When a decision on it was taken back, so that it waits again. */
  reopenedAt: Date | null
  dueOn: Day
  /** Who returned or denied it, and why. */
  by: string | null
  reason: string | null
  /** What they looked for in it and found. */
  found: string[]
}
