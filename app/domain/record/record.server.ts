import { schoolYearOf } from '../calendar'
import type { Scope } from '../scope.server'
import { readBacking } from './backing.server'
import {
  readActivities,
  readAwards,
  readBrought,
  readCompletions,
  readEnrollments,
  readGoals,
} from './reading.server'
import type { MemberRecord } from './record'
import { getVisibleMember } from './visible-member.server'
import { arrangeByYear, lastDayOf, newestFirst } from './years'

export {
  listListViews,
  listRecordViews,
  type ListView,
  openRecord,
  type RecordView,
} from './opening.server'

/**
 * Everything one person has done, by school year. Approved activities and courses stand with the
 * minutes that were booked for them; what does not count, or not yet, is listed apart, for the owner
 * alone.
 *
 * @throws NotFound when there is nobody whose record the actor may see
 */
export async function getRecord(scope: Scope, memberId: string): Promise<MemberRecord> {
  const member = await getVisibleMember(scope, memberId)
  const isOwn = memberId === scope.actor.id
  const backing = await readBacking(scope, memberId)
  const [activities, completions, awards, goals, enrollments, brought] = await Promise.all([
    readActivities(scope, memberId, backing),
    readCompletions(scope, memberId, backing),
    readAwards(scope, memberId, backing),
    readGoals(scope, memberId, backing),
    readEnrollments(scope, memberId),
    readBrought(scope, memberId, backing),
  ])
  const apart = {
    activities: newestFirst(activities.filter(not(isApproved)), lastDayOf),
    completions: newestFirst(completions.filter(not(isApproved)), (row) => row.completedOn),
    awards: newestFirst(awards.filter(not(stands)), (row) => row.awardedOn),
  }
  return {
    member,
    asOf: scope.today,
    isOwn,
    years: arrangeByYear(
      {
        activities: activities.filter(isApproved),
        completions: completions.filter(isApproved),
        awards: awards.filter(stands),
        goals,
        enrollments,
      },
      backing.bookings,
      (day) => schoolYearOf(day, scope.district.schoolYearStartsOn),
    ),
    brought: isOwn ? brought : brought.filter(isApprovedThere),
    apart: isOwn ? apart : { activities: [], completions: [], awards: [] },
  }
}

const isApproved = ({ status }: { status: string }) => status === 'approved'
const isApprovedThere = ({ standing }: { standing: string }) => standing === 'approved'
const stands = ({ verification }: { verification: string }) =>
  verification === 'verified_by_person' || verification === 'not_verified'
const not =
  <T>(condition: (row: T) => boolean) =>
  (row: T) =>
    !condition(row)
