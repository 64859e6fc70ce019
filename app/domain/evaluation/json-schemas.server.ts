import { z } from 'zod'
import { evaluationFile } from './input.server'
import { printedFormat } from './printed-format.server'

/** What an evaluation reads and prints as JSON Schema, by the name of the file. */
export const evaluationSchemas = () => ({
  'evaluation-input.schema.json': z.toJSONSchema(evaluationFile, { io: 'input' }),
  'evaluation.schema.json': z.toJSONSchema(printedFormat),
})
