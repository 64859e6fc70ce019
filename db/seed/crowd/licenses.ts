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
const TOPICS = ['Universal design', 'Literacy', 'Data and feedback', 'Inquiry', 'Safe tools']
const CATEGORIES = ['content', 'pedagogy', 'sei_esl_bilingual', 'swd_diverse']
const CLAIMED = 0.8
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
  claimLearning(stage, present)
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
    number: numberOf(at),
    issuedOn: cycle.startsOn,
    expiresOn,
  }
  holdLicense(stage, held, addedOn)
  openCycle(stage, held, addedOn, { id: idOf(`${names.slug}/cycle/${id}`), ...cycle }, ruleSet)
  const member = rows.members.find((row) => row.id === id)
  if (member && at % 3 === 0) member.sharesLicenseHealth = true
}

/** Some have not written it down yet, and one wrote down that of a colleague. */
function numberOf(at: number) {
  if (at % 19 === 4) return undefined
  return String(520_000 + 37 * (at === 8 ? 7 : at))
}

/** What most of them have said about most of what was approved: its topic, what shows it, and where it fits. */
function claimLearning({ rows }: Stage, learners: Learner[]) {
  const chances = new Map(learners.map(({ id, chance }) => [id, chance]))
  const claim = (memberId: string, source: { activityId: string } | { completionId: string }) => {
    const chance = chances.get(memberId)
    if (!chance?.happens(CLAIMED)) return
    const claimId = idOf(`${Object.values(source)[0]}/claim`)
    const topic = chance.pick(TOPICS)
    rows.creditClaims.push({
      id: claimId,
      memberId,
      ...source,
      topic,
      proof: 'product',
      isAligned: true,
    })
    const category = chance.pick(CATEGORIES)
    rows.creditShares.push({ claimId, jurisdiction: 'US-MA', category })
  }
  for (const { id, memberId, status } of rows.activities) {
    if (status === 'approved') claim(memberId, { activityId: id })
  }
  for (const { id, memberId, status } of rows.completions) {
    if (status === 'approved') claim(memberId, { completionId: id })
  }
}
