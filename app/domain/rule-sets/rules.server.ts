import { z } from 'zod'
import { creditRules } from './rules-of-credit.server'
import { dutyRules } from './rules-of-duty.server'

/** All kinds of rules; `docs/rule-sets.md` says which of K1 to K24 each expresses. */
export const rule = z.discriminatedUnion('kind', [...creditRules, ...dutyRules])
