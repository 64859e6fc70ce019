import { addMonths, type Day } from '../calendar'
import { Invalid } from '../errors'
import type { RuleSet } from '../rule-sets/rule-set'
import { factChoices } from './choices'
import { lastDayOfCycle, MAX_YEARS_SINCE_ISSUE, MAX_YEARS_VALID } from './license'

/** How many years an extension can reach at most. */
const MAX_YEARS_EXTENDED = 5

type Days = { startsOn: Day; endsOn: Day }

/** @throws Invalid when a cycle cannot have these days */
export function checkDays({ today }: { today: Day }, { startsOn, endsOn }: Days) {
  if (endsOn <= startsOn) {
    throw new Invalid('endsOn', 'It ends before it begins. Check both days.')
  }
  if (startsOn < addMonths(today, -12 * MAX_YEARS_SINCE_ISSUE)) {
    throw new Invalid('startsOn', 'That is very long ago. Check the year.')
  }
  if (endsOn > addMonths(today, 12 * MAX_YEARS_VALID)) {
    throw new Invalid('endsOn', `Choose a day within ${MAX_YEARS_VALID} years. Check the year.`)
  }
  if (endsOn > addMonths(startsOn, 12 * MAX_YEARS_VALID)) {
    throw new Invalid('endsOn', `A cycle has at most ${MAX_YEARS_VALID} years. Check the year.`)
  }
}

/** @throws Invalid when a cycle cannot be extended to a day */
export function checkExtension({ endsOn }: Pick<Days, 'endsOn'>, extendedToOn: Day) {
  if (extendedToOn <= endsOn) {
    throw new Invalid('extendedToOn', 'Choose a day after the last day of the cycle.')
  }
  if (extendedToOn > addMonths(endsOn, 12 * MAX_YEARS_EXTENDED)) {
    throw new Invalid('extendedToOn', `Choose a day within ${MAX_YEARS_EXTENDED} years.`)
  }
}

type Attested = { code: string; heldOn: Day }

/** @throws Invalid when the rules ask for no such attestation in a cycle, or not on this day */
export function checkAttestation(
  { today }: { today: Day },
  cycle: Days & { extendedToOn: Day | null },
  rules: RuleSet,
  { code, heldOn }: Attested,
) {
  const { attestations } = factChoices(rules)
  if (!attestations.some((it) => it.code === code)) {
    throw new Invalid('code', 'The rules of this cycle do not ask for that.')
  }
  if (heldOn > today) throw new Invalid('heldOn', 'That day is still to come.')
  if (heldOn < cycle.startsOn || heldOn > lastDayOfCycle(cycle)) {
    throw new Invalid('heldOn', 'That day is not in this cycle. Check the year.')
  }
}
