import { z } from 'zod'
import { code, day, monthDay, percent, units, words } from './provenance.server'
import { codes, every } from './rule-fields.server'

const planAlignment = z
  .strictObject({ kind: z.literal('plan_alignment'), ...every, percent })
  .meta({
    id: 'plan_alignment',
    description: 'K8: the share of the total that has to be in line with the approved plan.',
  })

const planFirst = z.strictObject({ kind: z.literal('plan_first'), ...every }).meta({
  id: 'plan_first',
  description: 'K9: a plan has to be approved before an activity counts.',
})

const preapproval = z
  .strictObject({
    kind: z.literal('preapproval'),
    ...every,
    activityKinds: codes.optional(),
  })
  .meta({
    id: 'preapproval',
    description: 'K9: each activity (of some kinds) has to be approved beforehand.',
  })

const provider = z
  .strictObject({
    kind: z.literal('provider'),
    ...every,
    kinds: codes,
    credits: codes
      .optional()
      .describe('Only credit of these kinds has to come from them; every kind when absent.'),
    needsNumber: z.boolean().optional().describe('Whether the number of the provider is recorded.'),
  })
  .meta({ id: 'provider', description: 'K10: only activities of such providers count.' })

const proof = z
  .strictObject({ kind: z.literal('proof'), ...every, proofs: codes.optional() })
  .meta({
    id: 'proof',
    description: 'K11: proof that something was learned or done, not only that somebody was there.',
  })

const exclusion = z
  .strictObject({ kind: z.literal('exclusion'), ...every, flags: codes })
  .meta({ id: 'exclusion', description: 'What never counts, such as promotional events.' })

const attestation = z
  .strictObject({
    kind: z.literal('attestation'),
    ...every,
    code,
    by: words.optional(),
    per: z.enum(['cycle', 'year']),
    count: z.int().min(1).optional(),
  })
  .meta({
    id: 'attestation',
    description:
      'K17: no hours, but something to be attested by somebody, so many times in a cycle or each year.',
  })

const rotatingTopic = z
  .strictObject({
    kind: z.literal('rotating_topic'),
    ...every,
    topic: code,
    firstYear: z
      .int()
      .min(1990)
      .max(2100)
      .describe('The calendar year in which the first school year began.'),
    everyYears: z.int().min(1).max(20),
  })
  .meta({
    id: 'rotating_topic',
    description: 'K20: a topic that is due in a school year and every so many years after.',
  })

const exemption = z
  .strictObject({ kind: z.literal('exemption'), ...every })
  .meta({ id: 'exemption', description: 'Licenses that need no credit for renewal.' })

const carryOver = z
  .strictObject({
    kind: z.literal('carry_over'),
    ...every,
    mode: z.enum(['none', 'capped', 'windowed', 'unknown']),
    max: units.optional(),
    lastMonths: z
      .int()
      .min(1)
      .max(120)
      .optional()
      .describe('Only what was earned in the last months of the cycle.'),
    between: z
      .tuple([monthDay, monthDay])
      .optional()
      .describe('Only what was earned between two days of the cycle’s last year.'),
  })
  .meta({ id: 'carry_over', description: 'K13: what may be taken along into the next cycle.' })

const retention = z
  .strictObject({
    kind: z.literal('retention'),
    ...every,
    from: z.enum(['renewal', 'cycle_end']),
    years: z.int().min(1).max(100).nullable(),
    ifReused: z
      .strictObject({ category: code, years: z.int().min(1).max(100) })
      .optional()
      .describe('Longer where credit of a category is used in a later cycle too.'),
  })
  .meta({
    id: 'retention',
    description:
      'K24: how long the proof is kept, counted from the renewal or from the end of the cycle.',
  })

const plan = z
  .strictObject({
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
  .meta({ id: 'plan', description: 'Who approves the plan, and by when (days are calendar days).' })

const notice = z
  .strictObject({
    kind: z.literal('notice'),
    ...every,
    text: words,
    from: day.optional(),
    until: day.optional(),
  })
  .meta({ id: 'notice', description: 'Something to know that decides nothing here.' })

/** The kinds of rules about all that surrounds the credit: plans, proof, attestations, deadlines. */
export const dutyRules = [
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
] as const
