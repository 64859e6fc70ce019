import { accessSync, constants, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const IN_MEMORY = '/dev/shm'
/** The databases of a whole run need less. */
const ROOM = 6 * 1024 ** 3

/**
 * Where tests keep databases that none of them needs to survive: in memory where the system offers enough
 * of it, which takes half the time, and otherwise where temporary files go.
 */
export const scratchFolder = () => (hasRoomInMemory() ? IN_MEMORY : tmpdir())

function hasRoomInMemory() {
  try {
    accessSync(IN_MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(IN_MEMORY)
    return bavail * bsize > ROOM
  } catch {
    return false
  }
}
