/**
 * An exact amount of credit: an integer in sixtieths of a thousandth of a unit, so that a minute is a
 * whole number at any rate of thousandths an hour. One unit is 60,000.
 */
export type Amount = number

const PER_UNIT = 60_000

/** The amount of so many units. @param units with at most three decimals */
export const amountOf = (units: number): Amount => Math.round(units * 1000) * 60

/** The units of an amount, rounded to thousandths. */
export const unitsOf = (amount: Amount) => Math.round((amount * 1000) / PER_UNIT) / 1000

/** The amount that minutes make at so many units an hour. @param units with at most three decimals */
export const amountOfMinutes = (minutes: number, units: number): Amount =>
  minutes * Math.round(units * 1000)

/**
 * A quantity times what one of it is worth, rounded down to a sixtieth of a thousandth.
 *
 * @param quantity with at most three decimals
 * @param units with at most three decimals
 */
export const multiply = (quantity: number, units: number): Amount =>
  Math.floor((Math.round(quantity * 1000) * Math.round(units * 1000) * 60) / 1000)

/**
 * What is left of an amount after several shares of it, such as half of a position and a quarter of the
 * year, rounded down to a sixtieth of a thousandth.
 *
 * @param shares each 0 to 1, with at most three decimals
 */
export function shareOf(amount: Amount, shares: number[]): Amount {
  const thousandths = shares.map((share) => Math.round(share * 1000))
  const whole = 1000 ** shares.length
  return Math.floor((amount * thousandths.reduce((all, share) => all * share, 1)) / whole)
}

/** A share in percent of an amount, rounded up, so that the share is reached only when it is. */
export const percentOf = (amount: Amount, percent: number): Amount =>
  Math.ceil((amount * percent) / 100)

/** `67.5`, with at most three decimals. */
export const plain = (amount: Amount) => String(unitsOf(amount))

/** `67.5 PDPs`. */
export const inWords = (amount: Amount, unit: { one: string; many: string }) =>
  `${plain(amount)} ${unitsOf(amount) === 1 ? unit.one : unit.many}`

export const sumOf = (amounts: Iterable<Amount>): Amount => {
  let sum = 0
  for (const amount of amounts) sum += amount
  return sum
}
