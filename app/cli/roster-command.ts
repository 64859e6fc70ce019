import type { Command } from 'commander'
import { withStore } from './database'
import { Failure } from './failure'
import { print, printJson } from './print'
import { checkRosterPath, type ImportOptions, importRosterPath, type RosterImport } from './roster'

type Options = ImportOptions & { district: string; json?: boolean }

/** `cairn roster`: check and import OneRoster files. */
export function addRoster(program: Command) {
  const roster = program.command('roster').description('Check and import OneRoster CSV files.')
  roster
    .command('check')
    .description(
      'The strict verdict of OneRoster CSV 1.1 or 1.2.1. Exits with 1 when it is not valid.',
    )
    .argument('<path>', 'a zip or a folder')
    .option('--json', 'print one JSON object')
    .action(check)
  roster
    .command('import')
    .description('Bring in the staff. A dry run that changes nothing, unless --apply is given.')
    .argument('<path>', 'a zip or a folder')
    .requiredOption('--district <slug>', 'the district, as in its address')
    .option('--apply', 'change the database')
    .option('--accept-endings', 'even where more than 10 % of the current affiliations would end')
    .option(
      '--administrator-role <role>',
      'what a OneRoster 1.1 administrator is: principal or educator',
    )
    .option('--json', 'print one JSON object')
    .action(importRoster)
}

async function check(path: string, options: { json?: boolean }) {
  const verdict = await checkRosterPath(path)
  if (options.json) printJson(verdict)
  else {
    print(verdict.valid ? `Valid OneRoster CSV ${verdict.version}.` : 'Not valid.')
    for (const { file, row, message } of verdict.errors) {
      print(`  ${file}${row === null ? '' : `, row ${row}`}: ${message}`)
    }
  }
  if (!verdict.valid) throw new Failure('', 1)
}

async function importRoster(path: string, { district, json, ...options }: Options) {
  const tell = (sentence: string) => void process.stderr.write(`${sentence}\n`)
  const outcome = await withStore((store) =>
    importRosterPath(store, district, path, { ...options, tell }),
  )
  if (json) printJson(outcome)
  else printOutcome(outcome)
}

function printOutcome({ applied, skipped, rejected, ...changes }: RosterImport) {
  print(applied ? 'Applied.' : 'A dry run: nothing was changed.')
  for (const what of ['organizations', 'members', 'affiliations'] as const) {
    const { created, changed, ended, unchanged } = changes[what]
    print(
      `  ${what}: ${created} new, ${changed} changed, ${ended} ended, ${unchanged} as they were`,
    )
  }
  print(`  not staff, counted only: ${skipped.students} students, ${skipped.parents} parents`)
  for (const { file, row, message } of rejected)
    print(`  rejected: ${file}, row ${row}: ${message}`)
}
