import type { Rows } from '#db/seed/rows'
import { blockThatFits, type Person } from '~/domain/audiences/audience'
import { addDays, dayIn, schoolYearOf } from '~/domain/calendar'

/** Where and when the rows stand that are to be judged. */
export type Setting = {
  now: Date
  timeZone: string
  schoolYearStartsOn: string
  reviewDays: number
}

type Submission = Rows['submissions'][number]

const STATUS_OF_ACTIVITY: Record<string, string> = {
  waiting: 'submitted',
  approved: 'approved',
  returned: 'returned',
  denied: 'denied',
  withdrawn: 'withdrawn',
}
const VERIFICATION: Record<string, string> = {
  waiting: 'not_verified',
  approved: 'verified_by_person',
  returned: 'not_verified',
  denied: 'refused',
  withdrawn: 'withdrawn',
}

/** What in the rows of a district could not have come about by the rules of the product. */
export function faultsIn(rows: Rows, setting: Setting): string[] {
  return [
    ...ledgerFaults(rows, setting),
    ...submissionFaults(rows, setting),
    ...statusFaults(rows),
    ...rosterFaults(rows),
    ...placeFaults(rows, setting),
    ...enrollmentFaults(rows, setting),
    ...audienceFaults(rows, setting),
    ...futureFaults(rows, setting),
  ]
}

function ledgerFaults(rows: Rows, { timeZone, schoolYearStartsOn }: Setting) {
  const corrections = rows.ledgerEntries.filter(({ correctsId }) => correctsId)
  const corrected = new Map(corrections.map((entry) => [entry.correctsId, entry]))
  const entriesOf = groupBy(
    rows.ledgerEntries.filter(({ id, correctsId }) => !correctsId && !corrected.has(id)),
    (entry) => entry.activityId ?? entry.completionId,
  )
  const approvedAt = new Map(
    rows.submissions
      .filter(({ status }) => status === 'approved')
      .map((row) => [row.activityId ?? row.completionId, row.closedAt!]),
  )
  const sources = [
    ...rows.activities.map(({ kind, endedOn, startedOn, ...row }) => ({
      ...row,
      kind: kind!,
      earnedOn: endedOn ?? startedOn!,
    })),
    ...rows.completions.map(({ kind, ...row }) => ({
      ...row,
      kind: kind ?? 'online_course',
      earnedOn: row.completedOn,
    })),
  ]
  const known = new Set(sources.map(({ id }) => id))
  return [
    ...rows.ledgerEntries
      .filter((entry) => !known.has((entry.activityId ?? entry.completionId)!))
      .map(({ id }) => `ledger entry ${id} comes from nothing`),
    ...rows.ledgerEntries.flatMap((entry) => {
      const correction = corrected.get(entry.id)
      if (!correction) return []
      const { id: _, bookedOn: __, correctsId: ___, ...same } = entry
      return differences(`correction of ${entry.id}`, correction, {
        ...same,
        minutes: -entry.minutes,
      })
    }),
    ...sources.flatMap(({ id, status, ...source }) => {
      const entries = entriesOf.get(id) ?? []
      const wanted = status === 'approved' ? 1 : 0
      if (entries.length !== wanted) {
        return [`“${source.title}” (${status}) has ${entries.length} ledger entries`]
      }
      const [entry] = entries
      if (!entry) return []
      const { kind, earnedOn, memberId, organizationId, minutes } = source
      const bookedOn = approvedAt.has(id) ? dayIn(timeZone, approvedAt.get(id)!) : entry.bookedOn
      const schoolYear = schoolYearOf(earnedOn, schoolYearStartsOn)
      const expected = { memberId, organizationId, minutes, kind, earnedOn, bookedOn, schoolYear }
      return differences(`ledger entry of “${source.title}”`, entry, expected)
    }),
  ]
}

function submissionFaults(rows: Rows, { timeZone, reviewDays }: Setting) {
  const reviewsOf = groupBy(rows.reviews, ({ submissionId }) => submissionId)
  const titles = new Map(
    [...rows.activities, ...rows.completions, ...rows.awards].map(({ id, title }) => [id, title]),
  )
  return rows.submissions.flatMap((submission) => {
    const { id, status, submittedAt, closedAt, reopenedAt, dueOn, memberId } = submission
    const { activityId, completionId, awardId } = submission
    const title = titles.get((activityId ?? completionId ?? awardId)!) ?? submission.title
    const written = reviewsOf.get(id) ?? []
    const takenBack = written.filter(({ decision }) => decision === 'reopened')
    const review = written.at(-1)?.decision === 'reopened' ? undefined : written.at(-1)
    const isDecided = status !== 'waiting' && status !== 'withdrawn'
    const checks: [boolean, string][] = [
      [(status === 'waiting') === !closedAt, 'is closed and waits, or neither'],
      [
        isDecided === !!review && written.length === 2 * takenBack.length + Number(isDecided),
        'has not the one review it should have',
      ],
      [takenBack.at(-1)?.decidedAt.getTime() === reopenedAt?.getTime(), 'waits again since when'],
      [takenBack.every(({ reason }) => reason), 'was taken back without a reason'],
      [!review || review.decision === status, 'was decided otherwise'],
      [!review || review.decidedAt.getTime() === closedAt?.getTime(), 'was closed at another time'],
      [!review || review.reviewerId !== memberId, 'was decided by its owner'],
      [!review || status === 'approved' || !!review.reason, 'was refused without a reason'],
      [!closedAt || closedAt >= submittedAt, 'was closed before it was sent'],
      [
        dueOn === addDays(dayIn(timeZone, reopenedAt ?? submittedAt), reviewDays),
        'has another clock',
      ],
    ]
    return checks
      .filter(([isFine]) => !isFine)
      .map(([, fault]) => `submission of “${title}” ${fault}`)
  })
}

function statusFaults(rows: Rows) {
  const sent = new Map<string, Submission[]>()
  const inOrder = rows.submissions.toSorted(
    (a, b) => a.submittedAt.getTime() - b.submittedAt.getTime(),
  )
  for (const row of inOrder) {
    const subject = (row.activityId ?? row.completionId ?? row.awardId ?? row.evidenceId)!
    sent.set(subject, [...(sent.get(subject) ?? []), row])
  }
  const lastOf = (id: string) => sent.get(id)?.at(-1)?.status
  const imported = rows.completions.filter(({ source }) => source === 'import')
  return [
    ...rows.activities.flatMap(({ id, title, status, organizationId }) => {
      const expected = { status: STATUS_OF_ACTIVITY[lastOf(id) ?? ''] ?? 'draft' }
      const isPlaced = status === 'draft' || !!organizationId
      return [
        ...differences(`activity “${title}”`, { status }, expected),
        ...(isPlaced ? [] : [`activity “${title}” was sent from nowhere`]),
      ]
    }),
    ...rows.completions
      .filter((row) => !imported.includes(row))
      .flatMap(({ id, title, status }) =>
        differences(`completion “${title}”`, { status }, { status: lastOf(id) }),
      ),
    ...imported
      .filter(({ id, status }) => status !== 'approved' || sent.has(id))
      .map(({ title }) => `imported completion “${title}” waited for somebody`),
    ...rows.awards.flatMap(({ id, title, verification }) =>
      differences(
        `award “${title}”`,
        { verification },
        { verification: VERIFICATION[lastOf(id) ?? ''] },
      ),
    ),
    ...[...sent.values()]
      .filter((all) => all.slice(0, -1).some(({ status }) => status === 'waiting'))
      .map(([row]) => `“${row!.title}” was sent again while it waited`),
  ]
}

/** Each row that counts keeps the organization where its owner was on that day. */
function placeFaults(rows: Rows, { timeZone }: Setting) {
  const top = rows.organizations.find(({ kind }) => kind === 'district')!.id
  const hatsOf = groupBy(rows.affiliations, ({ memberId }) => memberId)
  const isPlaceOf = (memberId: string, organizationId: string, day: string) => {
    const held = (hatsOf.get(memberId) ?? []).filter(
      ({ startedOn, endedOn }) => startedOn <= day && (!endedOn || endedOn >= day),
    )
    const schools = held.filter((hat) => hat.organizationId !== top)
    return (schools.length > 0 ? schools : held).some(
      (hat) => hat.organizationId === organizationId,
    )
  }
  const placed = [
    ...rows.activities
      .filter(({ organizationId }) => organizationId)
      .map((row) => ({
        ...row,
        organizationId: row.organizationId!,
        day: row.endedOn ?? row.startedOn!,
      })),
    ...rows.completions.map((row) => ({ ...row, day: row.completedOn })),
    ...rows.awards.map((row) => ({ ...row, day: row.awardedOn })),
    ...rows.goals.map((row) => ({ ...row, day: row.setOn })),
    ...rows.submissions
      .filter(({ evidenceId }) => evidenceId)
      .map((row) => ({ ...row, day: dayIn(timeZone, row.submittedAt) })),
  ]
  return placed
    .filter(({ memberId, organizationId, day }) => !isPlaceOf(memberId, organizationId, day))
    .map(({ title, day }) => `“${title}” of ${day} belongs to an organization its owner was not at`)
}

/** The roster gives the roles of educators and principals, and knows everybody who has one. */
function rosterFaults({ affiliations, members }: Rows) {
  const known = new Map(members.map(({ id, sourceId }) => [id, !!sourceId]))
  const exported = affiliations.filter(({ source }) => source === 'roster')
  const inRoster = new Set(exported.map(({ memberId }) => memberId))
  return [
    ...affiliations
      .filter(({ role, source }) => /educator|principal/.test(role) !== (source === 'roster'))
      .map(({ memberId, role, source }) => `${memberId} is ${role} by a ${source}`),
    ...[...known]
      .filter(([id, isKnown]) => isKnown !== inRoster.has(id))
      .map(([id]) => `${id} has a role from the roster and no id in it, or the other way around`),
  ]
}

function enrollmentFaults(rows: Rows, { now, timeZone }: Setting) {
  const today = dayIn(timeZone, now)
  const doneOf = groupBy(rows.stepCompletions, ({ enrollmentId }) => enrollmentId)
  const open = rows.enrollments
    .filter(({ endedOn }) => !endedOn)
    .map(({ memberId, pathwayId }) => `${memberId} on ${pathwayId}`)
  return [
    ...open
      .filter((pair, position) => open.indexOf(pair) !== position)
      .map((pair) => `twice: ${pair}`),
    ...rows.enrollments.flatMap((row) => {
      const done = doneOf.get(row.id)?.length ?? 0
      const { stepsRequired, stepsCompleted, engagedOn, completedOn, enrolledOn } = row
      const checks: [boolean, string][] = [
        [
          stepsCompleted === Math.min(done, stepsRequired),
          `says ${stepsCompleted} of ${done} steps`,
        ],
        [
          done >= stepsRequired === !!completedOn,
          'is completed with steps missing, or not without',
        ],
        [done === 0 || !!engagedOn, 'has a step but no beginning'],
        [!engagedOn || (engagedOn >= enrolledOn && engagedOn <= today), 'began at another time'],
        [
          !completedOn || (completedOn >= engagedOn! && completedOn <= today),
          'ended at another time',
        ],
      ]
      return checks
        .filter(([isFine]) => !isFine)
        .map(([, fault]) => `enrollment ${row.id} ${fault}`)
    }),
  ]
}

/** Everybody whom a binding assignment fits has the pathway. */
function audienceFaults(rows: Rows, { now, timeZone }: Setting) {
  const today = dayIn(timeZone, now)
  const placeOf = new Map(rows.organizations.map((organization) => [organization.id, organization]))
  const enrolled = new Set(
    rows.enrollments
      .filter(({ endedOn }) => !endedOn)
      .map(({ memberId, pathwayId }) => `${memberId} ${pathwayId}`),
  )
  const binding = rows.assignments.filter(({ kind, endedAt }) => kind !== 'offered' && !endedAt)
  const people = rows.members.map(({ id, hiredOn }): Person => ({
    id,
    hiredOn: hiredOn ?? null,
    works: rows.affiliations
      .filter(
        (hat) =>
          hat.memberId === id && hat.startedOn <= today && (!hat.endedOn || hat.endedOn >= today),
      )
      .map(({ role, organizationId }) => {
        const { path, gradeBand = null } = placeOf.get(organizationId)!
        return { role, path, gradeBand }
      }),
    subjects: [],
    enrollments: [],
    licenses: [],
    listIds: rows.peopleListMembers
      .filter(({ memberId, removedOn }) => memberId === id && !removedOn)
      .map(({ listId }) => listId),
  }))
  return binding.flatMap(({ pathwayId, audience }) =>
    people
      .filter(
        (person) =>
          blockThatFits(audience, person, today) !== null &&
          !enrolled.has(`${person.id} ${pathwayId}`),
      )
      .map(({ id }) => `${id} lacks the assigned pathway ${pathwayId}`),
  )
}

/** Nothing has happened that is still to come, but for days something is due, expires or ends. */
function futureFaults(rows: Rows, { now, timeZone }: Setting) {
  const today = dayIn(timeZone, now)
  const later = /^(opensOn|periodOn|dueOn|lateOn|until|expiresOn|endsOn|earnUntilOn|extendedToOn)$/
  return Object.entries(rows).flatMap(([table, all]) =>
    (all as Record<string, unknown>[]).flatMap((row) =>
      Object.entries(row)
        .filter(([column, value]) => {
          if (value instanceof Date) return value > now
          if (table === 'leaves' && column === 'endedOn') return false
          return column.endsWith('On') && !later.test(column) && String(value ?? '') > today
        })
        .map(([column, value]) => `${table}.${column} of ${String(row.id)} is ${String(value)}`),
    ),
  )
}

function differences(what: string, actual: object, expected: Record<string, unknown>) {
  const found = actual as Record<string, unknown>
  return Object.keys(expected)
    .filter((key) => found[key] !== expected[key])
    .map((key) => `${what}: ${key} is ${String(found[key])}, not ${String(expected[key])}`)
}

function groupBy<T, K>(rows: T[], keyOf: (row: T) => K) {
  const groups = new Map<K, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
