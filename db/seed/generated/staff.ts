import type { GradeBand, PovertyBand, Role } from '../../words'
import { schoolYearOf } from '../day'
import { idOf } from '../id'
import { isInRoster, sourceOf } from '../roster'
import { FAMILY_NAMES, GIVEN_NAMES, PLACES } from './names'
import type { Ground, Learner, Post, School } from './ground'
import { type DayNumber, instantOf, numberOf, textOf } from './timeline'

/**
 * Of the posts of a school, what share is filled anew each summer: together with those who change
 * schools, 84.4 % of the teachers of Massachusetts stay at their school, and 82.3 % of the principals.
 */
const TURNOVER = 0.143
const PRINCIPALS_LEAVING = 0.177
/** Of a hundred who have been here before the history began, how many changed schools during it. */
const MOVED = 0.12
const COACHES = 0.02

const POVERTY: PovertyBand[] = ['high', 'mid_low', 'low', 'mid_high']
const BANDS: GradeBand[] = ['elementary', 'high', 'middle', 'elementary', 'elementary']
/** How large the schools of a band are, where 1 is usual. */
const SIZE_OF_BAND = { elementary: 0.8, middle: 1.1, high: 1.7 }
const KIND_OF_SCHOOL = {
  elementary: 'Elementary School',
  middle: 'Middle School',
  high: 'High School',
}
const EAGERNESS = [
  ...Array<number>(8).fill(0.25),
  ...Array<number>(22).fill(0.6),
  ...Array<number>(42).fill(1),
  ...Array<number>(20).fill(1.4),
  ...Array<number>(8).fill(2),
]

type Time = { at: string; from: DayNumber; until: DayNumber | null }

/** Somebody on the staff with a way to sign in. */
export type Account = { userId: string; email: string; memberId: string; role: Role }

/**
 * Builds the schools and hires everybody who works there now or did during the history.
 *
 * @returns the account of everybody
 */
export function staffDistrict(ground: Ground, size: { educators: number; schools: number }) {
  const accounts: Account[] = []
  const nameOf = namesOf(ground)
  const join = (id: string, role: Role, times: Time[]) =>
    accounts.push(employ(ground, nameOf(), id, role, times))

  build(ground, size.schools)
  const start = hiringDays(ground)[0]! - 1500
  const office = { at: ground.organizationId, from: start, until: null }
  join(ground.administratorId, 'administrator', [office])
  join(ground.coordinatorId, 'coordinator', [office])
  for (const { id: at, principals } of ground.schools) {
    for (const { id, ...time } of principals) join(id, 'principal', [{ at, ...time }])
  }
  for (const [position, school] of postsBySize(ground, size.educators).entries()) {
    const role = position % Math.round(1 / COACHES) === 7 ? 'coach' : 'educator'
    for (const learner of careers(ground, school, role)) {
      ground.learners.push(learner)
      const posts = learner.posts.map(({ school: { id: at }, from, until }) => ({
        at,
        from,
        until,
      }))
      join(learner.id, role, posts)
    }
  }
  return accounts
}

function build(ground: Ground, count: number) {
  const { rows, organizationId, name, chance, newId, from } = ground
  const path = `${organizationId}/`
  const top = { id: organizationId, kind: 'district' as const, name, path }
  const sourceId = `${ground.slug}-district`
  rows.organizations.push({ ...top, sortName: name.toLowerCase(), sourceId })
  const places = shuffled(ground, PLACES)
  for (let number = 0; number < count; number++) {
    const gradeBand = BANDS[number % BANDS.length]!
    const round = Math.floor(number / places.length)
    const place = `${places[number % places.length]}${round > 0 ? ` ${round + 1}` : ''}`
    const school: School = {
      id: newId(),
      name: `${place} ${KIND_OF_SCHOOL[gradeBand]}`,
      gradeBand,
      principals: principalsSince(ground, hiringDays(ground)[0]! - 1500),
    }
    ground.schools.push(school)
    rows.organizations.push({
      id: school.id,
      parentId: organizationId,
      kind: 'school',
      name: school.name,
      sortName: school.name.toLowerCase(),
      path: `${path}${school.id}/`,
      gradeBand,
      povertyBand: POVERTY[number % POVERTY.length],
      sourceId: `${ground.slug}-school-${number + 1}`,
      identifier: String(10_000 + chance.between(0, 9) + number * 10),
    })
  }
  rows.yardsticks.push({ id: newId(), minutes: 2400, startsOn: textOf(from) })
}

/** Those who led a school one after the other; a new one begins on the first day of a school year. */
function principalsSince({ chance, newId, ...ground }: Ground, start: DayNumber) {
  const days = hiringDays(ground)
    .map((day) => day - LEFT_BEFORE + 1)
    .filter((day) => day > start && chance.happens(PRINCIPALS_LEAVING))
  return [start, ...days].map((from, at) => ({
    id: newId(),
    from,
    until: at < days.length ? days[at]! - 1 : null,
  }))
}

/** One entry for each post, in as many at each school as its size says: some are six times others. */
function postsBySize({ schools, chance }: Ground, educators: number) {
  const weights = schools.map(
    ({ gradeBand }) => SIZE_OF_BAND[gradeBand] * (0.4 + chance.between(0, 120) / 100),
  )
  const sum = weights.reduce((one, other) => one + other, 0)
  const posts = schools.flatMap((school, position) =>
    Array<School>(1 + Math.floor((weights[position]! / sum) * (educators - schools.length))).fill(
      school,
    ),
  )
  for (let missing = 0; posts.length < educators; missing++) {
    posts.push(schools[missing % schools.length]!)
  }
  return posts
}

/** Those who held a post one after the other, the present holder first. */
function careers(ground: Ground, school: School, role: Role): Learner[] {
  const { chance } = ground
  const careers: Learner[] = []
  let until: DayNumber | null = null
  for (const hired of hiringDays(ground).toReversed()) {
    if (!chance.happens(TURNOVER)) continue
    careers.push(learnerOf(ground, [{ school, role, from: hired, until }]))
    until = hired - LEFT_BEFORE
  }
  const from = hiringDays(ground)[0]! - 365 * chance.between(1, 22)
  careers.push(learnerOf(ground, moved(ground, { school, role, from, until })))
  return careers
}

/** From the last day of June to the hiring day in August. */
const LEFT_BEFORE = 55

/** Some of those who have been here longest came from another school at the turn of a school year. */
function moved(ground: Ground, post: Post): Post[] {
  const { chance, schools } = ground
  const turn = chance.pick(hiringDays(ground)) - LEFT_BEFORE + 1
  const before = chance.pick(schools)
  if (!chance.happens(MOVED) || before === post.school) return [post]
  if (post.until !== null && post.until <= turn) return [post]
  return [
    { ...post, school: before, until: turn - 1 },
    { ...post, from: turn },
  ]
}

const learnerOf = ({ chance, newId }: Ground, posts: Post[]): Learner => ({
  id: newId(),
  eagerness: chance.pick(EAGERNESS),
  posts,
})

/** The day in August on which the newly hired begin, in each year of the history. */
function hiringDays({ from, until }: Pick<Ground, 'from' | 'until'>): DayNumber[] {
  const days: DayNumber[] = []
  for (let year = schoolYearOf(textOf(from)); ; year++) {
    const day = numberOf(`${year}-08-24`)
    if (day > until) return days
    if (day >= from || days.length === 0) days.push(day)
  }
}

function employ(
  { rows, newId }: Ground,
  name: { givenName: string; familyName: string; email: string },
  id: string,
  role: Role,
  times: Time[],
): Account {
  const hired = times[0]!.from
  const createdAt = instantOf(hired, 720)
  const userId = idOf(name.email)
  rows.members.push({
    id,
    userId,
    ...name,
    sortName: `${name.familyName} ${name.givenName}`.toLowerCase(),
    sharesLicenseHealth: false,
    hiredOn: textOf(hired),
    sourceId: isInRoster([role]) ? `staff-${rows.members.length + 1}` : null,
    createdAt,
  })
  for (const { at, from, until } of times) {
    rows.affiliations.push({
      id: newId(),
      memberId: id,
      organizationId: at,
      role,
      startedOn: textOf(from),
      endedOn: until === null ? null : textOf(until),
      source: sourceOf(role),
    })
  }
  return { userId, email: name.email, memberId: id, role }
}

/** Names until nobody needs one any more; who shares a name has a number in the address. */
function namesOf({ chance, slug }: Ground) {
  const taken = new Map<string, number>()
  return () => {
    const [givenName, familyName] = [chance.pick(GIVEN_NAMES), chance.pick(FAMILY_NAMES)]
    const account = `${givenName}.${familyName}`.toLowerCase()
    const bearers = (taken.get(account) ?? 0) + 1
    taken.set(account, bearers)
    const email = `${account}${bearers > 1 ? bearers : ''}@${slug}.example`
    return { givenName, familyName, email }
  }
}

function shuffled<T>({ chance }: Ground, list: T[]): T[] {
  return list
    .map((item) => [chance.between(0, 0xffff), item] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, item]) => item)
}
