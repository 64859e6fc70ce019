import type { Audience, Condition, Role } from '#db/words'
import type { Affiliation, Enrollment, World } from './random-world'
import { dayAt, plus } from './time'

const LEARNING: Role[] = ['educator', 'coach', 'principal', 'coordinator', 'administrator']
const EXPIRING = 90
const holds = (row: { startedOn: string; endedOn: string | null }, day: string) =>
  row.startedOn <= day && (row.endedOn === null || day <= row.endedOn)
const came = (on: string | null, day: string) => on !== null && on <= day
const isTurnOn = (turns: string[], day: string) =>
  turns.filter((turn) => turn <= day).length % 2 === 1
const isOpen = (row: Enrollment, day: string) => row.enrolledOn <= day && !came(row.endedOn, day)

const none = () => ({
  audience: 0,
  assigned: 0,
  engaged: 0,
  demonstrated: 0,
  current: 0,
  expiring: 0,
  underWay: 0,
  notBegun: 0,
})

/**
 * The states of a pathway on a day over its audience in some organizations, person by person; null
 * where it was assigned to nobody there.
 */
export function countNaively(
  world: World,
  day: string,
  pathwayId: string,
  isInside: (organizationId: string) => boolean,
) {
  const isFrom = (moment: Date) => dayAt(world.zone, moment) <= day
  const inForce = world.assignments.filter(
    (row) =>
      row.pathwayId === pathwayId &&
      isFrom(row.createdAt) &&
      (row.endedAt === null || !isFrom(row.endedAt)) &&
      !(row.pause && isFrom(row.pause.endedAt) && !isFrom(row.pause.undoneAt)),
  )
  if (inForce.length === 0) return null
  const assignedOn = inForce.map(({ createdAt }) => dayAt(world.zone, createdAt)).toSorted()[0]!
  const all = none()
  const newcomers = none()
  let onLeave = 0
  for (const member of world.members) {
    const enrollments = world.enrollments.filter(
      (row) => row.memberId === member.id && row.pathwayId === pathwayId && row.enrolledOn <= day,
    )
    const open = enrollments.filter((row) => isOpen(row, day))
    const isFor = ({ said }: (typeof inForce)[number]) => {
      const { kind, audience } = said.findLast(({ from }) => isFrom(from))!
      if (kind === 'offered' && open.length === 0) return false
      const places = placesFor(world, audience, member, day)
      return places.some(({ organizationId }) => isInside(organizationId))
    }
    if (!inForce.some(isFor)) continue
    const isAway = world.leaves.some(
      (leave) => leave.memberId === member.id && leave.takenBackAt === null && holds(leave, day),
    )
    if (isAway) {
      onLeave += 1
      continue
    }
    const engaged = open.some(({ engagedOn }) => came(engagedOn, day))
    const demonstrated = enrollments.some(({ completedOn }) => came(completedOn, day))
    const current = enrollments.filter(
      (row) => came(row.completedOn, day) && (row.expiresOn === null || row.expiresOn > day),
    )
    const states = {
      audience: true,
      assigned: open.length > 0,
      engaged,
      demonstrated,
      current: current.length > 0,
      expiring: current.some((row) => row.expiresOn && row.expiresOn <= plus(day, EXPIRING)),
      underWay: engaged && !demonstrated,
      notBegun: open.length > 0 && !engaged && !demonstrated,
    }
    const isNew = member.hiredOn !== null && member.hiredOn > assignedOn
    for (const state of Object.keys(states) as (keyof typeof states)[]) {
      if (!states[state]) continue
      all[state] += 1
      if (isNew) newcomers[state] += 1
    }
  }
  return all.audience + onLeave === 0 ? null : { ...all, newcomers, onLeave }
}

/**
 * The affiliations by which a rule is for somebody on a day: where a block says where its people work,
 * those it speaks of, otherwise all.
 */
function placesFor(world: World, rule: Audience, member: World['members'][number], day: string) {
  const works = world.affiliations.filter(
    (row) => row.memberId === member.id && holds(row, day) && LEARNING.includes(row.role),
  )
  if (rule.except.includes(member.id)) return []
  return rule.any.flatMap((block) => {
    if (!block.every((condition) => isSo(world, condition, member, works, day))) return []
    const named = block.filter((one) => one.kind === 'works').filter(({ not }) => !not)
    if (named.length === 0) return works
    return works.filter((row) => named.some((condition) => isAt(world, condition, row, day)))
  })
}

/** What was said of the bands of an organization on a day, and each time after it. */
export function sayingsSince(
  { organizations, formerBands }: World,
  organizationId: string,
  day: string,
) {
  const later = formerBands
    .filter((row) => row.organizationId === organizationId && row.replacedOn > day)
    .toSorted((a, b) => (a.replacedOn < b.replacedOn ? -1 : 1))
  return [...later, organizations.find(({ id }) => id === organizationId)!]
}

function isAt(
  world: World,
  condition: Extract<Condition, { kind: 'works' }>,
  { organizationId, role }: Affiliation,
  day: string,
) {
  const { path } = world.organizations.find(({ id }) => id === organizationId)!
  const { gradeBand } = sayingsSince(world, organizationId, day)[0]!
  const { roles, gradeBands } = condition
  return (
    path.split('/').includes(condition.organizationId) &&
    (roles.length === 0 ? LEARNING : roles).includes(role) &&
    (gradeBands.length === 0 || (gradeBand !== null && gradeBands.includes(gradeBand)))
  )
}

function isSo(
  world: World,
  condition: Condition,
  { id, hiredOn }: World['members'][number],
  works: Affiliation[],
  day: string,
): boolean {
  switch (condition.kind) {
    case 'hired':
      return (
        hiredOn !== null &&
        (condition.from === null || condition.from <= hiredOn) &&
        (condition.until === null || hiredOn <= condition.until)
      )
    case 'service': {
      if (hiredOn === null) return false
      const { atLeast, lessThan } = condition
      const full = fullYears(hiredOn, day)
      return (atLeast === null || full >= atLeast) && (lessThan === null || full < lessThan)
    }
    case 'works': {
      const { subjects } = condition
      const teaches = world.subjects.some(
        (row) => row.memberId === id && subjects.includes(row.subject) && isTurnOn(row.turns, day),
      )
      const worksSo = works.some((row) => isAt(world, condition, row, day))
      return (worksSo && (subjects.length === 0 || teaches)) !== condition.not
    }
    case 'pathway': {
      const isIn = world.enrollments.some((row) => {
        if (row.memberId !== id || row.pathwayId !== condition.pathwayId) return false
        const isDone = came(row.completedOn, day)
        if (condition.state === 'under_way') return isOpen(row, day) && !isDone
        if (condition.state === 'completed') return isDone
        return isDone && (row.expiresOn === null || row.expiresOn > day)
      })
      return isIn !== condition.not
    }
    case 'license': {
      const isLicensed = world.licenses.some(
        (row) =>
          row.memberId === id &&
          (condition.jurisdiction === null || row.jurisdiction === condition.jurisdiction) &&
          (condition.license === null || row.kind === condition.license) &&
          (row.expiresOn === null || row.expiresOn >= day) &&
          !came(row.withdrawnOn, day),
      )
      return isLicensed !== condition.not
    }
    case 'people':
      return condition.memberIds.includes(id) !== condition.not
    case 'list': {
      const list = world.lists.find((each) => each.id === condition.listId)!
      const isOn = list.people.some((one) => one.memberId === id && isTurnOn(one.turns, day))
      return isOn !== condition.not
    }
  }
}

/** How many full years of service there are; a year from 29 February is full on 28 February. */
function fullYears(hiredOn: string, day: string) {
  const years = Number(day.slice(0, 4)) - Number(hiredOn.slice(0, 4))
  const isLeap = (year: number) => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
  const turn =
    hiredOn.slice(5) === '02-29' && !isLeap(Number(day.slice(0, 4))) ? '02-28' : hiredOn.slice(5)
  return day.slice(5) >= turn ? years : years - 1
}

/** What waits for a decision at the end of a day and would count for a pathway: how much, since when. */
export function waitingNaively(
  world: World,
  day: string,
  pathwayId: string,
  isInside: (organizationId: string) => boolean,
) {
  const since: string[] = []
  const steps = world.pathways.find(({ id }) => id === pathwayId)!.steps
  for (const thing of world.things) {
    const isUnderWay = world.enrollments.some(
      (row) =>
        row.memberId === thing.memberId &&
        row.pathwayId === pathwayId &&
        isOpen(row, day) &&
        !came(row.completedOn, day),
    )
    const asks = steps.some(
      (step) =>
        (thing.kind === 'completion' && step.courseId && step.courseId === thing.courseId) ||
        (thing.kind === 'award' &&
          step.achievementId &&
          step.achievementId === thing.achievementId),
    )
    const isFor = thing.enrollment?.pathwayId === pathwayId || (asks && isUnderWay)
    if (!isFor) continue
    for (const { at, happened, said } of thing.sent) {
      if (!isInside(said.organizationId)) continue
      const last = happened.findLast((each) => dayAt(world.zone, each.at) <= day)
      const sentOn = dayAt(world.zone, at)
      if (sentOn <= day && (!last || last.what === 'reopened')) since.push(sentOn)
    }
  }
  return { waiting: since.length, oldestOn: since.toSorted()[0] ?? null }
}
