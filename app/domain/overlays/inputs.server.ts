import { z } from 'zod'
import { addDays, type Day } from '../calendar'
import { dayField, optionalText, requiredText } from '../fields.server'
import { creditOf, type OverlayFault, placedFaults } from '../rule-sets/overlay'
import type { RuleSet } from '../rule-sets/rule-set'
import {
  type Addition,
  MAX_ADDITIONS,
  MAX_LABEL,
  OWN_CATEGORY,
  overlayOf,
  type Policy,
} from './addition'

const numeric = (message: string) =>
  z
    .string({ error: message })
    .trim()
    .transform((typed) => Number(typed.replace(',', '.') || NaN))

/** Units with at most three decimals. */
const amount = numeric('Say how much, such as 10 or 1.5.').refine(
  (units) => units > 0 && units <= 100_000 && Math.round(units * 1000) / 1000 === units,
  'Write an amount above 0 with at most three decimals.',
)

const whole = (least: number, most: number, message: string) =>
  numeric(message).refine((it) => Number.isInteger(it) && it >= least && it <= most, message)

const code = z.string().regex(/^[a-z0-9]+(_[a-z0-9]+)*$/)
const codes = z
  .union([z.array(code), code.transform((one) => [one])])
  .optional()
  .transform((list) => list ?? [])

const every = {
  id: code.max(80),
  label: requiredText('it', MAX_LABEL, 'Say in a few words what is asked.'),
}

const addition = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('total'), ...every, amount }),
  z.object({
    kind: z.literal('minimum'),
    ...every,
    category: z.string({ error: 'Choose a category.' }).min(1, 'Choose a category.').max(200),
    ownCategory: optionalText('the name', 80),
    amount,
  }),
  z.object({
    kind: z.literal('cap'),
    ...every,
    activityKinds: codes.refine((list) => list.length > 0, 'Choose at least one kind.'),
    amount,
    per: z.enum(['cycle', 'year', 'item']),
  }),
  z.object({ kind: z.literal('preapproval'), ...every, activityKinds: codes }),
  z.object({
    kind: z.literal('attestation'),
    ...every,
    by: optionalText('it', 200),
    per: z.enum(['cycle', 'year']),
    count: whole(1, 50, 'Write a whole number from 1 to 50.'),
  }),
  z.object({
    kind: z.literal('rotating_topic'),
    ...every,
    topic: requiredText('the topic', 80, 'Name the topic.').refine(
      (topic) => /[a-z0-9]/i.test(topic),
      'Name the topic in letters.',
    ),
    firstYear: whole(1990, 2100, 'Write a year, such as 2026.'),
    everyYears: whole(1, 20, 'Write a whole number from 1 to 20.'),
  }),
])

const optionalAmount = z
  .string()
  .optional()
  .transform((typed) => typed?.trim() || undefined)
  .pipe(amount.optional())

const fields = z.object({
  startsOn: dayField('Choose the day from which it holds.'),
  rules: z.array(addition).max(MAX_ADDITIONS).default([]),
  figures: z.array(z.object({ rule: code, amount: optionalAmount })).default([]),
  conversions: z
    .array(z.object({ from: code, level: code.optional(), units: optionalAmount }))
    .default([]),
})

/**
 * What a district asks beyond a rule set, from its form; what `overlayFaults` refuses stands at the field it
 * is about, like what cannot be read.
 */
export const policyInput = (ruleSet: RuleSet, today: Day) =>
  fields
    .transform(({ figures, conversions, ...rest }): Policy => ({
      ...rest,
      figures: figures.flatMap(({ rule, amount: set }) =>
        set === undefined ? [] : [{ rule, amount: set }],
      ),
      conversions: conversions.flatMap(({ units, ...it }) =>
        units === undefined ? [] : [{ ...it, units }],
      ),
    }))
    .superRefine((policy, context) => {
      const fault = (path: (string | number)[], message: string) =>
        context.addIssue({ code: 'custom', path, message })
      if (policy.startsOn <= today) {
        fault(['startsOn'], `Choose ${addDays(today, 1)} or a later day: what was judged stays.`)
      }
      policy.rules.forEach((rule, at) => {
        if (isUnnamed(rule)) fault(['rules', at, 'ownCategory'], 'Name your category.')
      })
      if (policy.rules.some(isUnnamed)) return
      const overlay = overlayOf(policy, { ruleSet: ruleSet.id, revision: 1, name: 'x' })
      for (const found of placedFaults(ruleSet, overlay)) {
        fault(placeOf(found, policy), found.sentence)
      }
    })

const isUnnamed = (rule: Addition) =>
  rule.kind === 'minimum' &&
  rule.category === OWN_CATEGORY &&
  !/[a-z0-9]/i.test(rule.ownCategory ?? '')

/** The field a fault is about; the whole form where it is about none. */
function placeOf({ rule, figure, conversion }: OverlayFault, policy: Policy): (string | number)[] {
  const place = (list: string, at: number, field: string) => (at < 0 ? [] : [list, at, field])
  if (rule !== undefined) {
    const at = policy.rules.findIndex(({ id }) => id === rule)
    const kind = policy.rules[at]?.kind
    return place(
      'rules',
      at,
      kind === 'cap' ? 'activityKinds' : kind && 'amount' in policy.rules[at]! ? 'amount' : 'label',
    )
  }
  if (figure !== undefined) {
    return place(
      'figures',
      policy.figures.findIndex((it) => it.rule === figure),
      'amount',
    )
  }
  if (conversion === undefined) return []
  return place(
    'conversions',
    policy.conversions.findIndex((it) => creditOf(it) === conversion),
    'units',
  )
}
