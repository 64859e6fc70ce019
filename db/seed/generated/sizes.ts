import { chanceOf } from '../chance'
import { districtNames } from './district-names'

/** How large a world of generated districts is. */
export type Size = { districts: number; educators: number; schools: number }

/** A district that is to be generated. */
export type DistrictPlan = { slug: string; name: string; educators: number; schools: number }

/**
 * The sizes that have a name: the largest district of Massachusetts, all of its 395, and New York
 * City, as the state and the city counted them for 2025-26 and 2023-24.
 */
export const SIZES = {
  boston: { districts: 1, educators: 4140, schools: 105 },
  massachusetts: { districts: 395, educators: 82_028, schools: 1802 },
  nyc: { districts: 1, educators: 76_000, schools: 1596 },
} satisfies Record<string, Size>

/** How many educators a school has, as a rule, in a world of another size. */
export const EDUCATORS_A_SCHOOL = 40

/** Points of a curve over the districts in the order of their size: the share below, and what it is. */
type Curve = [share: number, amount: number][]

/** The place of one of the largest in Massachusetts, counted from 1. */
const largest = (place: number) => (SIZES.massachusetts.districts - place + 0.5) / 395

/**
 * Teachers of a district in Massachusetts in 2025-26: 172 have fewer than 100, 199 up to 499, 15 up to
 * 999 and 9 more, the six largest as they are. A little more than the state's full-time equivalents, as
 * here they are people.
 */
const TEACHERS: Curve = [
  [0, 4],
  [0.1, 21],
  [0.435, 103.5],
  [0.5, 120.5],
  [0.75, 232],
  [0.9, 421],
  [0.939, 512],
  [0.977, 1000],
  [largest(7), 1100],
  [largest(6), 1128],
  [largest(5), 1141],
  [largest(4), 1351],
  [largest(3), 1869],
  [largest(2), 2009],
  [largest(1), 4140],
]
/** Their schools: half have at most three, one in ten more than nine. */
const SCHOOLS: Curve = [
  [0, 1],
  [0.25, 1],
  [0.5, 3],
  [0.75, 4.3],
  [0.9, 8.6],
  [0.98, 15],
  [largest(2), 46],
  [largest(1), 105],
]

/**
 * The districts of a size, the largest first: as unlike each other as those of a state are, and
 * together exactly as many educators and schools as asked for.
 *
 * @throws RangeError where there are fewer schools than districts, or fewer educators than schools
 */
export function planDistricts({ districts, educators, schools }: Size, seed: number) {
  if (districts < 1 || schools < districts || educators < schools) {
    throw new RangeError('Each district needs a school, and each school an educator.')
  }
  const chance = chanceOf(`districts/${seed}`)
  const names = districtNames(chance, districts)
  const shares = Array.from({ length: districts }, (_, at) => (districts - at - 0.5) / districts)
  const schoolsOf = divide(
    schools,
    shares.map((share) => read(SCHOOLS, share)),
    shares.map(() => 1),
  )
  const educatorsOf = divide(
    educators,
    shares.map((share) => read(TEACHERS, share)),
    schoolsOf,
  )
  return names.map((named, at): DistrictPlan => ({
    ...named,
    educators: educatorsOf[at]!,
    schools: schoolsOf[at]!,
  }))
}

function read(curve: Curve, share: number) {
  const after = curve.findIndex(([point]) => point >= share)
  if (after < 0) return curve.at(-1)![1]
  const [to, more] = curve[after]!
  const [from, less] = curve[Math.max(0, after - 1)]!
  return to === from ? more : less + ((more - less) * (share - from)) / (to - from)
}

/** Divides a whole by weights in whole numbers, each at least so much; what is left goes to the middle. */
function divide(whole: number, weights: number[], least: number[]): number[] {
  const sum = weights.reduce((one, other) => one + other, 0)
  const parts = weights.map((weight, at) =>
    Math.max(least[at]!, Math.round((weight * whole) / sum)),
  )
  let left = whole - parts.reduce((one, other) => one + other, 0)
  for (let turn = 0; left !== 0; turn++) {
    const at = (Math.floor(parts.length / 2) + turn) % parts.length
    const step = Math.sign(left)
    if (parts[at]! + step < least[at]!) continue
    parts[at]! += step
    left -= step
  }
  return parts
}
