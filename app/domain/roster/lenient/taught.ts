import type { RosterTeaching } from '../roster'
import type { Classes } from './classes'
import { isActive } from './placement'
import type { SourceRecord } from './record'

/** Gathers the subjects that the staff teaches: those of the classes where `enrollments.csv` has them as teachers. */
export class Taught {
  readonly #subjects = new Map<string, Set<string>>()
  readonly #spellings = new Map<string, string>()

  constructor(
    private readonly classes: Pick<Classes, 'subjectsOf'>,
    private readonly isStaff: (user: string) => boolean,
  ) {}

  add(record: SourceRecord) {
    if (record.read('role').toLowerCase() !== 'teacher' || !isActive(record)) return
    const user = record.read('userSourcedId')
    if (!this.isStaff(user)) return
    for (const subject of this.classes.subjectsOf(record.read('classSourcedId'))) {
      const own = this.#subjects.get(user) ?? new Set<string>()
      this.#subjects.set(user, own.add(this.#spelled(subject)))
    }
  }

  settle(): RosterTeaching[] {
    return [...this.#subjects].map(([memberSourcedId, subjects]) => ({
      memberSourcedId,
      subjects: [...subjects],
    }))
  }

  /** One spelling of a subject that is written with other capitals elsewhere: the first. */
  #spelled(subject: string) {
    const key = subject.toLowerCase()
    const known = this.#spellings.get(key)
    if (known === undefined) this.#spellings.set(key, subject)
    return known ?? subject
  }
}
