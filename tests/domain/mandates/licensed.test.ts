import { applyLicenses } from '~/domain/license-imports/applying.server'
import { planLicenses } from '~/domain/license-imports/planning.server'
import { readLicenseFile } from '~/domain/license-imports/reading.server'
import { addLicense } from '~/domain/licenses/adding.server'
import { editLicense } from '~/domain/licenses/editing.server'
import { withdrawLicense } from '~/domain/licenses/withdrawing.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world } from '../../support/world'
import { license } from '../licenses/given'
import { requireTraining, turnsOf } from './required'

const { cora, ming, rosa } = world.northside

/** A training that holders of a professional license of Massachusetts are required to take. */
async function requiredOfLicensed() {
  const store = await openTestStore()
  const [coordinator, educator] = [await asMember(store, ming), await asMember(store, cora)]
  const { id } = await requireTraining(coordinator, {
    audience: {
      any: [[{ kind: 'license', not: false, jurisdiction: 'US-MA', license: 'professional' }]],
      except: [],
    },
  })
  const isAsked = async () =>
    (await turnsOf(educator, id, cora.id)).some(({ endedOn }) => endedOn === null)
  return { store, educator, isAsked }
}

test('a license brings a training at once, and takes it back when it is removed', async () => {
  const { educator, isAsked } = await requiredOfLicensed()
  const before = await isAsked()

  const { id } = await educator.write(addLicense, license())
  const held = await isAsked()
  await educator.write(withdrawLicense, id)

  expect([before, held, await isAsked()]).toEqual([false, true, false])
})

test('a license that becomes another kind is looked at anew', async () => {
  const { educator, isAsked } = await requiredOfLicensed()
  const given = license({ kind: 'initial' })
  await educator.write(addLicense, given)
  const initial = await isAsked()

  await educator.write(editLicense, { ...given, version: 1, kind: 'professional' })

  expect([initial, await isAsked()]).toEqual([false, true])
})

test('licenses that come from a file bring their trainings', async () => {
  const { store, isAsked } = await requiredOfLicensed()
  const administrator = await asMember(store, rosa)
  const file = [
    'email,jurisdiction,kind,area,expires_on',
    `${cora.email},MA,professional,Physics 8–12,2029-06-30`,
  ].join('\n')
  const { rows } = await readLicenseFile(Buffer.from(file))

  await administrator.write(async (scope) => {
    const plan = await planLicenses(scope, 'licenses.csv', rows)
    await applyLicenses(scope, plan, 'licenses.csv')
  })

  expect(await isAsked()).toBe(true)
})
