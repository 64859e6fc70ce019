const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const words = new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' })

/** How long ago something was, as people say it. */
export function agoWords(at: Date, now: Date) {
  const ago = now.getTime() - at.getTime()
  if (ago < MINUTE) return 'just now'
  if (ago < HOUR) return words.format(-Math.round(ago / MINUTE), 'minute')
  if (ago < DAY) return words.format(-Math.round(ago / HOUR), 'hour')
  return words.format(-Math.round(ago / DAY), 'day')
}
