import type { ActivityKind } from '../../words'
import { OWN, REPERTOIRE, WEIGHTS } from '../repertoire'
import { book } from './credit'
import type { Ground, Learner, School } from './ground'
import { proveSometimes } from './proving'
import { submit } from './submitting'
import { type DayNumber, instantOf, numberOf, textOf } from './timeline'

/** Of a hundred activities, how many are never sent, and how many have a link to show. */
const DRAFTS = 0.012
const PROVED = 0.2
/**
 * Of the activities of the second half of the year, what share waits for the last two weeks of June,
 * and of those for the last two days: with what is sent soon, 15 % of a year, and half of that.
 */
const LATE = 0.26
const LAST = 0.62

const KINDS = WEIGHTS.flatMap(([kind, weight]) => Array<ActivityKind>(weight).fill(kind))

export type Logged = {
  id: string
  learner: Learner
  school: School
  title: string
  kind: ActivityKind
  on: DayNumber
  /** How many days it took. */
  days: number
  minutes: number
  provider?: string
  competencies: string[]
}

/** Lets somebody log what they did on a day, as people do: sooner or later, and with or without proof. */
export function learnSomething(
  ground: Ground,
  { learner, school, on }: Pick<Logged, 'learner' | 'school' | 'on'>,
) {
  const { chance, newLongId } = ground
  const kind = chance.pick(KINDS)
  const { minutes, providers, titles } = REPERTOIRE[kind]!
  const [title, ...codes] = chance.pick(titles)
  const days = kind === 'institute' ? Math.min(3, ground.until - on + 1) : 1
  const provider = providers.length > 0 ? chance.pick(providers) : undefined
  const sentOn = dayOfSending(ground, on + days - 1)
  log(
    ground,
    {
      id: newLongId(instantOf(on, 19 * 60 + chance.between(0, 20))),
      learner,
      school,
      title,
      kind,
      on,
      days,
      minutes: chance.pick(minutes),
      provider: provider === OWN ? ground.name : provider,
      competencies: codes.map((code) => `digcompedu-2017/${code}`),
    },
    chance.happens(DRAFTS) || sentOn > ground.until ? null : sentOn,
  )
}

/** In a few days as a rule; much waits for the last days of the school year. */
function dayOfSending({ chance }: Ground, on: DayNumber): DayNumber {
  const soon = on + chance.pick([0, 0, 1, 1, 2, 3, 5, 9])
  const [year, month = 0] = textOf(on).split('-').map(Number)
  if (month < 2 || month > 6 || !chance.happens(LATE)) return soon
  const day = chance.happens(LAST) ? chance.between(29, 30) : chance.between(17, 28)
  return Math.max(soon, numberOf(`${year}-06-${day}`))
}

/**
 * Adds an activity, what came of it, and the minutes that it earned.
 *
 * @param sentOn null for a draft
 * @param approvedOn as in `submit`
 */
export function log(
  ground: Ground,
  activity: Logged,
  sentOn: DayNumber | null,
  approvedOn?: DayNumber,
) {
  const { rows, chance } = ground
  const { id, learner, school, on, days, competencies, ...given } = activity
  const createdAt = instantOf(sentOn ?? on, 19 * 60 + chance.between(0, 25))
  const endsOn = on + days - 1
  const strength = proveSometimes(
    ground,
    { activityId: id, memberId: learner.id },
    createdAt,
    PROVED,
  )
  const outcome =
    sentOn === null
      ? null
      : submit(
          ground,
          { id, kind: 'activity', learner, school, minutes: given.minutes },
          sentOn,
          approvedOn,
        )

  rows.activities.push({
    id,
    memberId: learner.id,
    organizationId: outcome && school.id,
    ...given,
    startedOn: textOf(on),
    endedOn: days > 1 ? textOf(endsOn) : null,
    status:
      outcome === null ? 'draft' : outcome.status === 'waiting' ? 'submitted' : outcome.status,
    version: outcome ? 2 : 1,
    createdAt,
    updatedAt: outcome?.at ?? createdAt,
  })
  for (const competency of competencies) {
    rows.activityCompetencies.push({ activityId: id, competency })
  }
  if (outcome?.status !== 'approved') return
  book(ground, {
    activityId: id,
    memberId: learner.id,
    organizationId: school.id,
    kind: given.kind,
    minutes: given.minutes,
    earnedOn: endsOn,
    bookedOn: outcome.on,
    strength,
  })
}
