import { createHash } from 'node:crypto'
import { idOfBytes } from '../id'

const BEFORE_EVERYTHING = new Date('2020-01-01T00:00:00Z')
const DAY = 24 * 60 * 60 * 1000

/**
 * The identifier of a name: the same on each machine, sorted by day, and smaller than any that is made
 * by the clock.
 */
export function idOf(name: string, at = BEFORE_EVERYTHING) {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 8)
  bytes.writeUIntBE(Math.floor(at.getTime() / DAY), 0, 3)
  return idOfBytes(bytes)
}
