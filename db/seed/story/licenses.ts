import { addDays, addMonths, weekday } from '../day'
import {
  askMore,
  fiveYearsUntil,
  holdLicense,
  OF_DISTRICT,
  openCycle,
  type SeedRuleSet,
} from '../licenses'
import type { Stage } from '../stage'
import type { Teller } from './teller'

const MASSACHUSETTS = { jurisdiction: 'US-MA', kind: 'professional' }

/**
 * Licenses: Ana's two in Massachusetts with a cycle that was renewed, Ben's that expires soon, Nora's
 * that was extended, and Omar's from North Carolina. The others have none.
 */
export function holdLicenses(stage: Stage, teller: Teller, ruleSets: readonly SeedRuleSet[]) {
  const [massachusetts, northCarolina] = ['us-ma-2017', 'us-nc-2024'].map((id) => {
    const found = ruleSets.find((ruleSet) => ruleSet.id === id)
    if (!found) throw new Error(`The world needs the rules ${id}.`)
    return found
  }) as [SeedRuleSet, SeedRuleSet]
  holdAnas(stage, teller, massachusetts)
  holdBens(stage, teller, massachusetts)
  holdNoras(stage, teller, massachusetts)
  holdOmars(stage, teller, northCarolina)
  askMore(stage, 'us-nc-2024', {
    rules: [
      {
        id: 'district_total_1',
        kind: 'total',
        label: '9 CEUs in five years',
        amount: 9,
        ...OF_DISTRICT,
      },
    ],
  })
}

function holdAnas(stage: Stage, { ago }: Teller, ruleSet: SeedRuleSet) {
  const { names, schoolYear } = stage
  const { licenses, cycles } = names
  const expiresOn = `${schoolYear + 2}-07-14`
  const own = { ...MASSACHUSETTS, memberId: names.ana.id, expiresOn }
  const primary = {
    ...own,
    id: licenses.primary,
    area: 'Mathematics 5–8',
    number: '482913',
    issuedOn: `${schoolYear - 8}-07-15`,
  }
  const addedOn = weekday(`${schoolYear - 4}-09-10`)
  holdLicense(stage, primary, addedOn)
  const additional = {
    id: licenses.additional,
    area: 'Moderate Disabilities 5–8',
    isPrimary: false,
    issuedOn: `${schoolYear - 1}-03-02`,
  }
  holdLicense(stage, { ...own, ...additional }, ago(200))
  const before = fiveYearsUntil(`${schoolYear - 3}-07-14`)
  const renewedOn = `${schoolYear - 3}-06-20`
  openCycle(stage, primary, addedOn, { id: cycles.closed, ...before, renewedOn }, ruleSet)
  const next = { id: cycles.open, ...fiveYearsUntil(expiresOn) }
  openCycle(stage, primary, weekday(renewedOn), next, ruleSet)
}

function holdBens(stage: Stage, { ago }: Teller, ruleSet: SeedRuleSet) {
  const { names, today, rows } = stage
  const expiresOn = addMonths(today, 4)
  const { startsOn } = fiveYearsUntil(expiresOn)
  const license = {
    ...MASSACHUSETTS,
    id: names.licenses.ofBen,
    memberId: names.ben.id,
    area: 'General Science 5–8',
    number: '510277',
    issuedOn: startsOn,
    expiresOn,
  }
  holdLicense(stage, license, ago(300))
  openCycle(
    stage,
    license,
    ago(300),
    { id: names.cycles.ofBen, startsOn, endsOn: expiresOn },
    ruleSet,
  )
  const ben = rows.members.find(({ id }) => id === names.ben.id)
  if (ben) ben.sharesLicenseHealth = true
}

function holdNoras(stage: Stage, { ago }: Teller, ruleSet: SeedRuleSet) {
  const { names, schoolYear, today } = stage
  const expiresOn = addDays(today, -50)
  const license = {
    ...MASSACHUSETTS,
    id: names.licenses.ofNora,
    memberId: names.nora.id,
    area: 'Elementary 1–6',
    issuedOn: `${schoolYear - 10}-08-01`,
    expiresOn,
  }
  holdLicense(stage, license, ago(250))
  const extension = {
    extendedToOn: addMonths(expiresOn, 12),
    extensionReason: 'A year more by the letter of the state, which is with the office.',
  }
  const cycle = { id: names.cycles.ofNora, ...fiveYearsUntil(expiresOn), ...extension }
  openCycle(stage, license, ago(250), cycle, ruleSet)
}

function holdOmars(stage: Stage, { ago }: Teller, ruleSet: SeedRuleSet) {
  const { names, schoolYear } = stage
  const expiresOn = `${schoolYear + 2}-06-30`
  const license = {
    id: names.licenses.ofOmar,
    memberId: names.omar.id,
    jurisdiction: 'US-NC',
    kind: 'continuing_professional',
    class: 'grades_6_12_teacher',
    area: 'Social Studies 6–9',
    issuedOn: `${schoolYear - 7}-08-10`,
    expiresOn,
  }
  holdLicense(stage, license, ago(120))
  const cycle = { id: names.cycles.ofOmar, ...fiveYearsUntil(expiresOn) }
  openCycle(stage, license, ago(120), cycle, ruleSet)
}
