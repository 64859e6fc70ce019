import { CREDITS, creditWords, unitWords } from '~/domain/rule-sets/credits'

/** An amount in its unit: `3 semester hours`, `112.5 PDPs`, `1 CEU`. */
export function amountWords(units: number, unit: string) {
  const amount = Math.round(units * 1000) / 1000
  if (unit in CREDITS) return creditWords(amount, unit)
  const one = unit.replaceAll('_', ' ')
  return unitWords(amount, { one, many: `${one}s` })
}
