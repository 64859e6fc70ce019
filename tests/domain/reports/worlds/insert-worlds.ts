import { bulkInto } from '#db/bulk.server'
import type { Store } from '#db/client.server'
import * as tables from '#db/schema'
import type { ActivityStatus, SubmissionStatus } from '#db/words'
import { WORLD_NOW } from '../../../support/world'
import type { World } from './random-world'
import { type Said, saidLast, type Sent, type Thing } from './random-things'
import { dayAt, dueOf, yearOf } from './time'

const NONE = {
  from: 'none',
  on: null,
  days: null,
  pathwayId: null,
  otherwise: null,
  otherwiseDays: null,
} as const

/** Writes districts with all their rows as they are after all that happened. */
export const insertWorlds = (store: Store, worlds: readonly World[]) =>
  store.write(async (tx) => {
    const bulk = bulkInto(tx, false)
    const all = <Row extends object>(rows: (world: World) => Row[]) =>
      worlds.flatMap((world) =>
        rows(world).map((row) => ({ ...row, districtId: world.district.id! })),
      )
    const named = { version: 1, createdAt: WORLD_NOW }
    const entries = new Map(
      worlds.map((world) => [world, world.things.flatMap((thing) => entriesOf(world, thing))]),
    )
    const ofKind = (world: World, kind: Thing['kind']) =>
      world.things.filter((thing) => thing.kind === kind)

    await bulk(
      tables.districts,
      worlds.map(({ district }) => district),
    )
    await bulk(
      tables.organizations,
      all(({ organizations }) =>
        organizations.map((row) => ({ ...row, name: row.id, sortName: row.id })),
      ),
    )
    await bulk(
      tables.formerBands,
      all((world) => world.formerBands),
    )
    await bulk(
      tables.members,
      all(({ members }) =>
        members.map((row) => ({
          ...row,
          givenName: 'Rae',
          familyName: row.id,
          sortName: row.id,
          createdAt: WORLD_NOW,
        })),
      ),
    )
    await bulk(
      tables.affiliations,
      all((world) => world.affiliations),
      { source: 'person' },
    )
    await bulk(
      tables.leaves,
      all((world) => world.leaves),
    )
    await bulk(
      tables.yardsticks,
      all((world) => world.yardsticks),
    )
    await bulk(
      tables.memberSubjects,
      all(({ subjects, newId }) =>
        subjects.flatMap(({ memberId, subject, turns }) =>
          spansOf(turns).map((span) => ({ id: newId(), memberId, subject, ...span })),
        ),
      ),
      { source: 'person' },
    )
    await bulk(
      tables.peopleLists,
      all(({ lists, reviewerId }) =>
        lists.map(({ id, removedOn }) => ({
          id,
          name: id,
          createdById: reviewerId,
          createdAt: WORLD_NOW,
          removedAt: removedOn === null ? null : WORLD_NOW,
        })),
      ),
    )
    await bulk(
      tables.peopleListMembers,
      all(({ lists, newId }) =>
        lists.flatMap(({ id, people }) =>
          people.flatMap(({ memberId, turns }) =>
            spansOf(turns).map((span) => ({ id: newId(), listId: id, memberId, ...span })),
          ),
        ),
      ),
    )
    await bulk(
      tables.licenses,
      all((world) => world.licenses),
      {
        isPrimary: true,
        source: 'educator',
        ...named,
        updatedAt: WORLD_NOW,
      },
    )
    await bulk(
      tables.courses,
      all(({ courses }) => courses.map((id) => ({ id, title: id, createdAt: WORLD_NOW }))),
    )
    await bulk(
      tables.achievements,
      all(({ achievements }) =>
        achievements.map((id) => ({ id, title: id, issuer: id, createdAt: WORLD_NOW })),
      ),
    )
    await bulk(
      tables.pathways,
      all(({ pathways }) => pathways.map(({ id }) => ({ id, title: id, description: '' }))),
      { status: 'published', ...named },
    )
    await bulk(
      tables.pathwayVersions,
      all(({ pathways }) =>
        pathways.map(({ id, versionId }) => ({ id: versionId, pathwayId: id, number: 1 })),
      ),
      { ordered: false },
    )
    await bulk(
      tables.pathwaySteps,
      all(({ pathways }) =>
        pathways.flatMap(({ versionId, steps }) =>
          steps.map(({ id, stepKey }, position) => ({
            id,
            versionId,
            stepKey,
            position,
            title: id,
            weight: 1,
          })),
        ),
      ),
    )
    await bulk(
      tables.pathwayAsks,
      all(({ pathways, newId }) =>
        pathways.flatMap(({ steps }) =>
          steps.flatMap(({ id, courseId, achievementId }) => [
            ...(courseId
              ? [{ id: newId(), stepId: id, position: 1, kind: 'course' as const, courseId }]
              : []),
            ...(achievementId
              ? [{ id: newId(), stepId: id, position: 2, kind: 'badge' as const, achievementId }]
              : []),
          ]),
        ),
      ),
      { competencies: [], rubric: [] },
    )
    await bulk(
      tables.assignments,
      all(({ assignments, reviewerId }) =>
        assignments.map(({ said, pause: _, ...row }) => {
          const { kind, audience } = said.at(-1)!
          return { ...row, kind, audience, createdById: reviewerId }
        }),
      ),
      { due: NONE, graceDays: 0, version: 1 },
    )
    await bulk(
      tables.assignmentChanges,
      all((world) => world.assignments.flatMap((row) => changesOf(world, row))),
    )
    await bulk(
      tables.enrollments,
      all((world) => world.enrollments),
      {
        stepsCompleted: 0,
        stepsRequired: 1,
        share: 0,
      },
    )
    await bulk(
      tables.goals,
      all((world) => world.goals),
      { title: 'Goal', kind: 'license', target: 'Reached', dueOn: '2027-01-01', ...named },
    )
    await bulk(
      tables.priorities,
      all(({ priorities }) => priorities.map((row) => ({ ...row, name: row.id }))),
      { fromYear: 2020, position: 0, createdAt: WORLD_NOW },
    )
    await bulk(
      tables.goalPriorities,
      all((world) => world.served),
    )
    await bulk(
      tables.activities,
      all((world) =>
        ofKind(world, 'activity').map(({ said, activityKind, ...row }) => ({
          ...row,
          organizationId: said.organizationId,
          kind: activityKind,
          startedOn: said.earnedOn,
          title: 'Activity',
          status: activityStatus(row.sent),
          version: 1,
          updatedAt: WORLD_NOW,
        })),
      ),
    )
    await bulk(
      tables.activityCompetencies,
      all((world) =>
        ofKind(world, 'activity').flatMap((thing) =>
          saidLast(thing).competencies.map((competency) => ({ activityId: thing.id, competency })),
        ),
      ),
    )
    await bulk(
      tables.completions,
      all((world) =>
        ofKind(world, 'completion').map(({ said, activityKind, ...row }) => ({
          ...row,
          organizationId: said.organizationId,
          kind: activityKind,
          completedOn: said.earnedOn,
          title: 'Course',
          status: statusOf(row.sent.at(-1)),
        })),
      ),
      { source: 'educator', strength: 'self_reported', version: 1 },
    )
    await bulk(
      tables.awards,
      all((world) =>
        ofKind(world, 'award').map((thing) => ({
          ...thing,
          ...badgeOf(world, saidLast(thing), thing.sent.at(-1)),
        })),
      ),
      { title: 'Badge', issuer: 'Somebody' },
    )
    await bulk(
      tables.formerAwards,
      all((world) => ofKind(world, 'award').flatMap((thing) => formerOf(world, thing))),
      { title: 'Badge', issuer: 'Somebody' },
    )
    await bulk(
      tables.evidence,
      all((world) =>
        ofKind(world, 'evidence').map(({ id, memberId, createdAt, enrollment }) => ({
          id,
          memberId,
          createdAt,
          enrollmentId: enrollment!.id,
          stepKey: enrollment!.stepKey,
        })),
      ),
      { kind: 'text', name: 'Text', strength: 'document', mayShowStudents: false },
    )
    await bulk(
      tables.submissions,
      all((world) =>
        world.things.flatMap((thing) => thing.sent.map((sent) => submissionOf(world, thing, sent))),
      ),
    )
    await bulk(
      tables.reviews,
      all((world) =>
        world.things.flatMap(({ sent }) => sent.flatMap((each) => reviewsOf(world, each))),
      ),
    )
    await bulk(
      tables.ledgerEntries,
      all((world) => entries.get(world)!),
    )
    await bulk(
      tables.bookedCompetencies,
      all((world) =>
        entries
          .get(world)!
          .flatMap(({ id, correctsId, competencies }) =>
            (correctsId ? [id, correctsId] : []).flatMap((entryId) =>
              competencies.map((competency) => ({ entryId, competency })),
            ),
          ),
      ),
    )
  })

/** The decisions on what was sent, each that was taken back with the last day of the clock it ended. */
function reviewsOf(world: World, { id, at: sentAt, happened }: Sent) {
  let clock = sentAt
  return happened.flatMap(({ at, what }) => {
    if (what === 'withdrawn') return []
    const dueOn = what === 'reopened' ? dueOf(world, dayAt(world.zone, clock)) : null
    if (what === 'reopened') clock = at
    const { reviewerId } = world
    return [{ submissionId: id, reviewerId, decision: what, decidedAt: at, dueOn }]
  })
}

/** Days that begin and end something in turns, as rows have them. */
const spansOf = (turns: string[]) =>
  turns.flatMap((addedOn, at) =>
    at % 2 === 0 ? [{ addedOn, removedOn: turns[at + 1] ?? null }] : [],
  )

type Assignment = World['assignments'][number]
type Change = Omit<typeof tables.assignmentChanges.$inferInsert, 'districtId'>

/** What was done to an assignment, each edit with what was said before. */
function changesOf({ newId, reviewerId }: World, { id, said, pause }: Assignment): Change[] {
  const common = { assignmentId: id, madeById: reviewerId }
  const edits = said.map(({ from, isUndoing }, at): Change => {
    const before = said[at - 1]
    const next = said[at + 1]
    return {
      ...common,
      id: newId(),
      what: !before ? 'made' : isUndoing ? 'undone' : 'edited',
      before: before
        ? { kind: before.kind, audience: before.audience, due: NONE, graceDays: 0 }
        : null,
      madeAt: from,
      undoneAt: next?.isUndoing ? next.from : null,
    }
  })
  if (!pause) return edits
  const { endedAt: madeAt, undoneAt } = pause
  return [...edits, { ...common, id: newId(), what: 'ended', before: null, madeAt, undoneAt }]
}

function statusOf(sent: Sent | undefined): SubmissionStatus {
  const last = sent?.happened.at(-1)?.what
  return last === undefined || last === 'reopened' ? 'waiting' : last
}

function activityStatus(sent: Sent[]): ActivityStatus {
  const status = statusOf(sent.at(-1))
  if (sent.length === 0) return 'draft'
  return status === 'waiting' ? 'submitted' : status
}

function badgeOf({ zone }: World, said: Said, sent: Sent | undefined) {
  const words = {
    approved: 'verified_by_person',
    denied: 'refused',
    withdrawn: 'withdrawn',
    returned: 'not_verified',
    reopened: 'not_verified',
  } as const
  const last = sent?.happened.at(-1)
  const verification = last ? words[last.what] : ('not_verified' as const)
  return {
    organizationId: said.organizationId,
    awardedOn: said.earnedOn,
    expiresOn: said.expiresOn,
    verification,
    decidedOn: last && verification !== 'not_verified' ? dayAt(zone, last.at) : null,
  }
}

/** What a badge was until each time it was sent again. */
const formerOf = (world: World, { id, achievementId, sent }: Thing) =>
  sent.slice(1).map((next, before) => ({
    id: world.newId(),
    awardId: id,
    achievementId,
    ...badgeOf(world, sent[before]!.said, sent[before]),
    startedAt: sent[before]!.at,
    replacedAt: next.at,
  }))

function submissionOf(world: World, thing: Thing, sent: Sent) {
  const { memberId, kind, minutes } = thing
  const { id, at, said, happened } = sent
  const status = statusOf(sent)
  const reopenedAt = happened.findLast(({ what }) => what === 'reopened')?.at ?? null
  return {
    id,
    memberId,
    organizationId: said.organizationId,
    kind,
    minutes,
    [`${kind}Id`]: thing.id,
    status,
    submittedAt: at,
    dueOn: dueOf(world, dayAt(world.zone, reopenedAt ?? at)),
    closedAt: status === 'waiting' ? null : happened.at(-1)!.at,
    reopenedAt,
  }
}

type Entry = Omit<typeof tables.ledgerEntries.$inferInsert, 'districtId' | 'correctsId'> & {
  correctsId: string | null
  /** What it counts to. */
  competencies: string[]
}

/** An entry for each approval, and the opposite one where it was taken back. */
function entriesOf({ zone, district, newId }: World, thing: Thing): Entry[] {
  if (thing.kind !== 'activity' && thing.kind !== 'completion') return []
  const { memberId, minutes } = thing
  const { organizationId, earnedOn } = thing.said
  const common = {
    memberId,
    organizationId,
    earnedOn,
    kind: thing.activityKind ?? 'online_course',
    schoolYear: yearOf(earnedOn, district.schoolYearStartsOn),
    [`${thing.kind}Id`]: thing.id,
  }
  let booked: { id: string; strength: Sent['happened'][number]['strength'] } | null = null
  return thing.sent
    .flatMap(({ said, happened }) => happened.map((each) => ({ ...each, said })))
    .flatMap(({ at, what, strength, said: { competencies } }): Entry[] => {
      const bookedOn = dayAt(zone, at)
      const of = { ...common, competencies }
      if (what === 'approved') {
        booked = { id: newId(), strength }
        return [{ ...of, ...booked, minutes, bookedOn, correctsId: null }]
      }
      if (what !== 'reopened' || !booked) return []
      const { id: correctsId, strength: same } = booked
      booked = null
      return [{ ...of, id: newId(), strength: same, minutes: -minutes, bookedOn, correctsId }]
    })
}
