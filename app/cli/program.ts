import { Command } from 'commander'
import { addCredit } from './credit'
import { addDoctor } from './doctor'
import { addGenerate } from './generate-command'
import { addLicenses } from './licenses-command'
import { addRebuild } from './rebuild-command'
import { addReport } from './report'
import { addRetention } from './retention-command'
import { addRoster } from './roster-command'
import { addServe } from './serve'
import { addSetup } from './setup'
import { addState } from './state'
import { addUser } from './user'

/** Every command of `bin/cairn`. */
export const program = new Command('cairn')
  .description('Operates Cairn, the professional-learning record of a school district.')
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

for (const add of [
  addSetup,
  addServe,
  addGenerate,
  addDoctor,
  addRoster,
  addLicenses,
  addRetention,
  addRebuild,
  addReport,
  addUser,
  addState,
  addCredit,
]) {
  add(program)
}
