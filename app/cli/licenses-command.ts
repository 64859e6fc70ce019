import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { rejectionsCsv } from '~/domain/roster/rejections-csv.server'
import { withStore } from './database'
import { Failure } from './failure'
import { importLicenseFile, type LicenseImport } from './licenses'
import { print, printJson } from './print'

type Options = {
  district: string
  file: string
  dryRun?: boolean
  allOrNone?: boolean
  rejected?: string
  json?: boolean
}

/** `cairn licenses`: import the licenses of educators. */
export function addLicenses(program: Command) {
  const licenses = program.command('licenses').description('Import the licenses of educators.')
  licenses
    .command('import')
    .description('Bring in licenses from a CSV file. Exits with 1 where rows were rejected.')
    .requiredOption('--district <slug>', 'the district, as in its address')
    .requiredOption('--file <path>', 'the CSV file; docs/licenses-csv.md lists its columns')
    .option('--dry-run', 'tell what would change, and change nothing')
    .option('--all-or-none', 'change nothing where a row is rejected')
    .option('--rejected <path>', 'write the rejected rows, with the reasons, to this CSV file')
    .option('--json', 'print one JSON object')
    .action(importLicenses)
}

async function importLicenses({ district, file, rejected: path, json, ...options }: Options) {
  const outcome = await withStore((store) => importLicenseFile(store, district, file, options))
  const [rejections] = rejectionsCsv(outcome.rejected)
  if (path && rejections) await writeFile(path, rejections.csv)
  const told = outcome.rejected.map(({ row, field, message }) => ({ row, field, message }))
  if (json) printJson({ ...outcome, rejected: told })
  else printOutcome(outcome)
  if (told.length > 0) throw new Failure('', 1)
}

function printOutcome({ applied, added, changed, unchanged, rejected, leftOut }: LicenseImport) {
  print(applied ? 'Applied.' : 'Nothing was changed.')
  print(`  licenses: ${added} new, ${changed} changed, ${unchanged} as they were`)
  if (leftOut.length > 0) print(`  columns that were not read: ${leftOut.join(', ')}`)
  for (const { row, field, message } of rejected) {
    print(`  rejected: row ${row}${field ? `, ${field}` : ''}: ${message}`)
  }
}
