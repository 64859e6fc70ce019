import { shownGroups } from './naive-hiding'
import { STRENGTHS } from './random-things'
import type { World } from './random-world'
import type { Happening, Sent, Thing } from './random-things'
import { dayAt, daysFrom, dueOf, plus, yearOf } from './time'
import { countNaively, sayingsSince } from './naive-readiness'

/** Where something counts: the school it belongs to, or the district where there is none above it. */
export const placesOf = ({ organizations }: World) =>
  new Map(
    organizations.map(({ id, path }) => {
      const above = organizations.filter((row) => path.startsWith(row.path))
      return [id, (above.find(({ kind }) => kind === 'school') ?? organizations[0]!).id]
    }),
  )

type Value = { place: string | null; item: string | null; measure: string; value: number }
export type NaiveFigures = Map<string, number>
export type NaiveGroup = {
  line: string
  group: string
  educators: number
  /** Null where nothing is asked. */
  atOrAbove: number | null
  meanMinutes: number
}

const EXPIRING = 90

/** Everything the report of a district, or of one school, has to say of a day, reckoned with loops alone. */
export function naiveReport(world: World, day: string, school: string | null) {
  const { zone, district } = world
  const { schoolYearStartsOn: startsOn } = district
  const placeOf = placesOf(world)
  const counts = (organizationId: string) =>
    school === null || placeOf.get(organizationId) === school
  const year = yearOf(day, startsOn)
  const figures: NaiveFigures = new Map()
  const keyOf = (section: string, { place, item, measure }: Omit<Value, 'value'>) =>
    [section, place ?? '', item ?? '', measure].join('|')
  const set = (section: string, value: Value) => figures.set(keyOf(section, value), value.value)
  const add = (
    section: string,
    at: string,
    item: string | null,
    measure: string,
    value: number,
  ) => {
    for (const place of [null, placeOf.get(at)!]) {
      const key = keyOf(section, { place, item, measure })
      figures.set(key, (figures.get(key) ?? 0) + value)
    }
  }
  const by = (at: Date) => dayAt(zone, at) <= day

  const yardstick =
    world.yardsticks
      .filter((row) => row.startsOn <= day)
      .toSorted(byStart)
      .at(-1)?.minutes ?? 0
  const staff = world.affiliations.filter(
    (row) =>
      ['educator', 'coach'].includes(row.role) &&
      row.startedOn <= day &&
      (row.endedOn === null || day <= row.endedOn),
  )
  const approvals = new Map(world.things.map((thing) => [thing, lastApproval(thing)]))
  const approvalOn = (thing: Thing) => approvals.get(thing) ?? null
  const booked = world.things.filter(approvalOn)
  const minutesIn = (memberId: string, years: number) => {
    let sum = 0
    for (const thing of booked) {
      const age = year - yearOf(thing.said.earnedOn, startsOn)
      if (thing.memberId === memberId && age >= 0 && age < years) sum += thing.minutes
    }
    return sum
  }

  /** The approval that stood at the end of the day, of what books hours. */
  function lastApproval(thing: Thing) {
    if (thing.kind !== 'activity' && thing.kind !== 'completion') return null
    const last = thing.sent
      .flatMap(({ said, happened }) => happened.map((each) => ({ ...each, said })))
      .findLast(({ at }) => by(at))
    return last?.what === 'approved' ? last : null
  }

  for (const place of [null, ...new Set(placeOf.values())]) {
    if (school !== null && place !== null && place !== school) continue
    const here = staff.filter(({ organizationId: at }) =>
      place === null ? counts(at) : placeOf.get(at) === place,
    )
    const ids = [...new Set(here.map(({ memberId }) => memberId))]
    const reached = (years: number) =>
      ids.filter((id) => minutesIn(id, years) >= years * yardstick).length
    set('participation', { place, item: null, measure: 'educators', value: ids.length })
    if (yardstick === 0) continue
    set('participation', { place, item: null, measure: 'atOrAbove', value: reached(1) })
    set('participation', { place, item: null, measure: 'inThreeYears', value: reached(3) })
  }

  for (const thing of world.things) {
    const approval = approvalOn(thing)
    const lastSent = thing.sent.findLast((each) => by(each.at))
    const { organizationId: at, earnedOn, expiresOn } = (lastSent ?? thing.sent[0] ?? thing).said
    if (!counts(at)) continue
    if (approval && yearOf(earnedOn, startsOn) === year) {
      add('hours', at, null, 'minutes', thing.minutes)
      add('hours', at, thing.activityKind ?? 'online_course', 'minutes', thing.minutes)
      add('evidence', at, null, approval.strength, thing.minutes)
      for (const competency of approval.said.competencies) {
        const key = keyOf('competencies', { place: null, item: competency, measure: 'minutes' })
        figures.set(key, (figures.get(key) ?? 0) + thing.minutes)
      }
    }
    if (thing.kind === 'award' && earnedOn <= day && by(thing.createdAt)) {
      const last = lastSent?.happened.findLast((each) => by(each.at))
      const isOver = expiresOn !== null && expiresOn < day
      const isOpen = !last || last.what === 'returned' || last.what === 'reopened'
      if (isOpen) add('badges', at, null, 'notVerified', 1)
      if (last?.what === 'approved') {
        add('badges', at, null, 'verified', 1)
        add('badges', at, null, isOver ? 'expired' : 'current', 1)
        if (!isOver && expiresOn !== null && expiresOn <= plus(day, EXPIRING))
          add('badges', at, null, 'expiring', 1)
      }
    }
  }

  const goalsThen: { organizationId: string; state: string; serves: string | null }[] = []
  for (const goal of world.goals) {
    if (!counts(goal.organizationId) || goal.setOn > day) continue
    const isClosed = goal.closedOn !== null && goal.closedOn <= day
    const state = isClosed ? goal.status : 'open'
    add('goals', goal.organizationId, null, state, 1)
    goalsThen.push({ ...goal, state, serves: servedOn(goal.id) })
  }
  if (goalsThen.some(({ serves }) => serves !== null)) {
    for (const { organizationId, state, serves } of goalsThen)
      add('goals', organizationId, serves ?? 'none', state, 1)
  }

  function servedOn(goalId: string) {
    const spans = world.served.filter((row) => row.goalId === goalId)
    for (const { priorityId, startedOn, replacedOn } of spans) {
      if (startedOn <= day && (replacedOn === null || day < replacedOn)) return priorityId
    }
    return null
  }

  const first = `${year}-${startsOn}`
  for (const place of [null, ...new Set(placeOf.values())]) {
    if (school !== null && place !== null && place !== school) continue
    const here = world.things
      .flatMap(({ sent }) => sent)
      .filter(({ said: { organizationId: at } }) =>
        place === null ? counts(at) : placeOf.get(at) === place,
      )
    const sum = approvalsOf(here)
    for (const [measure, value] of Object.entries(sum)) {
      if (value !== null) set('approvals', { place, item: null, measure, value })
    }
  }

  function approvalsOf(all: Sent[]) {
    const took: number[] = []
    let inTime = 0
    const waited: string[] = []
    let late = 0
    for (const { at, happened } of all) {
      let clock = dayAt(zone, at)
      let last: Happening | undefined
      for (const each of happened.filter((one) => by(one.at))) {
        last = each
        const on = dayAt(zone, each.at)
        if (each.what === 'reopened') clock = on
        else if (each.what !== 'withdrawn' && on >= first) {
          took.push(daysFrom(dayAt(zone, at), on))
          if (on <= dueOf(world, clock)) inTime += 1
        }
      }
      if (by(at) && (!last || last.what === 'reopened')) {
        waited.push(dayAt(zone, at))
        if (dueOf(world, clock) < day) late += 1
      }
    }
    const sorted = took.toSorted((a, b) => a - b)
    const oldest = waited.toSorted()[0]
    return {
      decided: took.length,
      inTime,
      waiting: waited.length,
      late,
      medianDays: sorted[Math.ceil(sorted.length / 2) - 1] ?? null,
      oldestDays: oldest ? daysFrom(oldest, day) : null,
    }
  }

  const groups = groupsOf()
  for (const pathway of world.pathways) {
    const of = (inside: (organizationId: string) => boolean) =>
      countNaively(world, day, pathway.id, inside)
    for (const place of [null, ...new Set(placeOf.values())]) {
      if (school !== null && place !== null && place !== school) continue
      const sum = of((at) => (place === null ? counts(at) : placeOf.get(at) === place))
      for (const measure of MEASURES)
        set('pathways', { place, item: pathway.id, measure, value: sum?.[measure] ?? 0 })
    }
  }

  function groupsOf(): NaiveGroup[] {
    const own = staff.filter(({ organizationId }) => counts(organizationId))
    const idsOf = new Map<string, Set<string>>()
    const join = (line: string, group: string, id: string) =>
      idsOf.set(`${line}/${group}`, (idsOf.get(`${line}/${group}`) ?? new Set()).add(id))
    for (const { memberId, organizationId, role } of own) {
      const top = knownBandsOn(world, placeOf.get(organizationId)!, day)
      const { hiredOn } = world.members.find(({ id }) => id === memberId)!
      join('poverty', top.povertyBand ?? 'not_said', memberId)
      join('level', top.gradeBand ?? 'not_said', memberId)
      join('role', role, memberId)
      join('service', serviceOf(hiredOn), memberId)
    }
    return [...idsOf].map(([key, ids]) => {
      const [line, group] = key.split('/') as [string, string]
      const minutes = [...ids].map((id) => minutesIn(id, 1))
      return {
        line,
        group,
        educators: ids.size,
        atOrAbove: yardstick === 0 ? null : minutes.filter((each) => each >= yardstick).length,
        meanMinutes: Math.round(minutes.reduce((sum, each) => sum + each, 0) / ids.size),
      }
    })
  }

  function serviceOf(hiredOn: string | null) {
    if (hiredOn === null) return 'not_said'
    const years = daysFrom(hiredOn, day) / 365.25
    if (years < 3) return 'under_3'
    if (years < 10) return '3_to_9'
    return years < 20 ? '10_to_19' : '20_and_more'
  }

  return { figures, groups, yardstick }
}

/** What an organization was said to be on a day or, where nothing was said yet, what was said first after it. */
function knownBandsOn(world: World, organizationId: string, day: string) {
  const said = sayingsSince(world, organizationId, day)
  return {
    gradeBand: said.find(({ gradeBand }) => gradeBand !== null)?.gradeBand ?? null,
    povertyBand: said.find(({ povertyBand }) => povertyBand !== null)?.povertyBand ?? null,
  }
}

const byStart = (a: { startsOn: string }, b: { startsOn: string }) =>
  a.startsOn < b.startsOn ? -1 : 1

const MEASURES = [
  'audience',
  'assigned',
  'engaged',
  'demonstrated',
  'current',
  'underWay',
  'notBegun',
] as const

/** What a report has to say of the same day a year before. */
export function naiveLastYear(world: World, day: string, school: string | null) {
  const asOf = day.endsWith('-02-29')
    ? `${Number(day.slice(0, 4)) - 1}-02-28`
    : `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  const { figures, yardstick } = naiveReport(world, asOf, school)
  return {
    asOf,
    yardstick,
    educators: figures.get('participation|||educators') ?? 0,
    atOrAbove: figures.get('participation|||atOrAbove') ?? null,
    minutes: figures.get('hours|||minutes') ?? 0,
  }
}

/** What a state's row of the month has to say. */
export function naiveMonth(world: World, day: string) {
  const { figures, groups, yardstick } = naiveReport(world, day, null)
  const get = (key: string) => figures.get(key) ?? 0
  const kinds = ['workshop', 'plc', 'online_course', 'institute']
  return {
    yardstick,
    educators: get('participation|||educators'),
    atOrAbove: figures.get('participation|||atOrAbove') ?? null,
    inThreeYears: figures.get('participation|||inThreeYears') ?? null,
    minutesByKind: Object.fromEntries(
      kinds.map((kind) => [kind, get(`hours||${kind}|minutes`)]).filter(([, minutes]) => minutes),
    ),
    minutesByStrength: Object.fromEntries(
      STRENGTHS.map((strength) => [strength, get(`evidence|||${strength}`)]),
    ),
    groups: shownGroups(groups).map(({ meanMinutes: _, ...group }) => group),
    approvals: {
      decided: get('approvals|||decided'),
      inTime: get('approvals|||inTime'),
      waiting: get('approvals|||waiting'),
      late: get('approvals|||late'),
    },
  }
}
