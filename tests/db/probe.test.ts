import { expect, test } from 'vitest'
import { emptyStore, openTestStore } from '../support/database'
import { seedWorld } from '#db/seed/world'
import { WORLD_NOW, world } from '../support/world'
import * as schema from '#db/schema'
import { asMember } from '../support/members'
import { make } from '../support/factories'
import { refreshProgress } from '~/domain/pathways/progress.server'
import { visit, send } from '../support/requests'
import { requireMember } from '~/http/member.server'
test('opens', async () => {
  const e = await emptyStore()
  let t = performance.now()
  await seedWorld(e, { now: WORLD_NOW, size: 'tests', passwordHash: 'x' })
  console.log('seed', performance.now() - t)
  for (let i = 0; i < 5; i++) {
    t = performance.now()
    await openTestStore()
    console.log('open', performance.now() - t)
  }
  const store = await openTestStore()
  const before = await store.read.select().from(schema.enrollments)
  const sc = await store.read.select().from(schema.stepCompletions)
  const rosa = await asMember(store, world.northside.rosa)
  for (const m of await store.read.select().from(schema.members))
    if (m.districtId === 1) await rosa.write(refreshProgress, m.id)
  const after = await store.read.select().from(schema.enrollments)
  console.log(
    after
      .map((a, i) => (JSON.stringify(a) === JSON.stringify(before[i]) ? 0 : [before[i], a]))
      .filter(Boolean),
  )
  const sc2 = await store.read.select().from(schema.stepCompletions)
  console.log(sc.length, sc2.length)
  const named = Object.fromEntries(
    Object.entries(world.northside.enrollments).map(([k, v]) => [v, k]),
  )
  console.log(
    before
      .filter((b) => b.districtId === 1)
      .map(
        (b) =>
          `${named[b.id]} ${b.stepsCompleted}/${b.stepsRequired} ${b.enrolledOn} eng ${b.engagedOn} done ${b.completedOn} exp ${b.expiresOn} end ${b.endedOn}`,
      )
      .join('\n'),
  )
  const a = await asMember(store, world.northside.ana)
  await a.write(make.submission)
  await a.write(make.approvedActivity, { reviewerId: world.northside.mara.id })
  console.log(
    await visit(
      {
        loader: async (args: any) => {
          const m = await requireMember(args)
          return { name: m.actor.name }
        },
      },
      { store, as: world.northside.rosa, url: '/d/northside/x?y=1' },
    ),
  )
  console.log(
    await visit(
      { loader: requireMember },
      { store, as: world.southside.rosa, url: '/d/northside/x?y=1' },
    ),
  )
  console.log(
    await visit({ loader: requireMember }, { store, as: null, url: '/d/northside/x?y=1' }),
  )
})
