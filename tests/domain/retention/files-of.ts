import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { cycles, evidence } from '#db/schema'
import type { TestMember } from '../../support/members'
import { make } from '../../support/factories'
import { world } from '../../support/world'

const { mara, schools } = world.northside

/** A file that backs an approved activity of a day, attached on that day and the only one unless given. */
export async function certify(
  office: TestMember,
  memberId: string,
  {
    on,
    attachedOn = on,
    name = 'certificate.pdf',
    copies = 1,
  }: { on: string; attachedOn?: string; name?: string; copies?: number },
) {
  const { activity } = await office.write(make.approvedActivity, {
    memberId,
    reviewerId: mara.id,
    startedOn: on,
    organizationId: schools.middle,
  })
  const ids = Array.from({ length: copies }, newId)
  await office.write(async ({ db }) => {
    await db.insert(evidence).values(
      ids.map((id) => ({
        id,
        memberId,
        activityId: activity.id,
        kind: 'file' as const,
        name,
        mediaType: 'application/pdf',
        bytes: 2_000,
        sha256: 'ab'.repeat(32),
        strength: 'document' as const,
        mayShowStudents: false,
        createdAt: new Date(`${attachedOn}T15:00:00Z`),
      })),
    )
  })
  return { id: ids[0]!, activityId: activity.id }
}

/** Somebody who has worked at the middle school until a day. */
export const leaver = (office: TestMember, endedOn: string | null, familyName = 'Gone') =>
  office.write(make.member, {
    familyName,
    organizationId: schools.middle,
    startedOn: '2009-08-24',
    endedOn,
  })

/** The days of a cycle as if it had been in other years. */
export async function redate(
  office: TestMember,
  id: string,
  days: { startsOn: string; endsOn: string; renewedOn?: string; closedOn?: string },
) {
  const { endsOn } = days
  await office.write(async ({ db }) => {
    await db
      .update(cycles)
      .set({ ...days, earnUntilOn: endsOn, judgedLicenses: days.closedOn ? [] : null })
      .where(eq(cycles.id, id))
  })
}
