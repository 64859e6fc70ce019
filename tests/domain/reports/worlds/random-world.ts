import type { districts } from '#db/schema'
import type { AssignmentKind, Audience, Role } from '#db/words'
import { LEARNING_ROLES } from '~/domain/audiences/roles'
import { COMPETENCIES } from '~/domain/frameworks/competency'
import { WORLD_NOW } from '../../../support/world'
import { type Chance, chanceFrom, randomRule } from '../../audiences/random-rules'
import { randomThings, type Thing } from './random-things'
import { A_DAY, dayAt, plus, startOf, yearOf } from './time'

/** A small district with its whole history, as plain rows in memory. */
export type World = ReturnType<typeof randomWorld>
export type Saying = {
  from: Date
  isUndoing: boolean
  kind: AssignmentKind
  audience: Audience
}
export type Organization = World['organizations'][number]
export type Affiliation = World['affiliations'][number]
export type Enrollment = World['enrollments'][number]

const ZONES = ['America/New_York', 'America/Los_Angeles', 'Pacific/Honolulu']
const ROLES: Role[] = ['educator', 'educator', 'educator', 'coach', 'principal', 'auditor']
const SUBJECTS = ['biology', 'music']
const LICENSES = [
  ['US-MA', 'professional'],
  ['US-OH', 'resident'],
] as const
const DAYS = 1100

/**
 * A district that is the same for the same seed.
 *
 * @param number its own among those of a database
 * @param size how many people and things there are, where that is no matter of chance
 */
export function randomWorld(
  number: number,
  seed: number,
  size: { members?: number; things?: number } = {},
) {
  const chance = chanceFrom(seed)
  const zone = chance.among(ZONES)
  const today = dayAt(zone, WORLD_NOW)
  let ids = 0
  const newId = () => `${String(number * 100_000 + ++ids).padStart(12, '0')}0`
  const past = (most = DAYS) => plus(today, -chance.below(most))
  const after = (day: string, most: number) => plus(day, chance.below(most))
  const within = (milliseconds: number, moment: Date) =>
    new Date(moment.getTime() + 1 + chance.below(milliseconds))
  const district: typeof districts.$inferInsert = {
    id: 1000 + number,
    slug: `world-${number}`,
    name: `World ${number}`,
    state: 'MA',
    timeZone: zone,
    schoolYearStartsOn: chance.among(['07-01', '08-01', '09-01']),
    reviewDays: 1 + chance.below(40),
    createdAt: WORLD_NOW,
  }
  /** How many days a review had by the day its clock was started: the district allows others since. */
  const formerReviewDays = chance.coin() ? { until: past(700), days: 1 + chance.below(40) } : null

  const organizations = randomOrganizations(chance, newId)
  const formerBands = organizations.flatMap(({ id }) => randomBands(id))

  /** What an organization was said to be before, with the day from which it was something else. */
  function randomBands(organizationId: string) {
    const days = Array.from({ length: chance.below(3) }, () => past(500))
    return [...new Set(days)].toSorted().map((replacedOn, at, all) => ({
      id: newId(),
      organizationId,
      ...bands(chance),
      startedOn: all[at - 1] ?? null,
      replacedOn,
    }))
  }
  const memberCount = size.members ?? (chance.coin(6) ? 30 : 3 + chance.below(13))
  const members = Array.from({ length: memberCount }, () => ({
    id: newId(),
    hiredOn: chance.coin(6) ? null : past(chance.coin() ? 600 : 9000),
  }))
  const affiliations = members.flatMap(({ id }) => {
    const roles = chance.coin(12) ? (['coordinator', 'administrator'] as Role[]) : ROLES
    const rows = Array.from({ length: 1 + chance.below(3) }, () => {
      const startedOn = past(2000)
      const endedOn = chance.coin(3) ? after(startedOn, 900) : null
      const at = chance.among(organizations)
      const role = chance.among(roles)
      return { id: newId(), memberId: id, organizationId: at.id, role, startedOn, endedOn }
    })
    const keyOf = (row: (typeof rows)[number]) =>
      `${row.organizationId} ${row.role} ${row.startedOn}`
    return [...new Map(rows.map((row) => [keyOf(row), row])).values()]
  })
  const someMembers = members.filter(() => chance.coin(4))
  const leaves = someMembers.map(({ id }) => {
    const startedOn = past(700)
    return {
      id: newId(),
      memberId: id,
      startedOn,
      endedOn: chance.coin(3) ? null : after(startedOn, 300),
      takenBackAt: chance.coin(5) ? WORLD_NOW : null,
    }
  })
  const yardsticks = randomYardsticks()

  /** Now and then none, or none before this school year; some of nothing. */
  function randomYardsticks() {
    if (chance.coin(8)) return []
    if (chance.coin(8)) {
      const startsOn = `${yearOf(today, district.schoolYearStartsOn)}-${district.schoolYearStartsOn}`
      return [{ id: newId(), minutes: 60 * (1 + chance.below(11)), startsOn }]
    }
    return [1600, 700, 300]
      .filter(() => chance.coin(3) || chance.coin())
      .map((days) => ({
        id: newId(),
        minutes: 60 * chance.below(12),
        startsOn: plus(today, -days + chance.below(250)),
      }))
  }
  const subjects = members.flatMap(({ id }) =>
    chance.some(SUBJECTS, 2).map((subject) => ({ memberId: id, subject, turns: randomTurns() })),
  )
  const lists = [newId(), newId()].map((id) => {
    const removedOn = chance.coin(4) ? past(600) : null
    const people = chance.some(members, 6).map((member) => {
      const turns = randomTurns().filter((day) => removedOn === null || day <= removedOn)
      const isOn = turns.length % 2 === 1
      return { memberId: member.id, turns: isOn && removedOn ? [...turns, removedOn] : turns }
    })
    return { id, removedOn, people }
  })

  /** The days on which something begins and ends in turns, now and then twice on one. */
  function randomTurns() {
    const turns = []
    for (let day = past(1500); day <= today; day = after(day, chance.coin(4) ? 1 : 500)) {
      turns.push(day)
      if (chance.coin()) break
    }
    return turns
  }

  const licenses = members
    .filter(() => chance.coin())
    .map(({ id }) => {
      const [jurisdiction, kind] = chance.among(LICENSES)
      const expiresOn = chance.coin() ? past() : null
      const withdrawnOn = chance.coin(3) ? past() : null
      return { id: newId(), memberId: id, jurisdiction, kind, expiresOn, withdrawnOn }
    })

  const courses = [newId(), newId()]
  const achievements = [newId(), newId()]
  const pathways = Array.from({ length: chance.below(3) }, () => ({
    id: newId(),
    versionId: newId(),
    steps: Array.from({ length: 1 + chance.below(2) }, () => ({
      id: newId(),
      stepKey: newId(),
      courseId: chance.coin() ? chance.among(courses) : null,
      achievementId: chance.coin() ? chance.among(achievements) : null,
    })),
  }))
  const ground = {
    today,
    organizationIds: organizations.map(({ id }) => id),
    memberIds: members.map(({ id }) => id),
    pathwayIds: pathways.map(({ id }) => id),
    listIds: lists.map(({ id }) => id),
    subjects: SUBJECTS,
  }
  const randomKind = () => chance.among(['mandated', 'recommended', 'offered'] as const)
  const randomAudience = () => (chance.coin() ? everybody() : randomRule(chance, ground))
  const everybody = (): Audience => ({
    any: [
      [
        {
          kind: 'works',
          not: false,
          organizationId: chance.among([organizations[0]!, chance.among(organizations)]).id,
          roles: chance.some(LEARNING_ROLES, 1),
          gradeBands: [],
          subjects: [],
        },
      ],
    ],
    except: [],
  })
  const assignments = pathways.flatMap(({ id }) =>
    Array.from({ length: chance.below(4) }, () => {
      const madeOn = past(800)
      const createdAt = startOf(madeOn, zone, chance)
      const endedAt = chance.coin(3) ? startOf(after(plus(madeOn, 1), 500), zone, chance) : null
      const until = new Date(Math.min(endedAt?.getTime() ?? Infinity, WORLD_NOW.getTime()))
      const rule = { kind: randomKind(), audience: randomAudience() }
      return {
        id: newId(),
        pathwayId: id,
        createdAt,
        endedAt,
        said: randomEdits({ from: createdAt, isUndoing: false, ...rule }, until),
        pause: chance.coin(4) ? randomPause(createdAt, until) : null,
      }
    }),
  )

  /** What an assignment said, one after the other; some of it until it was undone within a day. */
  function randomEdits(first: Saying, until: Date) {
    const said = [first]
    while (chance.coin()) {
      const before = said.at(-1)!
      const edited = { ...before, isUndoing: false, from: momentAfter(before.from, 250) }
      if (chance.coin(3)) edited.kind = randomKind()
      else edited.audience = randomAudience()
      if (edited.from >= until) break
      said.push(edited)
      const from = within(A_DAY, edited.from)
      if (chance.coin(3) && from < until) said.push({ ...before, isUndoing: true, from })
    }
    return said
  }

  /** From when it had ended until that was undone, within a day. */
  function randomPause(createdAt: Date, until: Date) {
    const endedAt = momentAfter(createdAt, 250)
    const undoneAt = within(A_DAY, endedAt)
    return undoneAt < until ? { endedAt, undoneAt } : null
  }

  /** The days of what was undone later. */
  function undoneDays() {
    const moments = assignments.flatMap(({ said, pause }) => [
      ...said.flatMap(({ from }, at) => (said[at + 1]?.isUndoing ? from : [])),
      ...(pause ? [pause.endedAt] : []),
    ])
    return moments.map((moment) => dayAt(zone, moment))
  }

  function momentAfter(moment: Date, most: number) {
    const at = startOf(after(dayAt(zone, moment), most), zone, chance)
    return at > moment ? at : within(60_000, moment)
  }
  const enrollments = pathways.flatMap(({ id, versionId }) =>
    members
      .filter(() => chance.coin(3) || chance.coin())
      .flatMap((member) => randomEnrollments(member.id, id, versionId)),
  )

  function randomEnrollments(memberId: string, pathwayId: string, versionId: string) {
    const rows = []
    for (let enrolledOn = past(); enrolledOn <= today;) {
      const completedOn = chance.coin() ? after(enrolledOn, 300) : null
      const isEnded = chance.coin()
      const endedOn = isEnded ? after(completedOn ?? enrolledOn, 300) : null
      rows.push({
        id: newId(),
        memberId,
        pathwayId,
        versionId,
        enrolledOn,
        engagedOn: chance.coin(4) ? null : plus(enrolledOn, chance.below(120) - 20),
        completedOn,
        expiresOn: completedOn && (chance.coin() ? after(completedOn, 500) : null),
        endedOn,
      })
      if (endedOn === null) break
      enrolledOn = after(endedOn, 200)
    }
    const isPast = (day: string | null) => day === null || day <= today
    return rows.map((row) => ({
      ...row,
      engagedOn: isPast(row.engagedOn) ? row.engagedOn : null,
      completedOn: isPast(row.completedOn) ? row.completedOn : null,
      expiresOn: isPast(row.completedOn) ? row.expiresOn : null,
      endedOn: isPast(row.endedOn) ? row.endedOn : null,
    }))
  }

  const goals = Array.from({ length: chance.below(12) }, () => {
    const setOn = past()
    const closedOn = chance.coin() ? after(setOn, 300) : null
    const isClosed = closedOn !== null && closedOn <= today
    const outcomes = ['met', 'partly_met', 'not_met', 'withdrawn'] as const
    return {
      id: newId(),
      memberId: chance.among(members).id,
      organizationId: chance.among(organizations).id,
      setOn,
      status: isClosed ? chance.among(outcomes) : ('open' as const),
      closedOn: isClosed ? closedOn : null,
    }
  })
  const priorities = chance
    .some([newId(), newId(), newId()], 3)
    .map((id) => ({ id, owner: chance.among(['state', 'district'] as const) }))
  const served = goals.flatMap(({ id, setOn }) => randomServing(id, setOn))

  /** One priority after the other, with times without any; some for less than a day. */
  function randomServing(goalId: string, setOn: string) {
    const rows = []
    let startedOn = setOn
    while (priorities.length > 0 && !chance.coin(3)) {
      startedOn = after(startedOn, chance.coin() ? 1 : 200)
      const until = chance.coin() ? after(startedOn, chance.coin(4) ? 1 : 300) : null
      const replacedOn = until !== null && until <= today ? until : null
      if (startedOn > today) break
      const priorityId = chance.among(priorities).id
      rows.push({ id: newId(), goalId, priorityId, startedOn, replacedOn })
      if (replacedOn === null) break
      startedOn = replacedOn
    }
    return rows
  }

  const things: Thing[] = randomThings(chance, {
    count: size.things ?? chance.below(41),
    newId,
    past,
    zone,
    now: WORLD_NOW,
    members,
    organizations,
    courses,
    achievements,
    enrollments,
    steps: new Map(pathways.map(({ id, steps }) => [id, steps])),
    competencies: COMPETENCIES.slice(0, 4).map(({ id }) => id),
  })
  return {
    number,
    district,
    today,
    zone,
    formerReviewDays,
    organizations,
    formerBands,
    members,
    affiliations,
    leaves,
    yardsticks,
    subjects,
    lists,
    licenses,
    courses,
    achievements,
    pathways,
    assignments,
    enrollments,
    goals,
    priorities,
    served,
    things,
    days: [chance.coin() ? today : chance.among([past(60), ...undoneDays()]), past(500), past()],
    school: chance.among(organizations.filter(({ kind }) => kind === 'school')).id,
    reviewerId: members[0]!.id,
    newId,
  }
}

const bands = (chance: Chance) => ({
  gradeBand: chance.among([null, 'elementary', 'middle', 'high'] as const),
  povertyBand: chance.among([null, 'low', 'high'] as const),
})

function randomOrganizations(chance: Chance, newId: () => string) {
  const make = (kind: 'district' | 'school' | 'department', above: string) => {
    const id = newId()
    return {
      id,
      kind,
      path: `${above}${id}/`,
      ...bands(chance),
    }
  }
  const top = make('district', '')
  const schools = Array.from({ length: 1 + chance.below(3) }, () => make('school', top.path))
  const departments = schools
    .filter(() => chance.coin())
    .map(({ path }) => make('department', path))
  const offices = chance.coin() ? [make('department', top.path)] : []
  const lowerSchools = offices.filter(() => chance.coin(3)).map(({ path }) => make('school', path))
  const below = [...offices, ...lowerSchools]
    .filter(() => chance.coin(3))
    .map(({ path }) => make('department', path))
  return [top, ...schools, ...departments, ...offices, ...lowerSchools, ...below]
}
