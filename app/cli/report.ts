import type { Command } from 'commander'
import { Forbidden, Invalid, NotFound } from '~/domain/errors'
import { reportCsv } from '~/domain/reports/csv.server'
import { openReport, type Report } from '~/domain/reports/report.server'
import { scopeOf } from '~/domain/scope.server'
import { districtOf, OPERATOR, withStore } from './database'
import { Failure } from './failure'
import { print, printJson } from './print'

type Options = {
  district: string
  organization?: string
  asOf?: string
  json?: boolean
  csv?: boolean
}

/** `cairn report`: the district's or a school's report as of a day. */
export function addReport(program: Command) {
  const report = program.command('report').description('Print a report as of a day.')
  const withOptions = (command: Command) =>
    command
      .requiredOption('--district <slug>', 'the district, as in its address')
      .option('--as-of <date>', 'the day, YYYY-MM-DD; today when absent')
      .option('--json', 'print one JSON object')
      .option('--csv', 'print CSV, one figure a row')
  withOptions(report.command('district'))
    .description('The whole district.')
    .action((options: Options) => printReport(options))
  withOptions(report.command('school'))
    .description('One school.')
    .requiredOption('--organization <sourcedId>', 'the sourcedId of the school in the roster')
    .action((options: Options) => printReport(options))
}

async function printReport(options: Options) {
  const report = await withStore(async (store) => {
    const district = await districtOf(store, options.district)
    const scope = scopeOf(store.read, district, OPERATOR, new Date())
    const { organization } = options
    return openReport(scope, { asOf: options.asOf ?? scope.today, organization }).catch(explain)
  })
  if (options.json) printJson(report)
  else if (options.csv) process.stdout.write(reportCsv(report))
  else printForPeople(report)
}

function explain(error: unknown): never {
  if (error instanceof Invalid || error instanceof NotFound || error instanceof Forbidden) {
    throw new Failure(error.message)
  }
  throw error
}

function printForPeople({
  district,
  organization,
  participation,
  hours,
  badges,
  goals,
  ...report
}: Report) {
  print(`${organization?.name ?? district.name}, as of ${report.asOf}`)
  print(
    participation.atOrAbove === null
      ? `  educators: ${participation.educators}; the district has no yardstick`
      : `  educators at or above ${report.yardstick / 60} hours: ${participation.atOrAbove} of ${participation.educators}`,
  )
  print(`  hours approved this school year: ${Math.round(hours.minutes / 6) / 10}`)
  print(`  goals met: ${goals.met}, open: ${goals.open}`)
  print(`  badges current: ${badges.current}, not verified: ${badges.notVerified}`)
  for (const pathway of report.pathways) {
    print(`  ${pathway.title}: ${pathway.current} current of ${pathway.audience}`)
  }
}
