import { z } from 'zod'
import { code, percent, units } from './provenance.server'
import { codes, every, figure } from './rule-fields.server'

const total = z
  .strictObject({
    kind: z.literal('total'),
    ...every,
    amount: figure,
    proratedBy: z
      .array(z.enum(['fte', 'leave']))
      .optional()
      .describe('What lowers it in proportion: the share of a full position, time on leave.'),
    offered: z
      .boolean()
      .optional()
      .describe('What the district has to offer: nobody is asked to earn it.'),
  })
  .meta({
    id: 'total',
    description: 'K1, K16, K18, K19: what a cycle takes in all. The first that applies holds.',
  })

const minimum = z
  .strictObject({
    kind: z.literal('minimum'),
    ...every,
    category: code,
    amount: figure.optional(),
    percent: percent.optional(),
    oneTime: z
      .boolean()
      .optional()
      .describe('Asked once in a career; nothing is asked of somebody who has done it.'),
  })
  .meta({
    id: 'minimum',
    description:
      'K2, K3, K15, K16: at least so much in a category, absolutely or as a share of the total.',
  })

const minimumBlock = z
  .strictObject({
    kind: z.literal('minimum_block'),
    ...every,
    scope: z.enum(['topic', 'activity']),
    amount: units,
    bundling: z.boolean().describe('Whether several activities on one topic add up.'),
    activityKinds: codes.optional(),
  })
  .meta({
    id: 'minimum_block',
    description:
      'K4: what is earned on a topic, or by one activity, counts only from an amount on.',
  })

const cap = z
  .strictObject({
    kind: z.literal('cap'),
    ...every,
    activityKinds: codes.optional(),
    credits: codes.optional(),
    amount: figure.optional(),
    percent: percent.optional().describe('Of the total that is asked.'),
    per: z.enum(['cycle', 'year', 'item']),
  })
  .meta({
    id: 'cap',
    description: 'K5: at most so much from some kinds of activity or of credit; the rest is lost.',
  })

const substitute = z
  .strictObject({
    kind: z.literal('substitute'),
    ...every,
    fact: code,
    replaces: codes.describe('Ids of the requirements that it stands for.'),
    once: z.boolean().optional().describe('Whether it may be used for one cycle only.'),
  })
  .meta({
    id: 'substitute',
    description: 'K6: something that stands for other requirements, such as a master’s degree.',
  })

const alternative = z
  .strictObject({
    kind: z.literal('alternative'),
    ...every,
    options: z.array(z.strictObject({ credit: code, amount: units })).min(1),
    replaces: codes,
  })
  .meta({
    id: 'alternative',
    description:
      'K6: an amount in another kind of credit that, on its own, stands for other requirements.',
  })

const acceptedCredits = z
  .strictObject({
    kind: z.literal('accepted_credits'),
    ...every,
    credits: codes,
  })
  .meta({ id: 'accepted_credits', description: 'K6, K16: only these kinds of credit are taken.' })

const additionalLicense = z
  .strictObject({
    kind: z.literal('additional_license'),
    ...every,
    mode: z.enum(['add', 'highest']),
    total: units.optional(),
    minimums: z
      .array(z.strictObject({ category: code, amount: units }))
      .optional()
      .describe('In the content of that license: category `CATEGORY:AREA` of a row.'),
  })
  .meta({
    id: 'additional_license',
    description: 'K7: what each further license adds, or that the highest total alone holds.',
  })

/** The kinds of rules about how much credit is asked for, and what counts how much. */
export const creditRules = [
  total,
  minimum,
  minimumBlock,
  cap,
  substitute,
  alternative,
  acceptedCredits,
  additionalLicense,
] as const
