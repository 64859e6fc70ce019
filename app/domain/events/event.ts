/** What can happen, in the past tense; `db/codes.ts` has the list. */
export type { EventType } from '#db/codes'
