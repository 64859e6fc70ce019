import { eq } from '#db/query.server'
import { creditUses } from '#db/schema'
import { claimInput } from '~/domain/claims/inputs.server'
import { addLicense } from '~/domain/licenses/adding.server'
import { getCyclePage } from '~/domain/renewal/cycle-page.server'
import { newUseInput } from '~/domain/uses/inputs.server'
import { claimOnSending } from '../../support/claims'
import type { TestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world } from '../../support/world'
import { license } from '../licenses/given'

const { cora, mara, rosa, schools } = world.northside

/** Somebody new with a license and nothing done yet. */
export async function licensed(store: TestStore, given: Parameters<typeof license>[0]) {
  const office = await asMember(store, rosa)
  const { id } = await office.write(make.member, {
    organizationId: schools.middle,
    startedOn: '2021-08-01',
  })
  const member = await asMember(store, { ...cora, id })
  const { cycleId, id: licenseId } = await member.write(addLicense, license(given))
  return { member, id, cycle: cycleId!, license: licenseId }
}

/** An approved activity of so many hours, claimed with proof. */
export async function earn(
  member: TestMember,
  hours: number,
  startedOn: string,
  title = 'Reading',
) {
  const { activity, submission } = await member.write(make.approvedActivity, {
    reviewerId: mara.id,
    minutes: hours * 60,
    startedOn,
    title,
  })
  const claim = claimInput.parse({ claims: 'on', topic: title, proof: 'product' })
  await member.write(claimOnSending, 'activity', activity.id, claim)
  return { id: activity.id, submission: submission.id }
}

/** What the page of a cycle shows. */
export const pageOf = (member: TestMember, cycle: string) =>
  member.read(getCyclePage, cycle, { planned: null, page: 1 })

/** A form that says what hours of this school year were used for. */
export const using = (rows: string[], given: object = {}) =>
  newUseInput.parse({
    purpose: 'pay_lane',
    year: '2026',
    rows,
    label: 'MA+30',
    usedOn: '2026-11-10',
    ...given,
  })

/** All rows about a member's uses, in the order in which they were booked. */
export async function rowsOfUses(member: TestMember) {
  const rows = await member.scope.db
    .select({
      id: creditUses.id,
      activityId: creditUses.activityId,
      purpose: creditUses.purpose,
      cycleId: creditUses.cycleId,
      carriedFromId: creditUses.carriedFromId,
      ruleSetId: creditUses.ruleSetId,
      unit: creditUses.unit,
      milliUnits: creditUses.milliUnits,
      minutes: creditUses.minutes,
      usedOn: creditUses.usedOn,
      label: creditUses.label,
      reversesId: creditUses.reversesId,
      note: creditUses.note,
    })
    .from(creditUses)
    .where(eq(creditUses.memberId, member.actor.id))
  return rows.toSorted((a, b) => Number(a.milliUnits < 0) - Number(b.milliUnits < 0))
}
