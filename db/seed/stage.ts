import type { Role } from '../words'
import { at, type Day, dayOf, schoolYearOf } from './day'
import { idOf } from './id'
import type { DistrictWorld, Person } from './names'
import { isInRoster, sourceOf } from './roster'
import { noRows, type Rows } from './rows'

export type Hat = {
  organizationId: string
  role: Role
  startedOn: Day
  endedOn?: Day
}

/** Somebody on the staff, with everything that decides where and how long. */
export type Staff = { id: string; email: string; hats: Hat[]; userId: string | null }

/** A district while its rows are gathered. */
export type Stage = {
  names: DistrictWorld
  now: Date
  today: Day
  /** The school year it is, by the calendar year in which it began. */
  schoolYear: number
  rows: Rows
  staff: Map<string, Staff>
}

/** A district with nothing in it yet. */
export function emptyStage(names: DistrictWorld, now: Date): Stage {
  const today = dayOf(now)
  return {
    names,
    now,
    today,
    schoolYear: schoolYearOf(today),
    rows: noRows(),
    staff: new Map(),
  }
}

/**
 * Adds somebody to the staff, with the affiliations they have and had. The roster knows who teaches or
 * leads a school; whoever has another role only was added by hand.
 */
export function employ(
  { names, rows, staff }: Stage,
  person: Pick<Person, 'id' | 'givenName' | 'familyName' | 'email'> & { userId: string | null },
  hats: Hat[],
) {
  const { id, userId, givenName, familyName, email } = person
  const hiredOn = hats.map(({ startedOn }) => startedOn).toSorted()[0]!
  rows.members.push({
    id,
    userId,
    givenName,
    familyName,
    sortName: fold(`${familyName} ${givenName}`),
    email,
    hiredOn,
    sourceId: isInRoster(hats.map(({ role }) => role)) ? sourceIdOf(names.slug, email) : null,
    createdAt: at(hiredOn, '12:00'),
  })
  for (const hat of hats) {
    const name = `${email}/affiliation/${hat.organizationId}/${hat.role}/${hat.startedOn}`
    const source = sourceOf(hat.role)
    rows.affiliations.push({ id: idOf(name), memberId: id, ...hat, source })
  }
  staff.set(id, { id, email, hats, userId })
}

/**
 * The organization that somebody's work on a day belongs to; schools come before the district.
 *
 * @throws Error when the person was not with the district on that day
 */
export function organizationOn({ staff, names }: Stage, memberId: string, day: Day) {
  const held = staff.get(memberId)!.hats.filter((hat) => holdsOn(hat, day))
  const hat = held.find(({ organizationId }) => organizationId !== names.organization) ?? held[0]
  if (!hat) throw new Error(`Nobody can learn on ${day} with a district they are not with.`)
  return hat.organizationId
}

/** Who decides on what comes from an organization: its principal, else the administrator. */
export function reviewerOf({ staff, names }: Stage, organizationId: string, memberId: string) {
  const principal = [...staff.values()].find(
    ({ id, hats }) =>
      id !== memberId &&
      hats.some((hat) => hat.role === 'principal' && hat.organizationId === organizationId),
  )
  return principal?.id ?? names.rosa.id
}

/** Whether an affiliation holds on a day, both ends included. */
export const holdsOn = ({ startedOn, endedOn }: Hat, day: Day) =>
  startedOn <= day && (endedOn === undefined || endedOn >= day)

/** How the roster of a district calls somebody; the organizations are called in the same way. */
const sourceIdOf = (district: string, email: string) => `${district}-${email.split('@')[0]}`

/** Lower case without accents, as names are sorted. */
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
