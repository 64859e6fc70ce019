import { createHash } from 'node:crypto'
import { idOfBytes } from '../id'

/** The moment that the identifiers of named rows carry: before everything in the world. */
const BEFORE_EVERYTHING = new Date('2020-01-01T00:00:00Z')

/** The identifier of a name: the same on each machine, in the layout of a UUIDv7. */
export function idOf(name: string, at = BEFORE_EVERYTHING) {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16)
  bytes.writeUIntBE(at.getTime(), 0, 6)
  bytes[6] = 0x70 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  return idOfBytes(bytes)
}
