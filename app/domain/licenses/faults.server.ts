import { addMonths, type Day } from '../calendar'
import { jurisdictionName } from '../rule-sets/jurisdictions'
import { shippedRuleSets } from '../rule-sets/shipped.server'
import type { Scope } from '../scope.server'
import { type Choice, type LicenseChoices, licenseChoices } from './choices'
import type { LicenseInput } from './inputs.server'
import { MAX_YEARS_SINCE_ISSUE, MAX_YEARS_VALID } from './license'

/** What is said of a license. */
export type Said = Pick<
  LicenseInput,
  'kind' | 'class' | 'area' | 'number' | 'issuedOn' | 'expiresOn' | 'endorsements'
>

/** What cannot be right, with what would be. */
export type LicenseFault = {
  field: 'kind' | 'class' | 'endorsements' | 'issuedOn' | 'expiresOn'
  message: string
}

/** Everything that cannot be right in what was said of a license: at most one fault a field. */
export function faultsIn(scope: Scope, jurisdiction: string, said: Said): LicenseFault[] {
  const choices = licenseChoices(shippedRuleSets(), jurisdiction)
  const found = {
    ...(choices && codeFaults(choices, jurisdictionName(jurisdiction), said)),
    issuedOn: issueFault(scope, said),
    expiresOn: expiryFault(scope, said),
  }
  return FIELDS.flatMap((field) => {
    const message = found[field]
    return message ? { field, message } : []
  })
}

const FIELDS = ['issuedOn', 'expiresOn', 'kind', 'class', 'endorsements'] as const

/* Labels have commas in them, so that semicolons stand between them. */
const listed = (choices: Choice[]) => choices.map(({ label }) => label).join('; ')

function codeFaults({ kinds, classes, endorsements }: LicenseChoices, state: string, said: Said) {
  const isUnknown = (choices: Choice[], code: string) => !choices.some((it) => it.code === code)
  const strangers = [...new Set(said.endorsements)].filter((it) => isUnknown(endorsements, it))
  const isClassUnknown = said.class !== undefined && isUnknown(classes, said.class)
  return {
    kind: isUnknown(kinds, said.kind)
      ? `${state} has these kinds of license: ${listed(kinds)}.`
      : null,
    class: isClassUnknown ? notKnown(state, 'class', [said.class!], classes) : null,
    endorsements:
      strangers.length > 0 ? notKnown(state, 'endorsement', strangers, endorsements) : null,
  }
}

function notKnown(state: string, word: string, named: string[], choices: Choice[]) {
  const names = named.map((it) => `“${it}”`).join(', ')
  const right = choices.length > 0 ? `There are: ${listed(choices)}.` : 'Leave it empty.'
  return `The rules of ${state} know no ${word} ${names}. ${right}`
}

const LONG_AGO = 'That is very long ago. Check the year.'

const isLongAgo = ({ today }: Scope, day: Day) =>
  day < addMonths(today, -12 * MAX_YEARS_SINCE_ISSUE)

function issueFault(scope: Scope, { issuedOn }: Said) {
  if (!issuedOn) return null
  if (issuedOn > scope.today) {
    return 'That day is still to come. Add the license once it is issued.'
  }
  return isLongAgo(scope, issuedOn) ? LONG_AGO : null
}

function expiryFault(scope: Scope, { issuedOn, expiresOn }: Said) {
  if (!expiresOn) return null
  if (issuedOn && expiresOn <= issuedOn) {
    return 'It expires before it was issued. Check both days.'
  }
  if (expiresOn > addMonths(scope.today, 12 * MAX_YEARS_VALID)) {
    return `Choose a day within ${MAX_YEARS_VALID} years. Check the year.`
  }
  return isLongAgo(scope, expiresOn) ? LONG_AGO : null
}
