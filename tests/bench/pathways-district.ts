import { bulkInto, type Bulk } from '#db/bulk.server'
import type { Db, Store } from '#db/client.server'
import {
  activities,
  activityCompetencies,
  affiliations,
  districts,
  members,
  organizations,
} from '#db/schema'
import { addDays, dayOf, SCHOOL_YEAR_STARTS_ON, TIME_ZONE } from '#db/seed/day'
import type { GradeBand, Role } from '#db/words'
import {
  AREAS,
  ASSIGNED,
  type Educator,
  type Ground,
  groundOf,
  MINUTES,
  OWN,
} from './pathways-ground'
import { addPathways } from './pathways-offered'
import { walk } from './pathways-walk'

/** A district to measure pathways on. */
export type PathwaysDistrict = {
  slug: string
  organizationId: string
  coordinatorId: string
  educatorIds: string[]
  /** The pathway that everybody has, with its assignment. */
  everybody: { pathwayId: string; assignmentId: string; open: number }
  /** Published pathways that are assigned to nobody yet. */
  fresh: string[]
}

const SLUG = 'measured'
const EDUCATORS_A_SCHOOL = 40
const OTHER = 'digcompedu-2017/5.1'
const GRADE_BANDS: GradeBand[] = ['elementary', 'middle', 'high']
const NAMES = ['Abara', 'Bianchi', 'Castillo', 'Dubois', 'Eriksen', 'Fofana', 'Garcia', 'Haddad']

/**
 * Fills a migrated database with a district of educators, each on one pathway that everybody has and on
 * about five more, by 60 assignments; a pathway asks for a course, and for a badge or hours. Of a hundred,
 * two wait for a decision.
 *
 * @param open how many have not completed the pathway that everybody has
 */
export async function fillDistrict(
  store: Store,
  { educators, open }: { educators: number; open: number },
): Promise<PathwaysDistrict> {
  const now = new Date()
  const ground = groundOf(dayOf(now), new Date(now.getTime() - 90 * 86_400_000))
  return store.write(async (tx) => {
    await addDistrict(tx, ground)
    const insert = bulkInto(tx)
    const places = await addPlaces(insert, ground, educators)
    const people = await addPeople(insert, ground, places.schools, educators)
    const offered = await addPathways(insert, ground, places, people.coordinatorId)
    await addActivities(insert, ground, people.educators)
    for (const [index, pathway] of offered.slice(0, ASSIGNED).entries()) {
      await walk(insert, ground, { index, pathway, people: people.educators, open })
    }
    return {
      slug: SLUG,
      organizationId: places.id,
      coordinatorId: people.coordinatorId,
      educatorIds: people.educators.map(({ id }) => id),
      everybody: { pathwayId: offered[0]!.id, assignmentId: offered[0]!.assignmentId, open },
      fresh: offered.slice(ASSIGNED).map(({ id }) => id),
    }
  })
}

/** The one district there is. */
export const addDistrict = (tx: Db, { before }: Ground) =>
  tx.insert(districts).values({
    id: OWN.districtId,
    slug: SLUG,
    name: 'Measured Public Schools',
    state: 'MA',
    timeZone: TIME_ZONE,
    schoolYearStartsOn: SCHOOL_YEAR_STARTS_ON,
    reviewDays: 30,
    createdAt: before,
  })

/** The top, its areas, and their schools. */
export async function addPlaces(insert: Bulk, { id }: Ground, educators: number) {
  const top = id()
  const place = (parent: { id: string; path: string } | null, name: string, own = id()) => ({
    id: own,
    parentId: parent?.id ?? null,
    name,
    sortName: name.toLowerCase(),
    path: `${parent?.path ?? ''}${own}/`,
  })
  const district = place(null, 'Measured Public Schools', top)
  const areas = Array.from({ length: AREAS }, (_, at) => place(district, `Area ${at + 1}`))
  const count = Math.ceil(educators / EDUCATORS_A_SCHOOL)
  const schools = Array.from({ length: count }, (_, at) => ({
    ...place(areas[at % AREAS]!, `School ${String(at + 1).padStart(4, '0')}`),
    gradeBand: GRADE_BANDS[at % GRADE_BANDS.length]!,
  }))
  await insert(organizations, [{ ...district, kind: 'district' as const }], OWN)
  await insert(
    organizations,
    areas.map((row) => ({ ...row, kind: 'department' as const })),
    OWN,
  )
  await insert(
    organizations,
    schools.map((row) => ({ ...row, kind: 'school' as const })),
    OWN,
  )
  return { id: top, areas, schools }
}

/** The educators, a principal for each school, and a coordinator. */
export async function addPeople(
  insert: Bulk,
  ground: Ground,
  schools: { id: string }[],
  count: number,
) {
  const { id, today, before } = ground
  const person = (number: number) => {
    const [givenName, familyName] = [`Person${number}`, NAMES[(number * 5) % NAMES.length]!]
    const sortName = `${familyName} ${givenName}`.toLowerCase()
    const email = `person${number}@measured.example.org`
    const hiredOn = addDays(today, -100 - (number % 5000))
    return { id: id(), givenName, familyName, sortName, email, hiredOn, sharesLicenseHealth: false }
  }
  const people = Array.from({ length: count + schools.length + 1 }, (_, at) => person(at))
  const works = (memberId: string, organizationId: string, role: Role) => ({
    id: id(),
    memberId,
    organizationId,
    role,
    startedOn: addDays(today, -100),
    source: 'roster' as const,
  })
  const educators = people.slice(0, count).map((row, at): Educator => {
    const school = at % schools.length
    return { id: row.id, area: school % AREAS, schoolId: schools[school]!.id }
  })
  const coordinatorId = people.at(-1)!.id
  await insert(members, people, { ...OWN, createdAt: before })
  await insert(
    affiliations,
    [
      ...educators.map((each) => works(each.id, each.schoolId, 'educator')),
      ...schools.map((school, at) => works(people[count + at]!.id, school.id, 'principal')),
      works(coordinatorId, schools[0]!.id, 'coordinator'),
    ],
    OWN,
  )
  return { educators, coordinatorId }
}

/** Two activities each; of one educator in ten, one of them counts for the hours of every pathway. */
async function addActivities(insert: Bulk, ground: Ground, educators: Educator[]) {
  const rows = [...educators, ...educators].map((each, at) => ({
    id: ground.id(),
    memberId: each.id,
    organizationId: each.schoolId,
    title: 'An hour together',
    kind: 'plc' as const,
    startedOn: addDays(ground.today, -80),
    endedOn: addDays(ground.today, -80),
    minutes: 60,
    status: 'approved' as const,
    version: 1,
    competency: at < educators.length && at % 10 === 0 ? MINUTES : OTHER,
  }))
  await insert(activities, rows, { ...OWN, createdAt: ground.before, updatedAt: ground.before })
  await insert(
    activityCompetencies,
    rows.map(({ id, competency }) => ({ activityId: id, competency })),
    OWN,
  )
}
