import { overlayFaults } from '../rule-sets/overlay'
import { HOURLY, kindOf } from './crediting'
import type { CreditRow, EvaluationInput } from './input'
import type { EvaluationFile } from './input.server'
import { unknownCodes } from './unknown-codes'

/**
 * What does not fit together in a file that has the right shape: a sentence each, with its place.
 *
 * @param meant what was read of it
 */
export function fileFaults(file: EvaluationFile, meant: EvaluationInput): string[] {
  const { licenses, rows, ruleSet } = meant
  return [
    ...repeated(licenses.map(({ id }) => id)).map((id) => `Two licenses have the id “${id}”.`),
    ...repeated(rows.map(({ id }) => id)).map((id) => `Two rows have the id “${id}”.`),
    ...licenseFaults(file),
    ...cycleFaults(file),
    ...file.rows.flatMap((row, at) => rowFaults(row, rows[at]!, `row ${at + 1}`)),
    ...unknownCodes(file, meant),
    ...(file.overlay ? overlayFaults(ruleSet, file.overlay) : []),
  ]
}

const repeated = (ids: string[]) => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]

function licenseFaults({ licenses }: EvaluationFile) {
  const primary = licenses.flatMap((license, at) => (license.primary ? at + 1 : []))
  const backwards = licenses.flatMap(({ issuedOn, expiresOn }, at) =>
    issuedOn && expiresOn && expiresOn <= issuedOn ? at + 1 : [],
  )
  return [
    ...(primary.length > 1
      ? [
          `licenses: only one can be the primary one, and ${primary.join(' and ')} say that they are.`,
        ]
      : []),
    ...backwards.map((at) => `license ${at}: it expires before it was issued.`),
  ]
}

function cycleFaults({ cycle: { startsOn, endsOn, earnUntil } }: EvaluationFile) {
  const isBefore = (day: string | undefined) => day && startsOn && day < startsOn
  return [
    ...(isBefore(endsOn) ? ['cycle: it ends before it starts.'] : []),
    ...(isBefore(earnUntil) ? ['cycle, earnUntil: it lies before the cycle starts.'] : []),
  ]
}

function rowFaults(written: EvaluationFile['rows'][number], row: CreditRow, place: string) {
  const faults: string[] = []
  const { minutes, hours, amount, units } = written
  const given = [minutes, hours, amount, units].filter((it) => it !== undefined)
  if (given.length !== 1) {
    faults.push(
      `${place}: say how much it is, either as minutes, as hours, as an amount or as units.`,
    )
  }
  if (amount !== undefined && row.credit === undefined) {
    faults.push(`${place}: an amount needs the credit that it is an amount of.`)
  }
  const isInHours = row.credit === undefined || HOURLY.includes(row.credit)
  if (!isInHours && row.minutes !== undefined) {
    faults.push(`${place}: say how many ${kindOf(row.credit)} it is, as amount.`)
  }
  const parts = row.split ?? []
  if (amount !== undefined && parts.some((part) => part.amount === undefined)) {
    faults.push(`${place}: divide an amount into amounts.`)
  }
  if (written.startsOn && written.endsOn && written.endsOn < written.startsOn) {
    faults.push(`${place}: it ends before it starts.`)
  }
  const whole = amount ?? row.minutes ?? 0
  const divided = parts.reduce(
    (sum, part) => sum + ((amount === undefined ? part.minutes : part.amount) ?? 0),
    0,
  )
  if (divided > whole + 1e-9) faults.push(`${place}: its split is more than the whole.`)
  return faults
}
