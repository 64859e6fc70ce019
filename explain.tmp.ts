import { report } from './plans.tmp'
import { openStore } from '#db/client.server'
import { findDistrict, findActor } from '~/domain/people/actor.server'
import { scopeOf } from '~/domain/scope.server'
import { openHome } from '~/domain/home/home.server'
import { openReport } from '~/domain/reports/report.server'
import { getReadiness } from '~/domain/readiness/queries.server'
import { navigationOf } from '~/domain/navigation.server'
import { listStaff } from '~/domain/staff/listing.server'
import { userEmails } from '#db/schema'
import { eq } from '#db/query.server'
import { readFileSync } from 'node:fs'
const [path, what, who] = process.argv.slice(2)
const store = await openStore(`file:${path}`)
const district = (await findDistrict(store.read, 'harborview'))!
const [u] = await store.read.select().from(userEmails).where(eq(userEmails.email, who!))
const now = new Date()
const actor = (await findActor(store.read, district, u!.userId, now))!
const scope = scopeOf(store.read, district, actor, now)
const asOf = process.env.ASOF ?? scope.today
const run: Record<string, () => Promise<unknown>> = {
  home: () => openHome(scope), report: () => openReport(scope, { asOf }), readiness: () => getReadiness(scope, {}), nav: () => navigationOf(scope),
  staff: () => listStaff(scope, { sort: 'name', page: 1 }),
}
for (let i = 0; i < 3; i++) { const t = performance.now(); await run[what!]!(); console.log(what, (performance.now() - t).toFixed(1), 'ms'); if (i < 2) { const l = console.log; console.log = () => {}; report(); console.log = l } }
report()
await store.close()
