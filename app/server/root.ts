import { createRequire } from 'node:module'
import { dirname } from 'node:path'

/** The folder of the project, from its sources as from what was built of them. */
export const root = dirname(createRequire(import.meta.url).resolve('cairn/package.json'))
