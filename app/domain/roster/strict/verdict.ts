import { fileOf, type TableName, type Version } from '../columns/table-name'
import type { CheckFinding, Fault } from './finding'

/** The findings that are kept; a broken export would otherwise fill the memory with them. */
export const MAX_FINDINGS = 5000

/**
 * The verdict of the strict check.
 *
 * - `version`: what the manifest says, or null when it cannot be told
 * - `errors`: at most `MAX_FINDINGS`, in the order of the files; `errorCount` is all of them
 * - `warnings`: what is allowed but looks like a slip
 */
export type CheckResult = {
  valid: boolean
  version: Version | null
  errors: CheckFinding[]
  errorCount: number
  warnings: CheckFinding[]
}

/** Collects the findings of a check. */
export class Verdict {
  readonly #errors: CheckFinding[] = []
  readonly #warnings: CheckFinding[] = []
  #errorCount = 0

  add(finding: CheckFinding) {
    this.#errorCount += 1
    if (this.#errors.length < MAX_FINDINGS) this.#errors.push(finding)
  }

  at(table: TableName, row: number, fault: Fault) {
    this.add({ file: fileOf(table), row, ...fault })
  }

  warn(finding: CheckFinding) {
    this.#warnings.push(finding)
  }

  result(version: Version | null): CheckResult {
    const errorCount = this.#errorCount
    const valid = errorCount === 0
    return { valid, version, errors: this.#errors, errorCount, warnings: this.#warnings }
  }
}
