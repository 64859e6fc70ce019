import { bulkInto } from '#db/bulk.server'
import type { Store } from '#db/client.server'
import { completions, courses, districts, mandates, mandateTopics } from '#db/schema'
import { addDays, dayOf } from '#db/seed/day'
import { addMonths } from '~/domain/calendar'
import type { Cadence } from '~/domain/mandates/cadence'
import { keepMandate } from '~/domain/mandates/keeping.server'
import { settleMandate } from '~/domain/mandates/reaching.server'
import { SYSTEM, writeScopeOf } from '~/domain/scope.server'
import { addDistrict, addPeople, addPlaces } from './pathways-district'
import { AREAS, type Educator, type Ground, groundOf, OWN } from './pathways-ground'
import { educatorsOf } from './pathways-offered'

/** A district to measure required trainings on. */
export type MandatesDistrict = {
  coordinatorId: string
  educatorIds: string[]
  /** Those in force; the first is for everybody. */
  mandateIds: string[]
  /** Prepared for everybody, and not switched on. */
  fresh: string[]
}

const MANDATES = 30
/** How many of them are for everybody; the others are for an area each. */
const FOR_EVERYBODY = 4
const FRESH = 2
const YEARS = 2
/** Of ten who are asked, so many have taken the course in the last year. */
const TAKE_IT = 8

/**
 * Fills a migrated database with a district whose educators are asked for 30 trainings of every cadence there
 * is: every year by a day, with and without days for those who come new, every other year with topics that take
 * turns, every three years since the last time, and once. One in five needs a document.
 */
export async function fillDistrict(
  store: Store,
  { educators }: { educators: number },
): Promise<MandatesDistrict> {
  const now = new Date()
  const ground = groundOf(dayOf(now), new Date(now.getTime() - 90 * 86_400_000))
  const made = await store.write(async (tx) => {
    await addDistrict(tx, ground)
    const insert = bulkInto(tx)
    const places = await addPlaces(insert, ground, educators)
    const people = await addPeople(insert, ground, places.schools, educators)
    const required = plan(ground)
    await insert(courses, required.flatMap(coursesOf(ground)), OWN)
    await insert(
      mandates,
      required.map(({ courseIds: _, index, ...row }) => ({
        ...row,
        audience: educatorsOf(index < FOR_EVERYBODY ? places.id : areaOf(places, index).id),
        version: 1,
        createdById: people.coordinatorId,
      })),
      { ...OWN, createdAt: ground.before },
    )
    await insert(
      mandateTopics,
      required.flatMap(({ id: mandateId, title, courseIds }) =>
        courseIds.map((courseId, position) => ({
          id: ground.id(),
          mandateId,
          position,
          title,
          kind: 'course' as const,
          courseId,
          competencies: [],
        })),
      ),
      OWN,
    )
    for (const each of required) await insert(completions, takenOf(ground, each, people.educators))
    return { people, required }
  })
  const on = made.required.filter(({ switchedOnAt }) => switchedOnAt !== null)
  for (const { id } of on) await reachEverybody(store, id, now, MANY)
  return {
    coordinatorId: made.people.coordinatorId,
    educatorIds: made.people.educators.map(({ id }) => id),
    mandateIds: on.map(({ id }) => id),
    fresh: made.required.filter(({ switchedOnAt }) => !switchedOnAt).map(({ id }) => id),
  }
}

type Required = ReturnType<typeof plan>[number]

function plan({ id, today, before }: Ground) {
  return Array.from({ length: MANDATES + FRESH }, (_, at) => {
    const isFresh = at >= MANDATES
    const index = isFresh ? 0 : at
    return {
      id: id(),
      index,
      title: `Training ${String(at + 1).padStart(2, '0')}`,
      ...cadenceOf(index, today),
      proof: index % 5 === 1 ? ('document' as const) : ('self_reported' as const),
      courseIds: Array.from({ length: index % 5 === 2 ? 3 : 1 }, id),
      switchedOnAt: isFresh ? null : before,
    }
  })
}

function cadenceOf(index: number, today: string): Cadence {
  const startsOn = addMonths(today, -12 * YEARS)
  const firstDueOn = addDays(startsOn, 30 + ((index * 37) % 300))
  const yearly = { everyMonths: 12, firstDueOn, startsOn, graceDays: index % 3 === 0 ? 7 : 0 }
  const cadences: Cadence[] = [
    { ...yearly, newHireDays: 30, windowDays: 120 },
    { ...yearly, newHireDays: null, windowDays: null },
    { ...yearly, everyMonths: 24, newHireDays: 60, windowDays: 180 },
    { ...yearly, everyMonths: 36, firstDueOn: null, newHireDays: 90, windowDays: null },
    { ...yearly, everyMonths: null, firstDueOn: null, newHireDays: 30, windowDays: null },
  ]
  return cadences[index % cadences.length]!
}

const areaOf = ({ areas }: { areas: { id: string }[] }, index: number) => areas[index % AREAS]!

const coursesOf =
  ({ before }: Ground) =>
  ({ title, courseIds }: Required) =>
    courseIds.map((id) => ({ id, title: `Course of ${title}`, createdAt: before }))

/** What those who are asked have taken: one course a year. */
function takenOf({ id, today, before }: Ground, required: Required, educators: Educator[]) {
  const { index, courseIds, title } = required
  return educators
    .filter(({ area }) => index < FOR_EVERYBODY || area === index % AREAS)
    .flatMap((each, number) =>
      Array.from({ length: YEARS }, (_, year) => ({ ...each, number, year })).filter(
        ({ year }) => (number * 7 + index * 3 + year) % 10 < TAKE_IT,
      ),
    )
    .map(({ id: memberId, schoolId, number, year }) => ({
      ...OWN,
      id: id(),
      memberId,
      organizationId: schoolId,
      courseId: courseIds[year % courseIds.length]!,
      title,
      completedOn: addDays(addMonths(today, -12 * year), -5 - (number % 300)),
      minutes: 45,
      source: 'import' as const,
      strength: number % 20 === 0 ? ('self_reported' as const) : ('roster_confirmed' as const),
      status: 'approved' as const,
      version: 1,
      createdAt: before,
    }))
}

/** How many people one transaction asks about: as the server does it, and where nobody else waits. */
export const MEMBERS_A_TURN = 200
const MANY = 4000

/**
 * Brings a training to everybody in turns, and settles it.
 *
 * @param took hears how long each turn took, in milliseconds
 */
export async function reachEverybody(
  store: Store,
  mandateId: string,
  now: Date,
  limit = MEMBERS_A_TURN,
  took: (time: number) => void = () => {},
) {
  const [district] = await store.read.select().from(districts)
  for (let after: string | null = null, isFirst = true; isFirst || after; isFirst = false) {
    const from = after
    const started = performance.now()
    after = await store.write(async (tx) => {
      const scope = writeScopeOf(tx, district!, SYSTEM, now)
      const { next } = await keepMandate(scope, mandateId, from, limit)
      if (next === null) await settleMandate(scope, mandateId)
      return next
    })
    took(performance.now() - started)
  }
}
