import { join } from 'node:path'
import type { Engine } from '#db/dialect'
import { root } from './root'

/** Where the migrations of an engine stand. */
export const migrationFolder = (engine: Engine) => join(root, 'drizzle', engine)
