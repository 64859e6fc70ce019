import type { Day } from '../calendar'
import { Invalid } from '../errors'
import { readJson } from '../json-reading.server'
import type { RuleSet } from '../rule-sets/rule-set'
import { fileFaults } from './file-faults'
import type { EvaluatedCycle, EvaluationInput, WholeRow } from './input'
import { type EvaluationFile, evaluationFile } from './input.server'

/**
 * What to evaluate, from the JSON value of a file.
 *
 * @throws Invalid with every fault and where it stands, one a line
 */
export function readEvaluationInput(json: unknown, ruleSet: RuleSet, today: Day): EvaluationInput {
  const file = readJson(evaluationFile, json)
  const licenses = file.licenses.map(({ primary, ...license }, at) => ({
    ...license,
    id: license.id ?? `license-${at + 1}`,
    isPrimary: primary,
  }))
  const input = {
    ruleSet,
    overlay: file.overlay,
    licenses,
    cycle: cycleOf(file, ruleSet),
    educator: file.educator,
    plan: file.plan,
    rows: file.rows.map(rowOf),
    asOf: file.asOf ?? today,
  }
  const faults = fileFaults(file, input)
  if (faults.length > 0) throw new Invalid(null, faults.join('\n'))
  return input
}

/** The cycle, with the last day to earn credit that the rule set names where the file names none (K14). */
function cycleOf({ cycle }: EvaluationFile, { cycle: { completeBy } }: RuleSet): EvaluatedCycle {
  const { endsOn, earnUntil } = cycle
  if (earnUntil !== undefined || endsOn === undefined || completeBy === undefined) return cycle
  return { ...cycle, earnUntil: `${endsOn.slice(0, 4)}-${completeBy}` }
}

type FileRow = EvaluationFile['rows'][number]

function rowOf(row: FileRow, at: number): WholeRow {
  const id = row.id ?? `row-${at + 1}`
  return {
    id,
    title: row.title ?? id,
    startsOn: row.startsOn ?? row.on,
    endsOn: row.endsOn ?? row.on ?? row.startsOn,
    activityKind: row.activityKind,
    topic: row.topic,
    minutes: minutesOf(row),
    credit: row.credit,
    amount: row.amount,
    units: row.units,
    level: row.level,
    categories: row.categories,
    split: row.split?.map(({ hours, ...part }) => ({
      ...part,
      minutes: minutesOf({ minutes: part.minutes, hours }),
    })),
    provider: row.provider,
    proofs: row.proofs,
    aligned: row.aligned,
    preapprovedOn: row.preapprovedOn,
    flags: row.flags,
    item: row.item,
    carriedOver: row.carriedOver,
    spentOn: row.spentOn,
    spent: undefined,
    status: row.status,
    waitsFor: row.waitsFor,
  }
}

const minutesOf = ({ minutes, hours }: { minutes?: number; hours?: number }) =>
  minutes ?? (hours === undefined ? undefined : Math.round(hours * 60))
