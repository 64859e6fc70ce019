import type { RuleSet } from '~/domain/rule-sets/rule-set'

const KINDS = ['workshop', 'plc', 'independent_study', 'mentoring', 'presenting', 'conference']
const TOPICS = ['UDL', 'Reading', 'Robotics', 'Fractions', 'Inquiry', 'Writing']
const HOURS = [1, 1.5, 2, 3, 6, 12]
const FIRST_YEAR = 2022

/** Numbers from 0 to 1, the same ones for the same seed. */
function numbersFrom(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** The file of an educator with so many rows over five years, as `cairn credit evaluate` reads it. */
export function educatorFile({ categories, conversions }: RuleSet, rows: number, seed: number) {
  const next = numbersFrom(seed)
  const oneOf = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]
  const codes = categories.map(({ code }) => code)
  const courses = conversions.filter(({ from, units }) => from !== 'clock_hour' && units !== null)
  return {
    cycle: { startsOn: `${FIRST_YEAR}-01-01`, endsOn: `${FIRST_YEAR + 4}-12-31` },
    educator: { attestations: [] },
    rows: Array.from({ length: rows }, (_, at) => {
      const course = next() < 0.05 ? oneOf(courses) : undefined
      const fitting = [oneOf(codes), oneOf(codes)].slice(0, Math.floor(next() * 3))
      const day = String(1 + Math.floor(next() * 28)).padStart(2, '0')
      const month = String(1 + Math.floor(next() * 12)).padStart(2, '0')
      return {
        title: `Activity ${at + 1}`,
        on: `${FIRST_YEAR + (at % 5)}-${month}-${day}`,
        activityKind: oneOf(KINDS),
        topic: oneOf(TOPICS),
        item: `item ${at % 40}`,
        categories: [...new Set(fitting.filter((code) => code !== undefined))],
        aligned: next() < 0.9,
        ...(course
          ? { credit: course.from, level: course.level, amount: 1 + Math.floor(next() * 3) }
          : { hours: oneOf(HOURS) }),
      }
    }),
    asOf: `${FIRST_YEAR + 4}-11-22`,
  }
}
