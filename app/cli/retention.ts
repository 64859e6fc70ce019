import type { Store } from '#db/client.server'
import type { FileStorage } from '~/domain/evidence/file-storage'
import { countFiles } from '~/domain/retention/list.server'
import type { FileStanding } from '~/domain/retention/retention'
import { scopeOf } from '~/domain/scope.server'
import { destroyDue, reviewDistrict } from '~/jobs/file-keeper.server'
import { districtOf, OPERATOR } from './database'

/** How many evidence files there are of each standing, and how many of them were destroyed just now. */
export type RetentionOutcome = Record<FileStanding, number> & { destroyedNow: number }

/**
 * Finds out until when the evidence files of a district are to be kept, and destroys what is due where that
 * is asked for.
 *
 * @param slug of the district
 * @throws Failure when there is no such district
 */
export async function keepToSchedule(
  store: Store,
  files: FileStorage,
  slug: string,
  { destroy = false, now = new Date() }: { destroy?: boolean; now?: Date } = {},
): Promise<RetentionOutcome> {
  const district = await districtOf(store, slug)
  await reviewDistrict(store, district, now)
  const destroyedNow = destroy ? await destroyDue(store, files, district, now) : 0
  return { ...(await countFiles(scopeOf(store.read, district, OPERATOR, now))), destroyedNow }
}
