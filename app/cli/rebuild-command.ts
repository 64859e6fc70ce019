import type { Command } from 'commander'
import { withStore } from './database'
import { print, printJson } from './print'
import { rebuildProgress } from './rebuild'

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
}

async function progress({ district, json }: Options) {
  const { open, differed } = await withStore((store) => rebuildProgress(store, district))
  if (json) printJson({ open, differed })
  else print(`${open} under way; ${differed === 0 ? 'none' : differed} differed.`)
}
