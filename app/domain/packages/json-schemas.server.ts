import { z } from 'zod'
import { recordPackage } from './format.server'

/** The format of a package as JSON Schema, by the name of its file. */
export const packageSchemas = () => ({
  'package.schema.json': z.toJSONSchema(recordPackage, { io: 'input' }),
})
