import { openStore } from '#db/client.server'
import { eq } from '#db/query.server'
import { activityCompetencies } from '#db/schema'
import { decide } from '~/domain/approvals/deciding.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { addDays, schoolYearOf } from '~/domain/calendar'
import { minutesByCompetency } from '~/domain/credit/sums.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember, type TestMember } from '../../support/members'
import { world, WORLD_NOW, WORLD_TODAY } from '../../support/world'

const { ana, mara, rosa } = world.northside
const BEFORE = 'digcompedu-2017/1.1'
const AFTER = 'digcompedu-2017/2.1'

const daysOn = (days: number) => new Date(WORLD_NOW.getTime() + days * 24 * 3600 * 1000)

async function minutesOf({ read, district }: TestMember, asOf: string) {
  const year = schoolYearOf(WORLD_TODAY, district.schoolYearStartsOn)
  const rows = await read(minutesByCompetency, year, asOf)
  const sum = (wanted: string) =>
    rows
      .filter(({ competency }) => competency === wanted)
      .reduce((all, { minutes }) => all + minutes, 0)
  return { before: sum(BEFORE), after: sum(AFTER) }
}

test('hours that were taken back days later count to what the activity named then', async () => {
  const store = await openTestStore()
  const administrator = await asMember(store, rosa)
  const { activity, submission } = await administrator.write((scope) =>
    make.approvedActivity(scope, {
      memberId: ana.id,
      reviewerId: mara.id,
      minutes: 90,
      competencies: [BEFORE],
    }),
  )
  const others = await minutesOf(administrator, addDays(WORLD_TODAY, -1))
  const together = (before: number, after: number) => ({
    before: others.before + before,
    after: others.after + after,
  })
  /** As of the day after it was approved, and as of today. */
  const seenAfter = async (days: number) => {
    const fresh = await openStore(store.url)
    const [kept, anew] = await Promise.all(
      [store, fresh].map(async (each) => {
        const member = await asMember(each, rosa, daysOn(days))
        return {
          then: await minutesOf(member, addDays(WORLD_TODAY, 1)),
          now: await minutesOf(member, addDays(WORLD_TODAY, days)),
        }
      }),
    )
    await fresh.close()
    expect(kept).toEqual(anew)
    return kept
  }

  expect(await seenAfter(5)).toEqual({ then: together(90, 0), now: together(90, 0) })
  const principal = await asMember(store, mara, daysOn(6))
  await principal.write(reopenSubmission, submission.id, { reason: 'The wrong one.' })
  expect(await seenAfter(6)).toEqual({ then: together(90, 0), now: together(0, 0) })
  await principal.write(({ db }) =>
    db
      .update(activityCompetencies)
      .set({ competency: AFTER })
      .where(eq(activityCompetencies.activityId, activity.id)),
  )
  expect(await seenAfter(6)).toEqual({ then: together(90, 0), now: together(0, 0) })
  await principal.write(decide, { submissions: [submission.id], decision: 'approved' })
  expect(await seenAfter(6)).toEqual({ then: together(90, 0), now: together(0, 90) })
  expect(await seenAfter(12)).toEqual({ then: together(90, 0), now: together(0, 90) })
})
