import { expect, test } from 'vitest'
import { emptyStore, openTestStore } from '../support/database'
import { seedWorld } from '#db/seed/world'
import { WORLD_NOW, world } from '../support/world'
import * as schema from '#db/schema'
import { asMember } from '../support/members'
import { refreshProgress } from '~/domain/pathways/progress.server'
import { schoolYearOf } from '~/domain/calendar'
test('opens', async () => {
  const e = await emptyStore()
  let t = performance.now()
  await seedWorld(e, { now: WORLD_NOW, size: 'tests', passwordHash: 'x' })
  console.log('seed', performance.now() - t)
  for (let i=0;i<5;i++) { t = performance.now()
  await openTestStore(); console.log('open', performance.now()-t) }
  const store = await openTestStore()
  const before = await store.read.select().from(schema.enrollments)
  const sc = await store.read.select().from(schema.stepCompletions)
  const ana = await asMember(store, world.northside.rosa)
  for (const m of await store.read.select().from(schema.members)) if (m.districtId===1) await ana.write(refreshProgress, m.id)
  const after = await store.read.select().from(schema.enrollments)
  console.log(after.map((a,i)=>JSON.stringify(a)===JSON.stringify(before[i])?0: [before[i], a]).filter(Boolean))
  const sc2 = await store.read.select().from(schema.stepCompletions)
  console.log(sc.length, sc2.length)
  const named = Object.fromEntries(Object.entries(world.northside.enrollments).map(([k,v])=>[v,k]))
  console.log(before.filter(b=>b.districtId===1).map(b=>`${named[b.id]} ${b.stepsCompleted}/${b.stepsRequired} ${b.enrolledOn} eng ${b.engagedOn} done ${b.completedOn} exp ${b.expiresOn} end ${b.endedOn}`).join('\n'))
})
