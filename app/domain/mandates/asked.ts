/** Where somebody who is asked stands, as a filter. */
export const ASKED_STATES = ['overdue', 'due', 'ahead'] as const
export type AskedState = (typeof ASKED_STATES)[number]

export const ASKED_SORTS = ['due', '-due', 'name', '-name'] as const
export type AskedSort = (typeof ASKED_SORTS)[number]

export type AskedFilter = {
  state?: AskedState
  organizationId?: string
  sort: AskedSort
  page: number
}

/** What each state is called, with the next move in it. */
export const ASKED_NAMES: Record<AskedState, string> = {
  overdue: 'Overdue',
  due: 'Due',
  ahead: 'Nothing due now',
}

/** Where an open turn stands today. */
export function askedStateOf(
  { opensOn, lateOn }: { opensOn: string; lateOn: string },
  today: string,
): AskedState {
  if (lateOn <= today) return 'overdue'
  return opensOn <= today ? 'due' : 'ahead'
}
