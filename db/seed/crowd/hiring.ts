import { type Chance, chanceOf } from '../chance'
import { CROWD, namesIn } from './names'
import { addDays, type Day, firstDayOf } from '../day'
import { idOf } from '../id'
import { hiringDay } from '../offer'
import { employ, type Hat, type Stage } from '../stage'

/** One of the many, and what decides how they learn. */
export type Learner = {
  id: string
  chance: Chance
  hats: Hat[]
  /** How much they log, where 1 is usual. */
  eagerness: number
}

type SchoolKey = keyof typeof CROWD

const EAGERNESS = { '0.25': 8, '0.6': 22, '1': 42, '1.4': 20, '2': 8 }

/** Adds the educators of a whole district, some of them just hired, moved or gone. */
export function hireCrowd(stage: Stage, schools: Record<SchoolKey, string>): Learner[] {
  const keys = Object.keys(CROWD) as SchoolKey[]
  return keys.flatMap((school) =>
    namesIn(CROWD[school]).map((name) => hire(stage, name, school, schools)),
  )
}

function hire(
  stage: Stage,
  name: { givenName: string; familyName: string },
  school: SchoolKey,
  schools: Record<SchoolKey, string>,
): Learner {
  const { slug } = stage.names
  const account = `${name.givenName}.${name.familyName}`.toLowerCase()
  const email = `${account}@${slug}.example`
  const id = idOf(`${slug}/member/${account}`)
  const chance = chanceOf(email)
  const hats = career(stage, chance, school, schools)
  const userId = chance.happens(0.85) ? idOf(`${slug}/user/${account}`) : null
  employ(stage, { id, userId, email, ...name }, hats)
  return { id, chance, hats, eagerness: Number(chance.weigh(EAGERNESS)) }
}

function career(
  stage: Stage,
  chance: Chance,
  school: SchoolKey,
  schools: Record<SchoolKey, string>,
): Hat[] {
  const { schoolYear } = stage
  const at = (key: SchoolKey, startedOn: Day, endedOn?: Day): Hat => ({
    organizationId: schools[key],
    role: 'educator',
    startedOn,
    endedOn,
  })
  const others = (Object.keys(schools) as SchoolKey[]).filter((key) => key !== school)
  const began: Day = `${schoolYear - chance.between(3, 24)}-08-24`
  const path = chance.weigh({ stayed: 80, hired: 8, moved: 5, left: 5, joinedLastYear: 2 })

  if (path === 'hired') return [at(school, hiringDay(stage))]
  if (path === 'joinedLastYear') return [at(school, `${schoolYear - 1}-01-12`)]
  if (path === 'left') return [at(school, began, addDays(firstDayOf(schoolYear), -1))]
  if (path === 'moved') {
    const move = firstDayOf(schoolYear - 1)
    return [at(chance.pick(others), began, addDays(move, -1)), at(school, move)]
  }
  return [at(school, began)]
}
