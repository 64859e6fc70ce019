import { newId, newLongId } from '#db/id'
import {
  activities,
  activityCompetencies,
  affiliations,
  awards,
  completions,
  evidence,
  goals,
  ledgerEntries,
  members,
  reviews,
  submissions,
} from '#db/schema'
import type { Role } from '#db/words'
import { addDays, schoolYearOf } from '~/domain/calendar'
import { organizationOn } from '~/domain/people/affiliations.server'
import { sortNameOf } from '~/domain/people/name'
import type { WriteScope } from '~/domain/scope.server'

type Given<T extends { $inferInsert: object }> = Partial<Omit<T['$inferInsert'], 'districtId'>>

/**
 * Rows that a test needs and the world lacks. Each takes a scope first, as a command does, belongs
 * to the actor unless `memberId` says otherwise, and asks nobody for permission:
 * `await ana.write(make.activity, { minutes: 90 })`.
 */
export const make = {
  /** Somebody new with one affiliation that has begun a year ago: `make.member({ role, organizationId })`. */
  async member(
    scope: WriteScope,
    given: Given<typeof members> & {
      organizationId: string
      role?: Role
      startedOn?: string
      endedOn?: string | null
    },
  ) {
    const { organizationId, role = 'educator', startedOn, endedOn = null, ...rest } = given
    const named = { givenName: 'Rae', familyName: 'Rivers', ...rest }
    const member = {
      id: newId(),
      ...named,
      sortName: sortNameOf(named),
      hiredOn: addDays(scope.today, -365),
      createdAt: scope.now,
      ...rest,
    }
    await scope.db.insert(members).values(member)
    await scope.db.insert(affiliations).values({
      id: newId(),
      memberId: member.id,
      organizationId,
      role,
      startedOn: startedOn ?? member.hiredOn ?? scope.today,
      endedOn,
      source: 'person',
    })
    return member
  },

  /** A draft of an hour's workshop yesterday; with a status it has been where the status says. */
  async activity(
    scope: WriteScope,
    given: Given<typeof activities> & { competencies?: string[] } = {},
  ) {
    const { competencies = [], ...rest } = given
    const status = rest.status ?? 'draft'
    const startedOn = rest.startedOn ?? addDays(scope.today, -1)
    const memberId = rest.memberId ?? scope.actor.id
    const day = rest.endedOn ?? startedOn
    const activity = {
      id: newLongId(),
      memberId,
      organizationId: status === 'draft' ? null : await schoolOf(scope, memberId, day),
      title: 'Google Classroom basics',
      kind: 'workshop' as const,
      startedOn,
      endedOn: null,
      minutes: 60,
      status,
      version: 1,
      createdAt: scope.now,
      updatedAt: scope.now,
      ...rest,
    }
    await scope.db.insert(activities).values(activity)
    const rows = competencies.map((competency) => ({ activityId: activity.id, competency }))
    if (rows.length > 0) await scope.db.insert(activityCompetencies).values(rows)
    return activity
  },

  /** An activity that waits for a decision, and its submission. */
  async submission(
    scope: WriteScope,
    given: Given<typeof activities> & {
      competencies?: string[]
      submittedAt?: Date
      dueOn?: string
    } = {},
  ) {
    const { submittedAt = scope.now, dueOn, ...rest } = given
    const activity = await make.activity(scope, { status: 'submitted', ...rest })
    const submission = {
      id: newId(),
      memberId: activity.memberId,
      organizationId: activity.organizationId!,
      kind: 'activity' as const,
      activityId: activity.id,
      minutes: activity.minutes,
      status: 'waiting' as const,
      submittedAt,
      dueOn: dueOn ?? addDays(scope.today, scope.district.reviewDays),
    }
    await scope.db.insert(submissions).values(submission)
    return { activity, submission }
  },

  /** A submission of something of the actor's that is no activity: `make.sent({ kind, awardId })`. */
  async sent(
    scope: WriteScope,
    given: Given<typeof submissions> & Pick<typeof submissions.$inferInsert, 'kind'>,
  ) {
    const submission = {
      id: newId(),
      memberId: scope.actor.id,
      organizationId: await schoolOf(scope, scope.actor.id, scope.today),
      status: 'waiting' as const,
      submittedAt: scope.now,
      dueOn: addDays(scope.today, scope.district.reviewDays),
      ...given,
    }
    await scope.db.insert(submissions).values(submission)
    return submission
  },

  /** An activity that somebody has approved today, with everything that follows from it. */
  async approvedActivity(
    scope: WriteScope,
    given: Given<typeof activities> & { reviewerId: string; competencies?: string[] },
  ) {
    const { reviewerId, ...rest } = given
    const activity = await make.activity(scope, { ...rest, status: 'approved' })
    const submission = {
      id: newId(),
      memberId: activity.memberId,
      organizationId: activity.organizationId!,
      kind: 'activity' as const,
      activityId: activity.id,
      minutes: activity.minutes,
      status: 'approved' as const,
      submittedAt: scope.now,
      dueOn: addDays(scope.today, scope.district.reviewDays),
      closedAt: scope.now,
    }
    await scope.db.insert(submissions).values(submission)
    await scope.db.insert(reviews).values({
      submissionId: submission.id,
      reviewerId,
      decision: 'approved',
      decidedAt: scope.now,
    })
    await make.ledgerEntry(scope, {
      memberId: activity.memberId,
      organizationId: activity.organizationId!,
      kind: activity.kind ?? 'workshop',
      minutes: activity.minutes!,
      earnedOn: activity.endedOn ?? activity.startedOn ?? scope.today,
      activityId: activity.id,
    })
    return { activity, submission }
  },

  /** Booked minutes; it needs the activity or the completion that they come from. */
  async ledgerEntry(
    scope: WriteScope,
    given: Given<typeof ledgerEntries> & ({ activityId: string } | { completionId: string }),
  ) {
    const earnedOn = given.earnedOn ?? addDays(scope.today, -1)
    const memberId = given.memberId ?? scope.actor.id
    const entry = {
      id: newId(),
      memberId,
      organizationId: given.organizationId ?? (await schoolOf(scope, memberId, earnedOn)),
      kind: 'workshop' as const,
      minutes: 60,
      earnedOn,
      bookedOn: scope.today,
      schoolYear: schoolYearOf(earnedOn, scope.district.schoolYearStartsOn),
      strength: 'self_reported' as const,
      ...given,
    }
    await scope.db.insert(ledgerEntries).values(entry)
    return entry
  },

  /** A course that was completed yesterday and waits for a decision, without its submission. */
  async completion(scope: WriteScope, given: Given<typeof completions> = {}) {
    const completedOn = given.completedOn ?? addDays(scope.today, -1)
    const memberId = given.memberId ?? scope.actor.id
    const completion = {
      id: newLongId(),
      memberId,
      organizationId: given.organizationId ?? (await schoolOf(scope, memberId, completedOn)),
      title: 'Digital accessibility foundations',
      completedOn,
      minutes: 120,
      source: 'educator' as const,
      strength: 'self_reported' as const,
      status: 'waiting' as const,
      version: 1,
      createdAt: scope.now,
      ...given,
    }
    await scope.db.insert(completions).values(completion)
    return completion
  },

  /** An open goal that was set a month ago and is due in half a year. */
  async goal(scope: WriteScope, given: Given<typeof goals> = {}) {
    const memberId = given.memberId ?? scope.actor.id
    const setOn = given.setOn ?? addDays(scope.today, -30)
    const goal = {
      id: newLongId(),
      memberId,
      organizationId: given.organizationId ?? (await schoolOf(scope, memberId, setOn)),
      title: 'Use captions in every video lesson',
      kind: 'professional_practice' as const,
      target: 'Every video of the spring term has captions',
      setOn,
      dueOn: addDays(scope.today, 180),
      status: 'open' as const,
      version: 1,
      createdAt: scope.now,
      ...given,
    }
    await scope.db.insert(goals).values(goal)
    return goal
  },

  /** A badge from elsewhere that nobody has verified, without its submission. */
  async award(scope: WriteScope, given: Given<typeof awards> = {}) {
    const memberId = given.memberId ?? scope.actor.id
    const awardedOn = given.awardedOn ?? addDays(scope.today, -10)
    const award = {
      id: newLongId(),
      memberId,
      organizationId: given.organizationId ?? (await schoolOf(scope, memberId, awardedOn)),
      title: 'Google Certified Educator Level 1',
      issuer: 'Google for Education',
      awardedOn,
      verification: 'not_verified' as const,
      createdAt: scope.now,
      ...given,
    }
    await scope.db.insert(awards).values(award)
    return award
  },

  /** A link that backs something: `make.evidence({ activityId })`. */
  async evidence(scope: WriteScope, given: Given<typeof evidence>) {
    const row = {
      id: newId(),
      memberId: scope.actor.id,
      kind: 'link' as const,
      name: 'example.org',
      content: 'https://example.org/certificate',
      strength: 'document' as const,
      mayShowStudents: false,
      createdAt: scope.now,
      ...given,
    }
    await scope.db.insert(evidence).values(row)
    return row
  },
}

async function schoolOf(scope: WriteScope, memberId: string, day: string) {
  const organizationId = await organizationOn(scope, memberId, day)
  if (!organizationId) throw new Error('The member never had an affiliation.')
  return organizationId
}
