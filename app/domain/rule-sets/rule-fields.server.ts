import { z } from 'zod'
import { condition } from './conditions.server'
import { code, provenance, units, words } from './provenance.server'

/** What every kind of rule has. */
export const every = {
  id: code.describe('Unique in the rule set; what an evaluation names as the rule that decided.'),
  label: words.describe('What the rule is called on a page, in a few words.'),
  when: condition.optional(),
  ...provenance,
}

/** An amount that a source states, or null. */
export const figure = units
  .nullable()
  .describe('Null where no source states it: then it can be set by the district.')

/** At least one code. */
export const codes = z.array(code).min(1)
