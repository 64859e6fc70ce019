import { roundedMinutes, SMALLEST_SHARED, toldCount, toldPart } from './suppression'

/** How numbers are told to whoever may not see them exactly. */
export type Teller = {
  /** People, goals, badges or submissions; none where they are fewer than five. */
  count(exact: number): number
  /** How many of some people reached something. */
  part(part: number, whole: number): number
  minutes(exact: number): number
  /** A mean or a median of so many; null where it is not told. */
  level(exact: number | null, of: number): number | null
  /** Whether the figures of a school are told. */
  tellsOf(place: { id: string }): boolean
}

/** People to the nearest five and hours to the nearest ten: the same to a coordinator, to a state and to everybody. */
export const ROUNDED: Teller = {
  count: toldCount,
  part: toldPart,
  minutes: roundedMinutes,
  level: (exact, of) => (toldCount(of) < SMALLEST_SHARED ? null : exact),
  tellsOf: () => true,
}

/** The same, and nothing of some schools. */
export const roundedBut = (hidden: ReadonlySet<string>): Teller => ({
  ...ROUNDED,
  tellsOf: ({ id }) => !hidden.has(id),
})

/** Nothing at all: of too few people. */
export const NOTHING: Teller = {
  count: () => 0,
  part: () => 0,
  minutes: () => 0,
  level: () => null,
  tellsOf: () => false,
}

/** The same keys with each number told. */
export const toldEach = <Key extends string>(
  keys: readonly Key[],
  exact: Record<Key, number>,
  tell: (value: number) => number,
) => Object.fromEntries(keys.map((key) => [key, tell(exact[key])])) as Record<Key, number>

/** All of them told. */
export const toldAll = <Key extends string>(
  exact: Record<Key, number>,
  tell: (value: number) => number,
) => toldEach(Object.keys(exact) as Key[], exact, tell)

/** Figures in all and by school with each number told, of the schools that are told of. */
export function toldByPlace<Key extends string, Row extends { id: string } & Record<Key, number>>(
  keys: readonly Key[],
  all: Record<Key, number> & { bySchool: readonly Row[] },
  tell: (value: number) => number,
  { tellsOf }: Teller,
) {
  return {
    ...toldEach(keys, all, tell),
    bySchool: all.bySchool.filter(tellsOf).map((row) => ({ ...row, ...toldEach(keys, row, tell) })),
  }
}

type Reached = { educators: number; atOrAbove: number | null }

/** How many educators there are, and how many of them reached the yardstick: null where there is none. */
export const toldReached = ({ educators, atOrAbove }: Reached, teller: Teller): Reached => ({
  educators: teller.count(educators),
  atOrAbove: toldPartOf(atOrAbove, educators, teller),
})

const toldPartOf = (part: number | null, whole: number, teller: Teller) =>
  part === null ? null : teller.part(part, whole)

type Participation = Reached & { inThreeYears: number | null }

/** The same, and how many reached three times as much in three years. */
export const toldParticipation = (exact: Participation, teller: Teller): Participation => ({
  ...toldReached(exact, teller),
  inThreeYears: toldPartOf(exact.inThreeYears, exact.educators, teller),
})
