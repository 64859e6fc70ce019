import type { Command } from 'commander'
import { withStore } from './database'
import { print, printJson } from './print'
import { rebuildMonths, rebuildProgress } from './rebuild'

type Options = { district: string; json?: boolean }

/** `cairn rebuild`: make anew what is derived from the record. */
export function addRebuild(program: Command) {
  const rebuild = program
    .command('rebuild')
    .description('Make anew what is derived from the record.')
  rebuild
    .command('progress')
    .description(
      'Make the progress of all pathways under way anew from what counts, and tell how many differed. Completed ones never change.',
    )
    .requiredOption('--district <slug>', 'the district, as in its address')
    .option('--json', 'print one JSON object')
    .action(progress)
  rebuild
    .command('months')
    .description(
      'Make the figures of closed months, by which a state compares districts, anew from the record, and tell how many differed.',
    )
    .requiredOption('--district <slug>', 'the district, as in its address')
    .option('--json', 'print one JSON object')
    .action(months)
}

async function progress({ district, json }: Options) {
  const { open, differed } = await withStore((store) => rebuildProgress(store, district))
  if (json) printJson({ open, differed })
  else print(`${open} under way; ${differed === 0 ? 'none' : differed} differed.`)
}

async function months({ district, json }: Options) {
  const { closed, differed } = await withStore((store) => rebuildMonths(store, district))
  if (json) printJson({ closed, differed })
  else print(`${closed} months are closed; ${differed === 0 ? 'none' : differed} differed.`)
}
