import { claimInput } from '~/domain/claims/inputs.server'
import { addLicense } from '~/domain/licenses/adding.server'
import type { NewLicenseInput } from '~/domain/licenses/inputs.server'
import { claimOnSending } from '../../support/claims'
import type { TestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world } from '../../support/world'
import { license } from '../licenses/given'

const { cora, mara, rosa, schools } = world.northside

/** Somebody new at the middle school, with a Massachusetts license unless given, and nothing done yet. */
export async function newcomer(
  store: TestStore,
  given: { familyName?: string; sharesLicenseHealth?: boolean } = {},
  held: Partial<NewLicenseInput> = {},
) {
  const office = await asMember(store, rosa)
  const { id } = await office.write(make.member, {
    organizationId: schools.middle,
    startedOn: '2022-08-01',
    ...given,
  })
  const member = await asMember(store, { ...cora, id })
  const { cycleId } = await member.write(addLicense, license(held))
  return { id, member, cycle: cycleId! }
}

/** An approved activity of so many hours, claimed as given, with proof unless given. */
export async function earn(member: TestMember, hours: number, given: object = {}) {
  const { activity } = await member.write(make.approvedActivity, {
    reviewerId: mara.id,
    minutes: hours * 60,
    startedOn: '2026-10-05',
  })
  const claim = { claims: 'on', topic: 'Reading', proof: 'product', ...given }
  await member.write(claimOnSending, 'activity', activity.id, claimInput.parse(claim))
  return activity.id
}
