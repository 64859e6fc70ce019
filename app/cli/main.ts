import { Command } from 'commander'
import { addCredit } from './credit'
import { addDoctor } from './doctor'
import { Failure } from './failure'
import { addLicenses } from './licenses-command'
import { printJson } from './print'
import { addReport } from './report'
import { addRetention } from './retention-command'
import { addRoster } from './roster-command'
import { addServe } from './serve'
import { addSetup } from './setup'
import { addUser } from './user'

const program = new Command('cairn')
  .description('Operates Cairn, the professional-learning record of a school district.')
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

for (const add of [
  addSetup,
  addServe,
  addDoctor,
  addRoster,
  addLicenses,
  addRetention,
  addReport,
  addUser,
  addCredit,
]) {
  add(program)
}

try {
  await program.parseAsync()
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  if (message) console.error(message)
  if (message && process.argv.includes('--json')) printJson({ error: message })
  process.exitCode = error instanceof Failure ? error.exitCode : 2
}
