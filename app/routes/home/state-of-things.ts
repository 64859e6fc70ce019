import type { openHome } from '~/domain/home/home.server'
import { counted } from '~/parts/people-words'
import { formatHours } from '~/ui/hours'

export type Home = Awaited<ReturnType<typeof openHome>>

/** The sentence on top: what waits, and the hours against the yardstick. */
export function stateOfThings({ next, minutes, yardstick, can }: Home) {
  const waits =
    next.length === 0
      ? 'Nothing waits for you.'
      : `${counted(next.length, 'thing waits', 'things wait')} for you.`
  if (!can.learn) return waits
  return yardstick > 0
    ? `${waits} ${formatHours(minutes)} of ${formatHours(yardstick)} this year.`
    : `${waits} ${formatHours(minutes)} this year.`
}
