import { addDays, weekday } from '../day'
import { idOf } from '../id'
import {
  askMore,
  fiveYearsUntil,
  holdLicense,
  OF_DISTRICT,
  openCycle,
  type SeedRuleSet,
} from '../licenses'
import type { Stage } from '../stage'
import type { Learner } from './hiring'

const RULES = 'us-ma-2017'
const AREAS = [
  'Elementary 1–6',
  'English 5–12',
  'Mathematics 5–8',
  'General Science 5–8',
  'History 5–12',
  'Moderate Disabilities 5–12',
]
const DAYS_OF_A_CYCLE = 5 * 365

/**
 * Licenses of those who work here: their cycles end all over the next five years, a few have just ended, and
 * some let their principal see how they stand. The district asks for a little more than the state.
 */
export function licenseCrowd(stage: Stage, learners: Learner[], ruleSets: readonly SeedRuleSet[]) {
  const ruleSet = ruleSets.find(({ id }) => id === RULES)
  if (!ruleSet) throw new Error(`The world needs the rules ${RULES}.`)
  const present = learners.filter(({ hats }) => hats.at(-1)?.endedOn === undefined)
  present.forEach((learner, at) => license(stage, learner, at, ruleSet))
  askMore(stage, RULES, {
    categories: [{ code: 'district_technology', label: 'Technology', dimension: 'district' }],
    rules: [
      {
        id: 'district_minimum_1',
        kind: 'minimum',
        label: '10 PDPs in technology',
        category: 'district_technology',
        amount: 10,
        ...OF_DISTRICT,
      },
    ],
  })
}

function license(stage: Stage, { id, chance }: Learner, at: number, ruleSet: SeedRuleSet) {
  const { today, rows, names } = stage
  const expiresOn = addDays(today, ((at * 61) % DAYS_OF_A_CYCLE) - 40)
  const cycle = fiveYearsUntil(expiresOn)
  const addedOn = weekday(addDays(today, -chance.between(20, 300)))
  const held = {
    id: idOf(`${names.slug}/license/${id}`),
    memberId: id,
    jurisdiction: 'US-MA',
    kind: 'professional',
    area: chance.pick(AREAS),
    issuedOn: cycle.startsOn,
    expiresOn,
  }
  holdLicense(stage, held, addedOn)
  openCycle(stage, held, addedOn, { id: idOf(`${names.slug}/cycle/${id}`), ...cycle }, ruleSet)
  const member = rows.members.find((row) => row.id === id)
  if (member && at % 3 === 0) member.sharesLicenseHealth = true
}
