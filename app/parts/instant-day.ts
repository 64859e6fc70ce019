/** The day of an instant in a time zone, for the components that show days. */
export function dayOf(instant: Date | string, timeZone: string) {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant))
}
