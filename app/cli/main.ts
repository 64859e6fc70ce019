import { Failure } from './failure'
import { printJson } from './print'
import { program } from './program'

try {
  await program.parseAsync()
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  if (message) console.error(message)
  if (message && process.argv.includes('--json')) printJson({ error: message })
  process.exitCode = error instanceof Failure ? error.exitCode : 2
}
