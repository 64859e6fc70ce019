import { isDeepStrictEqual } from 'node:util'
import type { Store } from '#db/client.server'
import { apart } from '#db/kept.server'
import { rebuildBatch } from '~/domain/pathways/rebuilding.server'
import { type District, scopeOf, writeScopeOf } from '~/domain/scope.server'
import { closeMonth, listClosedMonths, makeMonth } from '~/domain/states/closing.server'
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

/** How many closed months there are, and how many of them differed from what the record says. */
export type RebuiltMonths = { closed: number; differed: number }

/**
 * Makes anew the figures of the closed months of a district, of which its state sees some.
 *
 * @param slug of the district
 * @throws Failure when there is no such district
 */
export async function rebuildMonths(
  store: Store,
  slug: string,
  now = new Date(),
): Promise<RebuiltMonths> {
  const district = await districtOf(store, slug)
  const scope = scopeOf(apart(store.read), district, OPERATOR, now)
  const months = await listClosedMonths(scope)
  let differed = 0
  for (const { asOf, figures } of months) {
    const anew = await makeMonth(scope, asOf)
    if (isDeepStrictEqual(anew, figures)) continue
    differed++
    await store.write((tx) => closeMonth(writeScopeOf(tx, district, OPERATOR, now), asOf, anew))
  }
  return { closed: months.length, differed }
}

const rebuildAfter = (store: Store, district: District, after: string | null, now: Date) =>
  store.write((tx) => rebuildBatch(writeScopeOf(tx, district, OPERATOR, now), after))
