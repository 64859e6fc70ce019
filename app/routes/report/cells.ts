import { countInWords, partInWords } from '~/domain/reports/rounding'
import type { Report } from '~/domain/reports/report.server'
import { toldPercent } from '~/domain/reports/suppression'
import { percent } from './share'

/** How the numbers of a report are written, rounded or not. */
export function cellsOf({ rounded }: Pick<Report, 'rounded'>) {
  const isRounded = rounded !== undefined
  const count = (value: number) => (isRounded ? countInWords(value) : value.toLocaleString('en-US'))
  /** A share in percent; null where it or its part is not told, or there is nobody. */
  const shareIn = (part: number | null, whole: number) => {
    if (isRounded) return toldPercent(part, whole)
    return part === null || whole === 0 ? null : percent(part, whole)
  }
  return {
    isRounded,
    /** People, goals, badges or submissions. */
    count,
    /** How many of some people reached something; a dash where it is not told. */
    part: (part: number | null, whole: number) =>
      isRounded || part === null ? partInWords(part, whole) : count(part),
    shareIn,
    share: (part: number | null, whole: number) => {
      const found = shareIn(part, whole)
      return found === null ? '–' : `${Math.round(found)}%`
    },
  }
}
