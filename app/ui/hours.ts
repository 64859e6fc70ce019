const figure = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 })

const noBreak = '\u00a0'

/** Minutes as hours: 90 is "1.5 h". */
export const formatHours = (minutes: number) => `${hoursFigure(minutes)}${noBreak}h`

/** The figure alone, where the column already says hours. */
export const hoursFigure = (minutes: number) => figure.format(minutes / 60)

/** To the minute: 100 is "1 h 40 min". */
export function formatExactHours(minutes: number) {
  const hours = Math.trunc(minutes / 60)
  const rest = Math.round(minutes % 60)
  if (hours === 0) return `${rest}${noBreak}min`
  if (rest === 0) return `${hours}${noBreak}h`
  return `${hours}${noBreak}h ${Math.abs(rest)}${noBreak}min`
}
