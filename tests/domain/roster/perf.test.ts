import { test } from 'vitest'
import { applyRoster } from '~/domain/roster/apply.server'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'
import { crowd, rosterOf } from '../../support/rosters'

test('10k', async () => {
  const rosa = await asMember(await openTestStore(), world.northside.rosa)
  const roster = await rosterOf({ users: crowd(10000) })
  let t = performance.now()
  const a = await rosa.write(applyRoster, roster, {acceptEndings: true})
  console.log('apply', performance.now() - t, a.enrolled, a.affiliations, a.members); t = performance.now()
  const b = await rosa.write(applyRoster, roster)
  console.log('again', performance.now() - t, b.enrolled); t = performance.now()
}, 120000)
