import type { ActivityKind, Strength } from '#db/words'
import type { Chance } from '../../audiences/random-rules'
import { dayAt, plus, startOf } from './time'

/** The proofs there are, the weakest first. */
export const STRENGTHS: Strength[] = [
  'self_reported',
  'document',
  'attendance_code',
  'roster_confirmed',
  'signed_by_provider',
]

/** What came of something that was sent: decided, taken back, or withdrawn by who sent it. */
export type Happening = {
  at: Date
  what: 'approved' | 'returned' | 'denied' | 'reopened' | 'withdrawn'
  strength: Strength
}
/** What something says that may be corrected before it is sent again. */
export type Said = {
  organizationId: string
  earnedOn: string
  expiresOn: string | null
  competencies: string[]
}
/** Something that was sent for a decision once, with what it said then. */
export type Sent = { id: string; at: Date; said: Said; happened: Happening[] }

/** Something that is sent for decisions, with all that ever happened to it. */
export type Thing = {
  id: string
  kind: 'activity' | 'completion' | 'award' | 'evidence'
  memberId: string
  /** Of an activity its kind, of a completion too or null. */
  activityKind: ActivityKind | null
  minutes: number
  createdAt: Date
  /** What it says where it was never sent. */
  said: Said
  courseId: string | null
  achievementId: string | null
  enrollment: { id: string; pathwayId: string; stepKey: string } | null
  sent: Sent[]
}

type Ground = {
  count: number
  newId: () => string
  past: (most?: number) => string
  zone: string
  now: Date
  members: { id: string }[]
  organizations: { id: string }[]
  courses: string[]
  achievements: string[]
  enrollments: { id: string; memberId: string; pathwayId: string }[]
  steps: Map<string, { stepKey: string }[]>
  competencies: string[]
}

export function randomThings(chance: Chance, ground: Ground): Thing[] {
  const kinds = ['activity', 'activity', 'activity', 'completion', 'award', 'evidence'] as const
  return Array.from({ length: ground.count }, (): Thing | null => {
    const kind = chance.among(kinds)
    const enrollment = ground.enrollments.length > 0 ? chance.among(ground.enrollments) : null
    if (kind === 'evidence' && enrollment === null) return null
    const earnedOn = ground.past()
    const createdAt = startOf(plus(earnedOn, chance.below(30)), ground.zone, chance)
    if (createdAt > ground.now) return null
    const said: Said = {
      organizationId: chance.among(ground.organizations).id,
      earnedOn,
      expiresOn: kind === 'award' && chance.coin() ? plus(earnedOn, chance.below(900)) : null,
      competencies: kind === 'activity' ? chance.some(ground.competencies, 3) : [],
    }
    return {
      id: ground.newId(),
      kind,
      memberId: kind === 'evidence' ? enrollment!.memberId : chance.among(ground.members).id,
      activityKind:
        kind === 'completion'
          ? chance.among([null, 'institute'])
          : chance.among(['workshop', 'plc', 'online_course']),
      minutes: 15 * (1 + chance.below(40)),
      createdAt,
      said,
      courseId: chance.coin(4) ? null : chance.among(ground.courses),
      achievementId: chance.coin(4) ? null : chance.among(ground.achievements),
      enrollment:
        kind === 'evidence'
          ? {
              ...enrollment!,
              stepKey: chance.among(ground.steps.get(enrollment!.pathwayId)!).stepKey,
            }
          : null,
      sent: randomSendings(chance, ground, createdAt, said, kind),
    }
  }).filter((thing) => thing !== null)
}

/** What it says once it was corrected: another badge, or other competencies. */
function corrected(chance: Chance, ground: Ground, kind: Thing['kind'], said: Said): Said {
  if (kind === 'activity') return { ...said, competencies: chance.some(ground.competencies, 3) }
  if (kind !== 'award') return said
  const earnedOn = plus(said.earnedOn, -chance.below(60))
  return {
    ...said,
    organizationId: chance.among(ground.organizations).id,
    earnedOn,
    expiresOn: chance.coin() ? plus(earnedOn, 1 + chance.below(900)) : null,
  }
}

/** What it says in the end. */
export const saidLast = ({ said, sent }: Thing) => sent.at(-1)?.said ?? said

function randomSendings(
  chance: Chance,
  ground: Ground,
  createdAt: Date,
  first: Said,
  kind: Thing['kind'],
): Sent[] {
  const { newId, zone, now } = ground
  const later = (at: Date, most: number) => {
    const moment = startOf(plus(dayAt(zone, at), chance.below(most)), zone, chance)
    return new Date(Math.max(moment.getTime(), at.getTime() + 60_000))
  }
  const sendings: Sent[] = []
  let at = createdAt
  let said = first
  while (at <= now && !chance.coin(8)) {
    const sent: Sent = { id: newId(), at, said, happened: [] }
    sendings.push(sent)
    const happen = (what: Happening['what'], most: number) => {
      const then = later(at, most)
      if (then > now) return false
      sent.happened.push({ at: then, what, strength: chance.among(STRENGTHS) })
      at = then
      return true
    }
    const answers = ['approved', 'approved', 'approved', 'denied', 'returned', 'withdrawn'] as const
    let last
    do {
      last = chance.coin(5) ? null : chance.among(answers)
      if (last === null || !happen(last, 60)) return sendings
    } while (
      (last === 'approved' || last === 'denied') &&
      chance.coin(3) &&
      happen('reopened', 200)
    )
    if (last !== 'returned' && last !== 'withdrawn') return sendings
    at = later(at, 30)
    if (chance.coin()) said = corrected(chance, ground, kind, said)
  }
  return sendings
}
