/**
 * The minutes in what people type for hours: `1.5`, `1,5`, `1:30`, `90 min`, `2 h`, `1h 30m`.
 *
 * @returns whole minutes, or null when it cannot be read
 */
export function parseMinutes(text: string): number | null {
  const typed = text.trim().toLowerCase()
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(typed)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const minutes = /^(\d{1,5})\s*(?:m|min|mins|minutes?)$/.exec(typed)
  if (minutes) return Number(minutes[1])
  const both = /^(\d{1,3})\s*(?:h|hrs?|hours?)\s*(\d{1,2})\s*(?:m|min|mins|minutes?)?$/.exec(typed)
  if (both) return Number(both[1]) * 60 + Number(both[2])
  const hours = /^(\d{1,3}(?:[.,]\d{1,3})?|[.,]\d{1,3})\s*(?:h|hrs?|hours?)?$/.exec(typed)
  return hours ? Math.round(Number(hours[1]!.replace(',', '.')) * 60) : null
}

/** Minutes as people type them: `1.5`, `0:50` where a decimal would not be exact. */
export function hoursTyped(minutes: number) {
  const hours = minutes / 60
  if (Number.isInteger(hours * 4)) return String(hours)
  return `${Math.floor(hours)}:${String(minutes % 60).padStart(2, '0')}`
}
