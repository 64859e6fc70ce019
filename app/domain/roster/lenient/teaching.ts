import type { Findings } from './findings'
import type { SourceRecord } from './record'

const LISTED_ROWS = 5

/**
 * Finds users who were skipped though they teach a class by `enrollments.csv`: some systems
 * export every user as a student. Nobody is named, since most of them may be students after all.
 */
export class Teaching {
  readonly #users = new Set<string>()
  readonly #rows: number[] = []
  #file = ''

  constructor(private readonly isSkipped: (user: string) => boolean) {}

  add(record: SourceRecord) {
    if (record.read('role').toLowerCase() !== 'teacher') return
    const user = record.read('userSourcedId')
    if (!this.isSkipped(user) || this.#users.has(user)) return
    this.#users.add(user)
    this.#file = record.file
    if (this.#rows.length < LISTED_ROWS) this.#rows.push(record.row)
  }

  settle(findings: Findings) {
    const count = this.#users.size
    if (count === 0) return
    const who =
      count === 1
        ? 'A user teaches a class but has no staff role, and was skipped'
        : `${count} users teach a class but have no staff role, and were skipped`
    const rows = `${count > 1 ? 'rows' : 'row'} ${this.#rows.join(', ')}${count > LISTED_ROWS ? ' and more' : ''}`
    findings.warn({
      file: this.#file,
      row: this.#rows[0] ?? null,
      field: 'userSourcedId',
      message: `${who} (${rows}). If this is staff, the role must be teacher in users.csv (1.1) or roles.csv (1.2).`,
    })
  }
}
