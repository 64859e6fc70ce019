import type { Progress } from '#db/seed/generate-many'

/** What is being done: rows are written, and then the indexes are made. */
export type Step = Progress | { index: { at: number; of: number } }

/** One line about how far it is, after so many seconds. */
export function lineOf(step: Step, seconds: number): string {
  if ('index' in step) return `Index ${step.index.at} of ${step.index.of}`
  const { districts, educators, rows } = step
  const perSecond = Math.round(rows / Math.max(1, seconds))
  const left = (seconds * (educators.all - educators.done)) / educators.done
  const rest = educators.done > 0 ? `, about ${Math.ceil(left / 60)} min left` : ''
  return `${districts.done} of ${districts.all} districts, ${rows.toLocaleString('en-US')} rows, ${perSecond.toLocaleString('en-US')} a second${rest}`
}
