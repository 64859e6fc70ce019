import { groupBy } from '../grouping'
import { fullName } from '../people/name'
import type { Scope } from '../scope.server'
import { hoursByMember } from './hours.server'
import { daysOutside, type Outside } from './outside.server'
import { type Known, peopleNamed, schoolsOf, stateNumbers } from './people.server'
import type { Reason, SomePeople } from './reason'
import type { Educator, Period } from './state-file'

/** How many of those who share a number are named. */
const NAMED = 3

/**
 * Everybody with approved hours in the period, with the school they have earned the latest of them at, and
 * what stands against telling them.
 */
export async function educatorsIn(scope: Scope, period: Period): Promise<Educator[]> {
  const [hours, numbers, schools] = await Promise.all([
    hoursByMember(scope, period),
    stateNumbers(scope),
    schoolsOf(scope),
  ])
  const byMember = groupBy(hours, ({ memberId }) => memberId)
  const named = [...byMember.keys()].flatMap((memberId) => [
    memberId,
    ...othersNamed(memberId, numbers.get(memberId)),
  ])
  const people = await peopleNamed(scope, [...new Set(named)])
  const sums = [...byMember].map(([memberId, own]) => ({
    ...sumOf(own),
    memberId,
    hiredOn: people.get(memberId)!.hiredOn,
  }))
  const outside = await daysOutside(scope, period, sums)

  return sums.map(({ memberId, organizationId, activities, minutes }) => {
    const { givenName, familyName, sortName, hiredOn } = people.get(memberId)!
    const known = numbers.get(memberId)
    const school = schools.get(organizationId)!
    const others = {
      names: othersNamed(memberId, known).map((id) => fullName(people.get(id)!)),
      count: Math.max(0, (known?.sharedWith.length ?? 0) - 1),
    }
    const reasons: Reason[] = [
      ...reasonsOfNumber(known, others),
      ...(school.number === null
        ? [{ kind: 'no_school_number' as const, organizationId: school.id, school: school.name }]
        : []),
      ...reasonsOfDays(outside.get(memberId), hiredOn),
    ]
    return {
      memberId,
      givenName,
      familyName,
      sortName,
      organizationId: school.id,
      schoolName: school.name,
      schoolNumber: school.number,
      stateNumber: known?.stateNumber ?? null,
      activities,
      minutes,
      reasons,
    }
  })
}

/** Of those who have the same number, the ones that are named. */
const othersNamed = (memberId: string, known: Known | undefined) =>
  (known?.sharedWith ?? [])
    .slice(0, NAMED + 1)
    .filter((id) => id !== memberId)
    .slice(0, NAMED)

function reasonsOfNumber(known: Known | undefined, others: SomePeople) {
  const licenseId = known?.licenseId ?? null
  if (licenseId === null || !known?.stateNumber) return [{ kind: 'no_number' as const, licenseId }]
  return others.count > 0 ? [{ kind: 'shared_number' as const, licenseId, others }] : []
}

function reasonsOfDays(outside: Outside | undefined, hiredOn: string | null): Reason[] {
  const { beforeHire = null, nowhere = null } = outside ?? {}
  return [
    ...(beforeHire && hiredOn ? [{ kind: 'before_hire' as const, hiredOn, days: beforeHire }] : []),
    ...(nowhere ? [{ kind: 'no_affiliation' as const, days: nowhere }] : []),
  ]
}

type Hours = Awaited<ReturnType<typeof hoursByMember>>[number]

/** The hours of one person together; the organization is that of the latest. */
function sumOf(own: Hours[]) {
  return own.reduce(
    (sum, { organizationId, activities, minutes, first, last }) => ({
      organizationId: isLater({ organizationId, last }, sum) ? organizationId : sum.organizationId,
      activities: sum.activities + activities,
      minutes: sum.minutes + minutes,
      first: first! < sum.first ? first! : sum.first,
      last: last! > sum.last ? last! : sum.last,
    }),
    { organizationId: '', activities: 0, minutes: 0, first: own[0]!.first!, last: '' },
  )
}

type Latest = { organizationId: string; last: string | null }

const isLater = (one: Latest, other: Latest) =>
  one.last! > other.last! || (one.last === other.last && one.organizationId > other.organizationId)
