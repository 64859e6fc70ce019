import { CREDITS, creditWords } from '~/domain/rule-sets/credits'

/** An amount in its unit: `3 semester hours`, `112.5 PDP`, `40 PD hour`. */
export const amountWords = (amount: number, unit: string) =>
  creditWords(Math.round(amount * 1000) / 1000, unit in CREDITS ? unit : unit.replaceAll('_', ' '))
