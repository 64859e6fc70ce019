import type { RosterImportStatus } from '#db/schema/roster'
import type { Actor } from '../policy'
import type { RosterOptions } from './roster'

/** The largest file that may be handed in. */
export const MAX_ROSTER_BYTES = 64 * 1024 * 1024

/** For how many days the staff of an import that was not applied is kept. */
export const DAYS_TO_APPLY = 7

/** What somebody has answered to the questions of an earlier reading. */
export type RosterAnswers = Pick<RosterOptions, 'dateOrder' | 'mode' | 'otherRoles'>

/** Reads and applies roster files after the request that brought them has been answered. */
export type RosterReader = {
  /** Takes over the file and deletes it when it is read. */
  read(job: RosterJob & { path: string; answers: RosterAnswers }): void
  apply(job: RosterJob & RosterDecisions): void
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

/** An import of a district, and who does it. */
export type RosterJob = { district: string; actor: Actor; importId: string }

/** What somebody has decided before a roster is applied. */
export type RosterDecisions = { acceptEndings: boolean; confirmed: string[] }

/** Where an import stands: `expired` was never applied, and its staff is not kept any more. */
export type RosterStanding = RosterImportStatus | 'expired'

const MINUTE = 60_000
const LONGEST_READING = 10 * MINUTE
const LONGEST_APPLYING = 10 * MINUTE

/** What is told of an import whose process ended while it read the file. */
export const INTERRUPTED =
  'The server was stopped while it read the file. Nothing was changed. Hand the file in again.'

type Row = { status: RosterImportStatus; createdAt: Date; appliedAt: Date | null }

/**
 * Where an import stands. The process that worked on it may have ended without a word: a reading that
 * takes too long has failed, and what was being applied was not, for that is one transaction.
 *
 * @param row `appliedAt` is the moment at which applying began, until it has ended
 */
export function standingOf(row: Row, hasRoster: boolean, now: Date): RosterStanding {
  const age = now.getTime() - row.createdAt.getTime()
  if (row.status === 'reading' && age > LONGEST_READING) return 'failed'
  const sinceApplying = row.appliedAt ? now.getTime() - row.appliedAt.getTime() : 0
  const isStuck = row.status === 'applying' && sinceApplying > LONGEST_APPLYING
  const status = isStuck ? 'previewed' : row.status
  return status === 'previewed' && !hasRoster ? 'expired' : status
}
