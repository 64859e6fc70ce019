import { dayInWords, monthDayInWords } from '../calendar'
import type { Condition, RuleSet } from './rule-set'

type Tests = Omit<Condition, 'unless'>
type Choices = { code: string; label: string }[] | undefined

/** When a rule applies, such as `for Teacher; when the license is renewed on 1 July 2023 or later`; null: always. */
export function conditionWords(condition: Condition | undefined, ruleSet: RuleSet): string | null {
  if (!condition) return null
  const { unless, ...tests } = condition
  const words = testsInWords(tests, ruleSet)
  if (unless) words.push(`except ${testsInWords(unless, ruleSet).join('; ')}`)
  return words.length > 0 ? words.join('; ') : null
}

function testsInWords(tests: Tests, { classes, endorsements, licenseKinds, facts }: RuleSet) {
  const words: (string | undefined | false)[] = [
    tests.classes && `for ${anyOf(tests.classes, classes)}`,
    tests.licenseKinds && `for a license of the kind ${anyOf(tests.licenseKinds, licenseKinds)}`,
    tests.endorsements && `with the endorsement ${anyOf(tests.endorsements, endorsements)}`,
    tests.facts && `where this holds: “${anyOf(tests.facts, facts)}”`,
    tests.employed === true && 'for those employed by a school of the state',
    tests.employed === false && 'for those not employed by a school of the state',
    tests.fteFrom !== undefined && `for those who work at least ${tests.fteFrom} % of full time`,
    tests.startsFrom && `when the cycle starts on ${orLater(tests.startsFrom)}`,
    tests.startsBefore && `when the cycle starts before ${dayInWords(tests.startsBefore)}`,
    tests.expiresFrom && `when the license expires on ${orLater(tests.expiresFrom)}`,
    tests.expiresBefore && `when the license expires before ${dayInWords(tests.expiresBefore)}`,
    tests.renewsFrom && `when the license is renewed on ${orLater(tests.renewsFrom)}`,
    tests.renewsAfter &&
      `when the license is renewed after ${monthDayInWords(tests.renewsAfter)} of its last year`,
  ]
  return words.filter((it): it is string => typeof it === 'string')
}

const orLater = (day: string) => `${dayInWords(day)} or later`

const anyOf = (codes: string[], choices: Choices) =>
  listed(codes.map((code) => choices?.find((it) => it.code === code)?.label ?? code))

/** `A, B or C`. */
export const listed = (words: string[]) =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : (words[0] ?? '')
