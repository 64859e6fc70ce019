import type { EmailMatch } from '../outcome'
import type { RosterMember } from '../roster'
import { fullName } from '../../people/name'
import { type MemberState, onlyOne } from './state'

/** Who of the district is meant by each member of a roster, by `sourcedId`. */
export type MemberMatches = { known: Map<string, MemberState>; emailMatches: EmailMatch[] }

/**
 * Recognizes the people of a roster: by their `sourcedId`, then their master identifier, their
 * identifier, and their e-mail address, each only where it leads to exactly one person on either side.
 *
 * An e-mail address is enough for somebody who came from no roster yet. Of somebody with another
 * `sourcedId` it is asked, for addresses are handed on; `confirmed` has the `sourcedId`s of those who
 * are the same person.
 */
export function matchMembers(
  roster: readonly RosterMember[],
  existing: readonly MemberState[],
  confirmed: ReadonlySet<string>,
): MemberMatches {
  const known = new Map<string, MemberState>()
  const bySource = new Map(existing.map((member) => [member.sourceId, member]))
  const strangers = roster.filter((member) => {
    const found = bySource.get(member.sourcedId)
    if (found) known.set(member.sourcedId, found)
    return !found
  })
  let left = strangers
  for (const key of ['masterIdentifier', 'identifier'] as const) {
    left = claim(left, existing, known, (member) => member[key])
  }
  const emailMatches: EmailMatch[] = []
  claim(left, existing, known, emailOf, (stranger, member) => {
    if (member.sourceId === null || confirmed.has(stranger.sourcedId)) return true
    emailMatches.push({
      sourcedId: stranger.sourcedId,
      name: fullName(stranger),
      member: fullName(member),
      email: emailOf(stranger)!,
    })
    return false
  })
  return { known, emailMatches }
}

type Keyed = Pick<RosterMember, 'masterIdentifier' | 'identifier' | 'email'>
const emailOf = ({ email }: { email: string | null }) => email?.toLowerCase() ?? null

/** Takes those whose key leads to one person who is still free. @returns the others */
function claim(
  strangers: readonly RosterMember[],
  existing: readonly MemberState[],
  known: Map<string, MemberState>,
  keyOf: (row: Keyed) => string | null,
  isMeant: (stranger: RosterMember, member: MemberState) => boolean = () => true,
) {
  const taken = new Set([...known.values()].map(({ id }) => id))
  const free = onlyOne(
    existing.filter(({ id }) => !taken.has(id)),
    keyOf,
  )
  const single = onlyOne(strangers, keyOf)
  return strangers.filter((stranger) => {
    const key = keyOf(stranger)
    const member = single(key) === stranger ? free(key) : null
    if (!member || !isMeant(stranger, member)) return true
    known.set(stranger.sourcedId, member)
    return false
  })
}
