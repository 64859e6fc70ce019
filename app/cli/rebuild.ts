import type { Store } from '#db/client.server'
import { rebuildBatch } from '~/domain/pathways/rebuilding.server'
import { type District, writeScopeOf } from '~/domain/scope.server'
import { districtOf, OPERATOR } from './database'

/** How many open enrollments there are, and how many of them differed from what counts. */
export type Rebuilt = { open: number; differed: number }

/**
 * Makes anew what is derived about the open enrollments of a district, some hundred in a transaction, so
 * that people go on working meanwhile.
 *
 * @param slug of the district
 * @throws Failure when there is no such district
 */
export async function rebuildProgress(
  store: Store,
  slug: string,
  now = new Date(),
): Promise<Rebuilt> {
  const district = await districtOf(store, slug)
  const rebuilt = { open: 0, differed: 0 }
  let after: string | null = null
  do {
    const batch = await rebuildAfter(store, district, after, now)
    rebuilt.open += batch.open
    rebuilt.differed += batch.differed
    after = batch.next
  } while (after !== null)
  return rebuilt
}

const rebuildAfter = (store: Store, district: District, after: string | null, now: Date) =>
  store.write((tx) => rebuildBatch(writeScopeOf(tx, district, OPERATOR, now), after))
