import type { ActivityKind, ActivityStatus, Strength } from '../words'
import { at, type Day, dayOf, schoolYearOf } from './day'
import { recordEvent } from './event'
import { type Proof, prove } from './evidence'
import { idOf } from './id'
import { review, type Turn } from './reviewing'
import { organizationOn, type Stage } from './stage'

type Logged = {
  id: string
  memberId: string
  title: string
  kind?: ActivityKind
  startedOn: Day
  endedOn?: Day
  minutes?: number
  provider?: string
  location?: string
  reflection?: string
  fundingSource?: string
  competencies?: string[]
  proof?: Proof
}

type Completed = {
  id: string
  memberId: string
  courseId?: string
  title: string
  provider?: string
  completedOn: Day
  minutes: number
  proof?: Proof
}

const STATUS_AFTER = {
  sent: 'submitted',
  approved: 'approved',
  returned: 'returned',
  denied: 'denied',
  withdrawn: 'withdrawn',
  reopened: 'submitted',
} as const satisfies Record<Turn['what'], ActivityStatus>

/** Adds an activity, what became of it, and the minutes that it earned. */
export function log(stage: Stage, activity: Logged, turns: Turn[] = []) {
  const { rows, now } = stage
  const { competencies = [], proof, ...given } = activity
  const { id, memberId, startedOn, endedOn } = given
  const earnedOn = endedOn ?? startedOn
  const firstSent = turns[0]?.at ?? now
  const createdAt = new Date(
    Math.min(at(earnedOn, '21:00').getTime(), firstSent.getTime() - 60_000),
  )
  const organizationId = turns.length > 0 ? organizationOn(stage, memberId, earnedOn) : null

  rows.activities.push({
    ...given,
    organizationId,
    status: turns.length > 0 ? STATUS_AFTER[turns.at(-1)!.what] : 'draft',
    version: 1 + turns.filter(({ what }) => what === 'sent').length,
    createdAt,
    updatedAt: turns.at(-1)?.at ?? createdAt,
  })
  rows.activityCompetencies.push(
    ...competencies.map((competency) => ({ activityId: id, competency })),
  )
  const strength = proof
    ? prove(stage, { activityId: id }, proof, memberId, createdAt)
    : 'self_reported'
  if (!organizationId) return

  const subject = { memberId, organizationId, minutes: given.minutes }
  review(stage, { id, kind: 'activity', ...subject }, turns)
  const { kind, minutes } = given
  for (const turn of turns) {
    if (turn.what === 'reopened') unbook(stage, id, dayOf(turn.at))
    if (turn.what !== 'approved') continue
    const bookedOn = dayOf(turn.at)
    const entry = { memberId, organizationId, kind: kind!, minutes: minutes!, earnedOn }
    book(stage, { activityId: id }, { ...entry, bookedOn, strength })
  }
}

/** Books the opposite of what an activity has earned. */
function unbook({ rows }: Stage, activityId: string, bookedOn: Day) {
  const entry = rows.ledgerEntries.findLast((row) => row.activityId === activityId)
  if (!entry) return
  const correctionId = idOf(`${entry.id}/correction`, at(bookedOn, '12:00'))
  rows.ledgerEntries.push({
    ...entry,
    id: correctionId,
    minutes: -entry.minutes,
    bookedOn,
    correctsId: entry.id,
  })
  for (const { activityId: named, competency } of rows.activityCompetencies) {
    if (named !== activityId) continue
    for (const entryId of [entry.id, correctionId])
      rows.bookedCompetencies.push({ entryId, competency })
  }
}

/** Adds a completed course, what became of it, and the minutes that it earned. */
export function complete(stage: Stage, completion: Completed, turns: Turn[]) {
  const { proof, ...given } = completion
  const { id, memberId, completedOn } = given
  const organizationId = organizationOn(stage, memberId, completedOn)
  const createdAt = new Date(turns[0]!.at.getTime() - 60_000)

  const strength = proof
    ? prove(stage, { completionId: id }, proof, memberId, createdAt)
    : 'self_reported'
  const subject = { memberId, organizationId, minutes: given.minutes }
  const status = review(stage, { id, kind: 'completion', ...subject }, turns)
  stage.rows.completions.push({
    ...given,
    organizationId,
    source: 'educator',
    strength,
    status: status!,
    version: 1,
    createdAt,
  })
  if (status !== 'approved') return
  bookCompletion(stage, given, organizationId, strength, dayOf(turns.at(-1)!.at))
}

/** Adds a completed course as a file of the provider brought it: nobody has to decide on it. */
export function importCompletion(
  stage: Stage,
  completion: Omit<Completed, 'proof'>,
  importedAt: Date,
) {
  const { id, memberId, completedOn } = completion
  const organizationId = organizationOn(stage, memberId, completedOn)
  const strength = 'roster_confirmed'
  stage.rows.completions.push({
    ...completion,
    organizationId,
    source: 'import',
    strength,
    status: 'approved',
    version: 1,
    createdAt: importedAt,
  })
  recordEvent(stage, 'completion.recorded', id, stage.names.ming.id, importedAt, {
    source: 'import',
  })
  bookCompletion(stage, completion, organizationId, strength, dayOf(importedAt))
}

function bookCompletion(
  stage: Stage,
  { id, memberId, completedOn, minutes }: Completed,
  organizationId: string,
  strength: Strength,
  bookedOn: Day,
) {
  book(
    stage,
    { completionId: id },
    {
      memberId,
      organizationId,
      kind: 'online_course',
      minutes,
      earnedOn: completedOn,
      bookedOn,
      strength,
    },
  )
}

function book(
  { rows }: Stage,
  source: { activityId: string } | { completionId: string },
  entry: {
    memberId: string
    organizationId: string
    kind: ActivityKind
    minutes: number
    earnedOn: Day
    bookedOn: Day
    strength: Strength
  },
) {
  rows.ledgerEntries.push({
    id: idOf(`${Object.values(source)[0]}/ledger`, at(entry.bookedOn, '12:00')),
    ...source,
    ...entry,
    schoolYear: schoolYearOf(entry.earnedOn),
  })
}
