import { Failure } from './failure'
import { printJson } from './print'
import { program } from './program'

/* Not awaited at the top: what a command imports later may have been built into one file with this. */
program.parseAsync().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error)
  if (message) console.error(message)
  if (message && process.argv.includes('--json')) printJson({ error: message })
  process.exitCode = error instanceof Failure ? error.exitCode : 2
})
