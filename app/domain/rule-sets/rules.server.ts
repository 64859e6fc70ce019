import { z } from 'zod'
import { condition } from './conditions.server'
import { code, day, monthDay, percent, provenance, units, words } from './provenance.server'

const every = {
  /** Unique in the rule set; what an evaluation names as the rule that decided. */
  id: code,
  /** What the rule is called on a page, in a few words. */
  label: words,
  when: condition.optional(),
  ...provenance,
}

/** An amount that is known, or null where no source states it: then it can be set by the district. */
const figure = units.nullable()

const codes = z.array(code).min(1)

/** K1, K16, K18, K19: what a cycle takes in all. The first that applies holds. */
const total = z.strictObject({
  kind: z.literal('total'),
  ...every,
  amount: figure,
  /** What lowers it in proportion: the share of a full position, time on leave. */
  proratedBy: z.array(z.enum(['fte', 'leave'])).optional(),
})

/** K2, K3, K15, K16: at least so much in a category, absolutely or as a share of the total. */
const minimum = z.strictObject({
  kind: z.literal('minimum'),
  ...every,
  category: code,
  amount: figure.optional(),
  percent: percent.optional(),
  /** Asked once in a career; nothing is asked of somebody who has done it. */
  oneTime: z.boolean().optional(),
})

/** K4: what is earned on a topic, or by one activity, counts only from an amount on. */
const minimumBlock = z.strictObject({
  kind: z.literal('minimum_block'),
  ...every,
  scope: z.enum(['topic', 'activity']),
  amount: units,
  /** Whether several activities on one topic add up. */
  bundling: z.boolean(),
  activityKinds: codes.optional(),
})

/** K5: at most so much from some kinds of activity or of credit; the rest is lost. */
const cap = z.strictObject({
  kind: z.literal('cap'),
  ...every,
  activityKinds: codes.optional(),
  credits: codes.optional(),
  amount: figure.optional(),
  /** Of the total that is asked. */
  percent: percent.optional(),
  per: z.enum(['cycle', 'year', 'item']),
})

/** K6: something that stands for other requirements, such as a master's degree. */
const substitute = z.strictObject({
  kind: z.literal('substitute'),
  ...every,
  fact: code,
  /** Ids of the requirements that it stands for. */
  replaces: codes,
  /** Whether it may be used for one cycle only. */
  once: z.boolean().optional(),
})

/** K6: an amount in another kind of credit that, on its own, stands for other requirements. */
const alternative = z.strictObject({
  kind: z.literal('alternative'),
  ...every,
  options: z.array(z.strictObject({ credit: code, amount: units })).min(1),
  replaces: codes,
})

/** K6, K16: only these kinds of credit are taken. */
const acceptedCredits = z.strictObject({
  kind: z.literal('accepted_credits'),
  ...every,
  credits: codes,
})

/** K7: what each further license adds, or that the highest total alone holds. */
const additionalLicense = z.strictObject({
  kind: z.literal('additional_license'),
  ...every,
  mode: z.enum(['add', 'highest']),
  total: units.optional(),
  /** In the content of that license: category `CATEGORY:AREA` of a row. */
  minimums: z.array(z.strictObject({ category: code, amount: units })).optional(),
})

/** K8: the share of the total that has to be in line with the approved plan. */
const planAlignment = z.strictObject({ kind: z.literal('plan_alignment'), ...every, percent })

/** K9: a plan has to be approved before an activity counts. */
const planFirst = z.strictObject({ kind: z.literal('plan_first'), ...every })

/** K9: each activity (of some kinds) has to be approved beforehand. */
const preapproval = z.strictObject({
  kind: z.literal('preapproval'),
  ...every,
  activityKinds: codes.optional(),
})

/** K10: only activities of such providers count. */
const provider = z.strictObject({
  kind: z.literal('provider'),
  ...every,
  kinds: codes,
  needsNumber: z.boolean().optional(),
})

/** K11: proof that something was learned or done, not only that somebody was there. */
const proof = z.strictObject({ kind: z.literal('proof'), ...every, proofs: codes.optional() })

/** What never counts, such as promotional events. */
const exclusion = z.strictObject({ kind: z.literal('exclusion'), ...every, flags: codes })

/** K17: no hours, but something to be attested by somebody, so many times in a cycle or each year. */
const attestation = z.strictObject({
  kind: z.literal('attestation'),
  ...every,
  code,
  by: words.optional(),
  per: z.enum(['cycle', 'year']),
  count: z.int().min(1).optional(),
})

/** K20: a topic that is due in a school year and every so many years after. */
const rotatingTopic = z.strictObject({
  kind: z.literal('rotating_topic'),
  ...every,
  topic: code,
  /** The calendar year in which the first school year began. */
  firstYear: z.int().min(1990).max(2100),
  everyYears: z.int().min(1).max(20),
})

/** Licenses that need no credit for renewal. */
const exemption = z.strictObject({ kind: z.literal('exemption'), ...every })

/** K13: what may be taken along into the next cycle. */
const carryOver = z.strictObject({
  kind: z.literal('carry_over'),
  ...every,
  mode: z.enum(['none', 'capped', 'windowed', 'unknown']),
  max: units.optional(),
  /** Only what was earned in the last months of the cycle. */
  lastMonths: z.int().min(1).max(120).optional(),
  /** Only what was earned between two days of the cycle's last year. */
  between: z.tuple([monthDay, monthDay]).optional(),
})

/** K24: how long the proof is kept, counted from the renewal or from the end of the cycle. */
const retention = z.strictObject({
  kind: z.literal('retention'),
  ...every,
  from: z.enum(['renewal', 'cycle_end']),
  years: z.int().min(1).max(100).nullable(),
  /** Longer where credit of a category is used in a later cycle too. */
  ifReused: z.strictObject({ category: code, years: z.int().min(1).max(100) }).optional(),
})

/** Who approves the plan, and by when (days are calendar days). */
const plan = z.strictObject({
  kind: z.literal('plan'),
  ...every,
  planKinds: codes,
  approver: words,
  firstApprovalMonths: z.int().optional(),
  reviewMonths: z.int().optional(),
  decisionDays: z.int().optional(),
  appealDays: z.int().optional(),
  dueOn: monthDay.optional(),
})

/** Something to know that decides nothing here. */
const notice = z.strictObject({
  kind: z.literal('notice'),
  ...every,
  text: words,
  from: day.optional(),
  until: day.optional(),
})

/** All kinds of rules; `docs/rule-sets.md` says which of K1 to K24 each expresses. */
export const rule = z.discriminatedUnion('kind', [
  total,
  minimum,
  minimumBlock,
  cap,
  substitute,
  alternative,
  acceptedCredits,
  additionalLicense,
  planAlignment,
  planFirst,
  preapproval,
  provider,
  proof,
  exclusion,
  attestation,
  rotatingTopic,
  exemption,
  carryOver,
  retention,
  plan,
  notice,
])
