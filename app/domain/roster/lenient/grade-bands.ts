import type { GradeBand } from '#db/words'
import { readList } from './cell'
import type { SourceRecord } from './record'

/**
 * The band of a grade: pre-kindergarten to 5, 6 to 8, 9 to 12. Grades are CEDS "Entry Grade
 * Level" codes (OneRoster 1.1 §4.13, 1.2 `grades`); `K`, `9` and `Grade 9` are also read.
 */
export function bandOf(grade: string): GradeBand | null {
  const code = grade.toUpperCase().replace(/^GRADE\s*/, '')
  if (/^(IT|PR|PK|TK|KG|K)$/.test(code)) return 'elementary'
  if (!/^\d{1,2}$/.test(code)) return null
  const number = Number(code)
  if (number < 1 || number > 12) return null
  if (number <= 5) return 'elementary'
  return number <= 8 ? 'middle' : 'high'
}

/** Infers the band of each school from the grades of its classes in `classes.csv`. */
export class GradeBands {
  readonly #votes = new Map<string, Map<GradeBand, number>>()

  /** Each class has one vote for every grade it is for. */
  add(record: SourceRecord) {
    const school = record.read('schoolSourcedId')
    for (const grade of readList(record.read('grades'))) {
      const band = bandOf(grade)
      if (!school || !band) continue
      const votes = this.#votes.get(school) ?? new Map<GradeBand, number>()
      this.#votes.set(school, votes)
      votes.set(band, (votes.get(band) ?? 0) + 1)
    }
  }

  /** The band with more than half of the votes, or null. */
  of(school: string): GradeBand | null {
    const votes = [...(this.#votes.get(school) ?? [])]
    const all = votes.reduce((sum, [, count]) => sum + count, 0)
    return votes.find(([, count]) => count * 2 > all)?.[0] ?? null
  }
}
