import type { Store } from '#db/client.server'
import { sweepSignIns } from '~/domain/people/sweeping.server'
import { repeat, type Repeating } from './repeat'

const HOUR = 60 * 60 * 1000

/** Once an hour, deletes what nobody needs any more. */
export function startSweeper(
  store: Store,
  { pause = HOUR, report = () => {} }: { pause?: number; report?: (error: unknown) => void } = {},
): Repeating {
  return repeat(() => store.write((tx) => sweepSignIns(tx, new Date())), pause, report)
}
