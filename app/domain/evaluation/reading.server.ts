import type { Day } from '../calendar'
import { Invalid } from '../errors'
import { overlayFaults } from '../rule-sets/overlay'
import type { RuleSet } from '../rule-sets/rule-set'
import type { EvaluatedCycle, EvaluationInput, WholeRow } from './input'
import { type EvaluationFile, evaluationFile } from './input.server'

/**
 * What to evaluate, from the JSON value of a file.
 *
 * @throws Invalid with every fault and where it stands, one a line
 */
export function readEvaluationInput(json: unknown, ruleSet: RuleSet, today: Day): EvaluationInput {
  const parsed = evaluationFile.safeParse(json)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${placeOf(path)}: ${message}`)
    throw new Invalid(null, faults.join('\n'))
  }
  const file = parsed.data
  const licenses = file.licenses.map(({ primary, ...license }, at) => ({
    ...license,
    id: license.id ?? `license-${at + 1}`,
    isPrimary: primary,
  }))
  const rows = file.rows.map(rowOf)
  const faults = [
    ...repeated(licenses.map(({ id }) => id)).map((id) => `Two licenses have the id “${id}”.`),
    ...repeated(rows.map(({ id }) => id)).map((id) => `Two rows have the id “${id}”.`),
    ...file.rows.flatMap((row, at) => rowFaults(row, `rows.${at}`)),
    ...unknownCategories(file, ruleSet),
    ...(file.overlay ? overlayFaults(ruleSet, file.overlay) : []),
  ]
  if (faults.length > 0) throw new Invalid(null, faults.join('\n'))
  return {
    ruleSet,
    overlay: file.overlay,
    licenses,
    cycle: cycleOf(file, ruleSet),
    educator: file.educator,
    plan: file.plan,
    rows,
    asOf: file.asOf ?? today,
  }
}

/** The cycle, with the last day to earn credit that the rule set names where the file names none (K14). */
function cycleOf({ cycle }: EvaluationFile, { cycle: { completeBy } }: RuleSet): EvaluatedCycle {
  const { endsOn, earnUntil } = cycle
  if (earnUntil !== undefined || endsOn === undefined || completeBy === undefined) return cycle
  return { ...cycle, earnUntil: `${endsOn.slice(0, 4)}-${completeBy}` }
}

const placeOf = (path: PropertyKey[]) => (path.length > 0 ? path.join('.') : 'the file')

const repeated = (ids: string[]) => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]

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
    status: row.status,
    waitsFor: row.waitsFor,
  }
}

const minutesOf = ({ minutes, hours }: { minutes?: number; hours?: number }) =>
  minutes ?? (hours === undefined ? undefined : Math.round(hours * 60))

function rowFaults(row: FileRow, place: string) {
  const faults: string[] = []
  const given = [row.minutes, row.hours, row.amount, row.units].filter((it) => it !== undefined)
  if (given.length !== 1) {
    faults.push(
      `${place}: say how much it is, either as minutes, as hours, as an amount or as units.`,
    )
  }
  if (row.amount !== undefined && row.credit === undefined) {
    faults.push(`${place}: an amount needs the credit that it is an amount of.`)
  }
  if (row.startsOn && row.endsOn && row.endsOn < row.startsOn) {
    faults.push(`${place}: it ends before it starts.`)
  }
  const whole = row.amount ?? minutesOf(row) ?? 0
  const parts = (row.split ?? []).reduce(
    (sum, part) => sum + (row.amount === undefined ? (minutesOf(part) ?? 0) : (part.amount ?? 0)),
    0,
  )
  if (parts > whole + 1e-9) faults.push(`${place}: its split is more than the whole.`)
  return faults
}

function unknownCategories({ rows, overlay }: EvaluationFile, { categories, id }: RuleSet) {
  const known = [...categories, ...(overlay?.categories ?? [])].map(({ code }) => code)
  const named = rows.flatMap(({ categories: own = [], split = [] }) => [
    ...own,
    ...split.map(({ category }) => category),
  ])
  const strangers = new Set(named.filter((code) => !known.includes(code.split(':')[0]!)))
  return [...strangers].map(
    (code) => `There is no category “${code}” in ${id}; there are ${known.join(', ') || 'none'}.`,
  )
}
