import { z } from 'zod'
import { ruleSet } from './format.server'
import { overlay } from './overlay.server'

/** The formats as JSON Schema, for editors and other programs, by the name of their file. */
export function jsonSchemas() {
  return {
    'rule-set.schema.json': z.toJSONSchema(ruleSet, { io: 'input' }),
    'overlay.schema.json': z.toJSONSchema(overlay, { io: 'input' }),
  }
}
