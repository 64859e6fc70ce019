import type { Store } from '#db/client.server'
import { districts } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import type { FileStorage } from '~/domain/evidence/file-storage'
import { listUnnamedFiles } from '~/domain/evidence/unnamed.server'
import { sweepSignIns } from '~/domain/people/sweeping.server'
import { repeat, type Repeating } from './repeat'

const HOUR = 60 * 60 * 1000

/** Once an hour, deletes what nobody needs any more. */
export function startSweeper(
  store: Store,
  files: FileStorage,
  { pause = HOUR, report = () => {} }: { pause?: number; report?: (error: unknown) => void } = {},
): Repeating {
  const sweep = async () => {
    await store.write((tx) => sweepSignIns(tx, new Date()))
    await sweepFiles(store, files, new Date())
  }
  return repeat(sweep, pause, report)
}

/**
 * Removes files that no row names a day after they were stored: what a request left behind that ended
 * between storing a file and naming it.
 *
 * @returns how many were removed
 */
export async function sweepFiles(store: Store, files: FileStorage, now: Date) {
  const dayBefore = new Date(now.getTime() - 24 * HOUR)
  let removed = 0
  for (const { id } of await store.read.select({ id: districts.id }).from(districts)) {
    const stored = await files.list(id, dayBefore)
    for (const file of await listUnnamedFiles(forDistrict(store.read, id), stored)) {
      await files.remove(id, file)
      removed++
    }
  }
  return removed
}
