import type { Store } from '#db/client.server'
import { newLongId } from '#db/id'
import { eq } from '#db/query.server'
import { districts } from '#db/schema'
import { nameWorld } from '#db/seed/names'
import { findActorOfMember } from '~/domain/people/actor.server'
import { publishReport } from '~/domain/publishing/publishing.server'
import { saveReport } from '~/domain/reports/saved.server'
import { type WriteScope, writeScopeOf } from '~/domain/scope.server'

/** Publishes last year's report of the larger district of the demonstration, and saves one that is asked again and again. */
export async function presentReports(store: Store, now: Date) {
  const { northside } = nameWorld()
  const [district] = await store.read.select().from(districts).where(eq(districts.id, northside.id))
  const actor = await findActorOfMember(store.read, district!, northside.rosa.id, now)
  await store.write((tx) => present(writeScopeOf(tx, district!, actor!, now)))

  async function present(scope: WriteScope) {
    await publishReport(scope, northside.snapshots.june)
    await saveReport(scope, {
      id: newLongId(),
      name: 'Today beside the year before',
      asOf: null,
      organization: undefined,
      compare: 'year-before',
      isShared: true,
    })
  }
}
