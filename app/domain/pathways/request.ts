import type { RequestKind, RequestStatus } from '#db/words'

export const MAX_REASON_LENGTH = 2000

/** What an educator can ask for: as a thing (“More time until 5 May”), and as something to do. */
export const REQUEST_KINDS: Record<RequestKind, { name: string; asking: string }> = {
  extension: { name: 'More time', asking: 'Ask for more time' },
  waiver: { name: 'To be let off', asking: 'Ask to be let off' },
}

export const REQUEST_STATUSES: Record<RequestStatus, string> = {
  waiting: 'Waiting for the coordinator',
  approved: 'Granted',
  denied: 'Refused',
  withdrawn: 'Withdrawn',
}
