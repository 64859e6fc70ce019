import type { Findings } from './findings'
import { GradeBands } from './grade-bands'
import { placeOf } from './placement'
import type { SourceRecord } from './record'

/**
 * Gathers what `classes.csv` tells about schools, which is the grades they teach. Classes
 * themselves are not kept.
 */
export class Classes {
  readonly gradeBands = new GradeBands()

  constructor(
    private readonly findings: Findings,
    private readonly hasCourses: boolean,
  ) {}

  add(record: SourceRecord) {
    this.gradeBands.add(record)

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
}
