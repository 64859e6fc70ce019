import type { Findings } from './findings'
import { readList } from './cell'
import { GradeBands } from './grade-bands'
import { isActive, placeOf } from './placement'
import type { SourceRecord } from './record'

const MAX_LETTERS = 200

/**
 * Gathers what `classes.csv` tells about schools, which is the grades they teach, and which subjects a class
 * is in: its own, or else those of its course. Nothing else of a class is kept, and each list of subjects once.
 */
export class Classes {
  readonly gradeBands = new GradeBands()
  readonly #ofCourse = new Map<string, readonly string[]>()
  readonly #ofClass = new Map<string, readonly string[]>()
  readonly #lists = new Map<string, readonly string[]>()

  constructor(
    private readonly findings: Findings,
    private readonly hasCourses: boolean,
  ) {}

  /** The subjects of a class; none where it is unknown. */
  subjectsOf(sourcedId: string): readonly string[] {
    return this.#ofClass.get(sourcedId) ?? []
  }

  addCourse(record: SourceRecord) {
    const subjects = this.#subjectsIn(record)
    if (subjects.length > 0) this.#ofCourse.set(record.read('sourcedId'), subjects)
  }

  add(record: SourceRecord) {
    this.gradeBands.add(record)
    const own = this.#subjectsIn(record)
    const subjects = own.length > 0 ? own : this.#ofCourse.get(record.read('courseSourcedId'))
    if (subjects && isActive(record)) this.#ofClass.set(record.read('sourcedId'), subjects)

    const type = record.read('classType')
    if (/^(homeroom|scheduled)$/i.test(type) && type !== type.toLowerCase()) {
      this.findings.tally(
        'spelling',
        { ...placeOf(record), field: 'classType' },
        (rows) =>
          `classType was read as meant (${rows}). OneRoster writes homeroom or scheduled in lower case.`,
      )
    }
    if (!this.hasCourses && record.read('courseSourcedId')) {
      this.findings.tally(
        'courses',
        { ...placeOf(record), field: 'courseSourcedId' },
        (rows) =>
          `Classes refer to courses.csv, which is not in the package (${rows}). The staff can be read without it.`,
      )
    }
  }

  #subjectsIn(record: SourceRecord) {
    const cell = record.read('subjects')
    const known = this.#lists.get(cell)
    if (known) return known
    const subjects = readList(cell).map((subject) => subject.slice(0, MAX_LETTERS))
    this.#lists.set(cell, subjects)
    return subjects
  }
}
