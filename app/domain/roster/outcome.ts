import type { Role } from '#db/words'
import type { Day } from '../calendar'

/** How many rows of a kind an import makes, changes, ends and leaves as they are. */
export type Counts = { created: number; changed: number; ended: number; unchanged: number }

/** The share of a district's active affiliations that an import may end without being asked. */
export const ENDINGS_WITHOUT_ASKING = 0.1

/** How many changes of a kind are named; the others are counted. */
export const NAMED_CHANGES = 100

/** One thing that an import changes, with the names a person knows it by. */
export type Change =
  | { kind: 'ends' | 'joins'; name: string; role: Role; organization: string; on: Day }
  | {
      kind: 'dates'
      name: string
      role: Role
      organization: string
      startedOn: Day
      endedOn: Day | null
    }
  | { kind: 'added'; name: string }
  | { kind: 'renamed'; name: string; from: string }
  | { kind: 'email'; name: string; from: string | null; to: string }
  | { kind: 'identified'; name: string }
  | { kind: 'teaches'; name: string; begins: string[]; ends: string[] }
  | { kind: 'organization_added' | 'organization_closed' | 'organization_reopened'; name: string }
  | { kind: 'organization_edited'; name: string; from: string | null }
  | { kind: 'organization_moved'; name: string; under: string }

export type ChangeKind = Change['kind']

/** The changes of one kind: all of them counted, the first `NAMED_CHANGES` by name. */
export type NamedChanges = { kind: ChangeKind; total: number; named: Change[] }

/** The kinds of changes, those first that a person should look at first. */
export const CHANGE_KINDS: readonly ChangeKind[] = [
  'ends',
  'joins',
  'dates',
  'added',
  'renamed',
  'email',
  'identified',
  'teaches',
  'organization_closed',
  'organization_added',
  'organization_reopened',
  'organization_edited',
  'organization_moved',
]

/**
 * Somebody of the roster who has the e-mail address of a member with another `sourcedId`. They are
 * two people until somebody says that they are one.
 */
export type EmailMatch = { sourcedId: string; name: string; member: string; email: string }

/** So many affiliations would end that somebody has to say that this is meant. */
export type Stop = { ended: number; active: number; share: number }

/** What applying a roster changes, or has changed. */
export type RosterOutcome = {
  organizations: Counts
  members: Counts
  affiliations: Counts
  changes: NamedChanges[]
  stop: Stop | null
  emailMatches: EmailMatch[]
}

/** Puts changes together by kind, in the order of `CHANGE_KINDS`. */
export function namedChanges(changes: readonly Change[]): NamedChanges[] {
  return CHANGE_KINDS.flatMap((kind) => {
    const ofKind = changes.filter((change) => change.kind === kind)
    if (ofKind.length === 0) return []
    return [{ kind, total: ofKind.length, named: ofKind.slice(0, NAMED_CHANGES) }]
  })
}

/** Whether so many affiliations end that somebody has to be asked, and how many. */
export function stopOf(ended: number, active: number): Stop | null {
  if (active === 0 || ended / active <= ENDINGS_WITHOUT_ASKING) return null
  return { ended, active, share: ended / active }
}

/** Whether anything would change at all. */
export const changesAnything = (outcome: RosterOutcome) =>
  changesSubjects(outcome) ||
  [outcome.organizations, outcome.members, outcome.affiliations].some(
    ({ created, changed, ended }) => created + changed + ended > 0,
  )

/** Whether somebody would teach other subjects. */
const changesSubjects = ({ changes }: Pick<RosterOutcome, 'changes'>) =>
  changes.some(({ kind }) => kind === 'teaches')

/** No rows. */
export const noCounts = (): Counts => ({ created: 0, changed: 0, ended: 0, unchanged: 0 })
