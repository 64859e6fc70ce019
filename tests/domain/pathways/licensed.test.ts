import { and, eq, isNull } from '#db/query.server'
import { enrollments } from '#db/schema'
import { addLicense } from '~/domain/licenses/adding.server'
import { editLicense } from '~/domain/licenses/editing.server'
import { withdrawLicense } from '~/domain/licenses/withdrawing.server'
import { makeAssignment } from '~/domain/pathways/assigning.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'
import { license } from '../licenses/given'
import { evidenceStep, forEducators, publish } from './published'

const { cora, ming } = world.northside

async function ready() {
  const store = await openTestStore()
  const [coordinator, educator] = [await asMember(store, ming), await asMember(store, cora)]
  const pathway = await publish(coordinator, [evidenceStep])
  await coordinator.write(makeAssignment, pathway.id, {
    ...forEducators,
    audience: {
      any: [[{ kind: 'license', not: false, jurisdiction: 'US-MA', license: 'professional' }]],
      except: [],
    },
  })
  const has = async () =>
    (await educator.scope.db.count(
      enrollments,
      and(
        eq(enrollments.memberId, cora.id),
        eq(enrollments.pathwayId, pathway.id),
        isNull(enrollments.endedOn),
      ),
    )) > 0
  return { educator, has }
}

test('who comes to hold a license is enrolled, and taken off when it is removed', async () => {
  const { educator, has } = await ready()
  const before = await has()

  const { id } = await educator.write(addLicense, license())
  const held = await has()
  await educator.write(withdrawLicense, id)

  expect([before, held, await has()]).toEqual([false, true, false])
})

test('a license that becomes another kind, or expires, is looked at anew', async () => {
  const { educator, has } = await ready()
  const given = license({ kind: 'initial' })
  await educator.write(addLicense, given)
  const initial = await has()

  await educator.write(editLicense, { ...given, version: 1, kind: 'professional' })
  const professional = await has()
  await educator.write(editLicense, {
    ...given,
    version: 2,
    kind: 'professional',
    expiresOn: '2026-11-19',
  })

  expect([initial, professional, await has()]).toEqual([false, true, false])
})
