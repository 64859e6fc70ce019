import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { dayIn, isDay } from '~/domain/calendar'
import { Invalid } from '~/domain/errors'
import { evaluate } from '~/domain/evaluation/evaluate'
import { type PrintedEvaluation, printedEvaluation } from '~/domain/evaluation/printing'
import { readEvaluationInput } from '~/domain/evaluation/reading.server'
import { noSuch } from '~/domain/evaluation/unknown-codes'
import { isJurisdiction, jurisdictionName } from '~/domain/rule-sets/jurisdictions'
import type { RuleSet } from '~/domain/rule-sets/rule-set'
import { selectRuleSet } from '~/domain/rule-sets/selecting'
import { shippedRuleSets } from '~/domain/rule-sets/shipped.server'
import { Failure } from './failure'
import { print, printJson } from './print'

type Evaluated = { ruleSet: string; input: string; json?: boolean }
type Selected = {
  jurisdiction: string
  expires?: string
  renewed?: string
  starts?: string
  kind?: string
  json?: boolean
}

/** `cairn credit`: the renewal rules, and what they say of a file. No database is opened. */
export function addCredit(program: Command) {
  const credit = program.command('credit').description('Renewal rules, and what counts by them.')
  credit
    .command('evaluate')
    .description('Say what counts of a JSON file with licenses, a cycle and rows.')
    .requiredOption('--rule-set <id>', 'such as us-ma-2017')
    .requiredOption('--input <file>', 'the JSON file; - for standard input')
    .option('--json', 'print one JSON object')
    .action(evaluateFile)
  credit
    .command('rules')
    .description('List the rule sets.')
    .option('--json', 'print one JSON object')
    .action(listRules)
  credit
    .command('select')
    .description('Name the version of a jurisdiction’s rules that applies to a license.')
    .requiredOption('--jurisdiction <code>', 'such as US-NC')
    .option('--expires <date>', 'the day the license expires, YYYY-MM-DD')
    .option('--renewed <date>', 'the day it was or will be renewed, YYYY-MM-DD')
    .option('--starts <date>', 'the day the cycle starts, YYYY-MM-DD')
    .option('--kind <code>', 'the kind of license, such as professional')
    .option('--json', 'print one JSON object')
    .action(selectRules)
}

function evaluateFile({ ruleSet: id, input: file, json }: Evaluated) {
  const ruleSet = shippedRuleSets().find((it) => it.id === id)
  if (!ruleSet) throw new Failure(`There is no rule set “${id}”. See: cairn credit rules`)
  const input = readInput(file, ruleSet)
  const evaluation = printedEvaluation(evaluate(input))
  if (json) printJson(evaluation)
  else printForPeople(evaluation)
}

function readInput(file: string, ruleSet: RuleSet) {
  try {
    const text = readFileSync(file === '-' ? 0 : file, 'utf8')
    return readEvaluationInput(JSON.parse(text), ruleSet, dayIn('UTC', new Date()))
  } catch (error) {
    if (error instanceof Invalid) throw new Failure(error.message)
    if (error instanceof SyntaxError) throw new Failure(`${file} is not JSON: ${error.message}`)
    throw new Failure(`${file} could not be read: ${reasonOf(error)}`)
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

function printForPeople({ ruleSet, sentence, requirements, rows }: PrintedEvaluation) {
  print(`${ruleSet.name} (${ruleSet.id}, revision ${ruleSet.revision})`)
  print(sentence)
  for (const { met, label, have, need } of requirements) {
    print(`  ${met ? 'met   ' : 'short '} ${label}: ${have} of ${need}`)
  }
  for (const row of rows) print(`  ${row.verdict.padEnd(15)} ${row.title}: ${row.sentence}`)
}

function listRules({ json }: { json?: boolean }) {
  const ruleSets = shippedRuleSets().map((it) => ({
    id: it.id,
    revision: it.revision,
    jurisdiction: it.jurisdiction,
    name: it.name,
    unit: it.unit.code,
    effective: it.effective,
    previous: it.previous ?? null,
    confidence: it.confidence,
    checkedOn: it.checkedOn,
  }))
  if (json) {
    printJson({ ruleSets })
    return
  }
  for (const { id, revision, effective, name } of ruleSets) {
    const span = `${effective.from ?? ''}..${effective.to ?? ''} by ${effective.keyedOn}`
    print(`${id.padEnd(18)} ${revision}  ${span.padEnd(40)} ${name}`)
  }
}

function selectRules(selected: Selected) {
  const { jurisdiction, expires, renewed, starts, kind, json } = selected
  if (!isJurisdiction(jurisdiction)) {
    throw new Failure(
      `There is no jurisdiction “${jurisdiction}”. Write it as ISO 3166-2 does, such as US-NC.`,
    )
  }
  for (const option of ['expires', 'renewed', 'starts'] as const) {
    const day = selected[option]
    if (day === undefined || isDay(day)) continue
    throw new Failure(`--${option} takes a day as YYYY-MM-DD, and “${day}” is none.`)
  }
  const kinds = shippedRuleSets()
    .filter((it) => it.jurisdiction === jurisdiction)
    .flatMap(({ licenseKinds }) => licenseKinds.map(({ code }) => code))
  if (kind !== undefined && kinds.length > 0 && !kinds.includes(kind)) {
    throw new Failure(noSuch('kind of license', kind, jurisdiction, [...new Set(kinds)]))
  }
  const ruleSet = selectRuleSet(shippedRuleSets(), jurisdiction, {
    expiresOn: expires,
    renewedOn: renewed,
    cycleStartsOn: starts,
    licenseKind: kind,
  })
  if (!ruleSet) {
    throw new Failure(`No rules of ${jurisdictionName(jurisdiction)} apply to that license.`, 1)
  }
  const { id, revision, name, effective } = ruleSet
  if (json) printJson({ ruleSet: id, revision, jurisdiction, name, effective })
  else print(`${id} (revision ${revision}): ${name}`)
}
