import { COURSE_LEVELS, CREDITS } from '../rule-sets/credits'
import { rulesOf } from '../rule-sets/rule-set'
import { claimableCategories } from './asking'
import type { EvaluationInput } from './input'
import type { EvaluationFile } from './input.server'

/** Codes in a file that neither the rule set nor the overlay nor the licenses know, each with those there are. */
export function unknownCodes(file: EvaluationFile, known: EvaluationInput): string[] {
  return Object.entries(codesIn(file, known)).flatMap(([word, { named, choices }]) => {
    const list = [...new Set(choices)]
    const strangers = new Set(named.filter((code) => code !== undefined && !list.includes(code)))
    return [...strangers].map((code) => noSuch(word, code!, known.ruleSet.id, list))
  })
}

/** `There is no class “banana” in us-wa; there are teacher, administrator.` */
export const noSuch = (word: string, code: string, place: string, choices: readonly string[]) =>
  `There is no ${word} “${code}” in ${place}; there are ${choices.join(', ') || 'none'}.`

/** What the file names, and what can be named. */
function codesIn({ overlay, educator, rows }: EvaluationFile, known: EvaluationInput) {
  const { ruleSet, licenses } = known
  const rules = [...ruleSet.rules, ...(overlay?.rules ?? [])]
  const once = rulesOf(rules, 'minimum').filter(({ oneTime }) => oneTime)
  const claimable = [...claimableCategories(known), ...(overlay?.categories ?? [])]
  const split = rows.flatMap((row) => row.split ?? [])
  const options = rulesOf(rules, 'alternative').flatMap((rule) => rule.options)
  return {
    'kind of license': {
      named: licenses.map(({ kind }) => kind),
      choices: codesOf(ruleSet.licenseKinds),
    },
    'class of license': {
      named: licenses.map((license) => license.class),
      choices: codesOf(ruleSet.classes),
    },
    endorsement: {
      named: licenses.flatMap(({ endorsements = [] }) => endorsements),
      choices: codesOf(ruleSet.endorsements),
    },
    fact: { named: educator.facts ?? [], choices: codesOf(ruleSet.facts) },
    'one-time category': {
      named: educator.metOnce ?? [],
      choices: once.map(({ category }) => category),
    },
    attestation: {
      named: codesOf(educator.attestations),
      choices: codesOf(rulesOf(rules, 'attestation')),
    },
    category: {
      named: [
        ...rows.flatMap(({ categories = [] }) => categories),
        ...split.map(({ category }) => category),
      ],
      choices: codesOf(claimable),
    },
    credit: {
      named: rows.map(({ credit }) => credit),
      choices: [
        ...Object.keys(CREDITS),
        ...ruleSet.conversions.map(({ from }) => from),
        ...options.map(({ credit }) => credit),
      ],
    },
    'level of a course': {
      named: rows.map(({ level }) => level),
      choices: Object.keys(COURSE_LEVELS),
    },
  } satisfies Record<string, { named: (string | undefined)[]; choices: string[] }>
}

const codesOf = (choices: readonly { code: string }[] = []) => choices.map(({ code }) => code)
