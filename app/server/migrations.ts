import { fileURLToPath } from 'node:url'
import type { Engine } from '#db/dialect'

/** Where the migrations of an engine stand. */
export const migrationFolder = (engine: Engine) =>
  fileURLToPath(new URL(`../../drizzle/${engine}`, import.meta.url))
