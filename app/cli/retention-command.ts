import type { Command } from 'commander'
import { openFiles } from '~/server/files'
import { withStore } from './database'
import { print, printJson } from './print'
import { keepToSchedule, type RetentionOutcome } from './retention'

type Options = { district: string; destroy?: boolean; json?: boolean }

/** `cairn retention`: which evidence files are due by the retention schedule. */
export function addRetention(program: Command) {
  program
    .command('retention')
    .description(
      'Tell which evidence files are due by the retention schedule of a district. Destroys nothing, unless --destroy is given.',
    )
    .requiredOption('--district <slug>', 'the district, as in its address')
    .option('--destroy', 'destroy what is due and under no legal hold')
    .option('--json', 'print one JSON object')
    .action(retain)
}

async function retain({ district, destroy, json }: Options) {
  const outcome = await withStore((store, environment) =>
    keepToSchedule(store, openFiles(environment), district, { destroy }),
  )
  if (json) printJson(outcome)
  else printOutcome(outcome, destroy)
}

function printOutcome(outcome: RetentionOutcome, destroy = false) {
  const { due, held, coming, destroyed, destroyedNow } = outcome
  print(destroy ? `Destroyed: ${destroyedNow}.` : 'Nothing was destroyed.')
  print(`  due: ${due}`)
  print(`  due, but kept by a legal hold: ${held}`)
  print(`  due within a year: ${coming}`)
  print(`  destroyed so far: ${destroyed}`)
}
