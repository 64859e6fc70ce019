import { z } from 'zod'
import type { StepKind, Strength } from '#db/words'
import { strongest, weakest } from '../../evidence/evidence'
import { batchesOf, groupBy } from '../../grouping'
import type { Scope } from '../../scope.server'
import type { Pending } from '../pending'
import { activityMinutes } from './activity-minutes.server'
import { badge } from './badge.server'
import { course } from './course.server'
import { evidence } from './evidence.server'
import { goal } from './goal.server'
import type { Fact, Source, SourceKind } from './kind'
import type { Asked, KindOnServer } from './kind.server'
import { pathway } from './pathway.server'

const KINDS = { course, activity_minutes: activityMinutes, badge, evidence, goal, pathway }

/** What a form sends of a thing that a step asks for. */
export const askInput = z.discriminatedUnion('kind', [
  course.fields,
  activityMinutes.fields,
  badge.fields,
  evidence.fields,
  goal.fields,
  pathway.fields,
])
export type AskInput = z.output<typeof askInput>

/**
 * The same with fields that every step has beside what it asks for.
 *
 * @param ofEvidence what is different where the words alone say what is to be shown
 */
export const stepInputWith = <S extends z.ZodRawShape, E extends z.ZodRawShape>(
  shape: S,
  ofEvidence: E,
) =>
  z.discriminatedUnion('kind', [
    course.fields.extend(shape),
    activityMinutes.fields.extend(shape),
    badge.fields.extend(shape),
    evidence.fields.extend(shape).extend(ofEvidence),
    goal.fields.extend(shape),
    pathway.fields.extend(shape),
  ])

const kindOf = (kind: StepKind) => KINDS[kind] as unknown as KindOnServer<z.ZodObject>

/** The kind of step by which rows of a kind count. */
const COUNTED_BY: Record<SourceKind, StepKind> = {
  activity: 'activity_minutes',
  completion: 'course',
  award: 'badge',
  evidence: 'evidence',
  goal: 'goal',
  enrollment: 'pathway',
}

/** What is asked for, checked against the catalog. @throws Invalid */
export const readAsk = (scope: Scope, input: AskInput) => kindOf(input.kind).read(scope, input)

/**
 * What some members have to show for some steps, in a query or two for each kind that is asked for.
 *
 * @param memberIds at most 400
 * @returns the facts of a member
 */
export async function loadFacts(scope: Scope, memberIds: string[], asked: Asked[]) {
  const loaded = []
  for (const [kind, those] of byKind(asked)) {
    loaded.push(...(await kindOf(kind).facts(scope, memberIds, those)))
  }
  const byMember = groupBy(loaded, ({ memberId }) => memberId)
  return (memberId: string): Fact[] => byMember.get(memberId) ?? []
}

/**
 * Those of some members who have anything that could count for some steps, in a query for each kind that
 * is asked for, however many they are.
 */
export async function findHolders(scope: Scope, memberIds: string[], asked: Asked[]) {
  const few = memberIds.length <= FEW ? memberIds : null
  const found = await Promise.all(
    byKind(asked).map(([kind, those]) => kindOf(kind).holders(scope, those, few)),
  )
  return new Set(found.flat().map(({ memberId }) => memberId))
}

/* More would be too many parameters of one query: then everybody is looked at. */
const FEW = 400

/** What the actor has sent that is not counted yet, by the key of the step that it is for. */
export async function listPending(scope: Scope, asked: Asked[]) {
  const pairs = await Promise.all(
    byKind(asked).map(([kind, those]) => kindOf(kind).pending(scope, those)),
  )
  const byStep = groupBy(pairs.flat(), ([stepKey]) => stepKey)
  return (stepKey: string): Pending[] => (byStep.get(stepKey) ?? []).map(([, pending]) => pending)
}

/** The ids of those of some rows that count at present, whoever's they are. */
export async function countingNow(scope: Scope, sources: Source[]) {
  const found = await Promise.all(
    [...groupBy(sources, ({ kind }) => kind as SourceKind)].flatMap(([kind, those]) =>
      batchesOf([...new Set(those.map(({ id }) => id))], FEW).map((ids) =>
        kindOf(COUNTED_BY[kind]).counting(scope, ids),
      ),
    ),
  )
  return new Set(found.flat().map(({ id }) => id))
}

/**
 * How strong the proof of some rows that count is, by their ids: the strongest of what stands behind each. A
 * row that rests on others is as strong as the weakest of them.
 */
export async function strengthsOf(scope: Scope, sources: Source[]): Promise<Map<string, Strength>> {
  const found = []
  for (const [kind, those] of groupBy(sources, (source) => source.kind as SourceKind)) {
    for (const ids of batchesOf([...new Set(those.map(({ id }) => id))], FEW)) {
      found.push(...(await kindOf(COUNTED_BY[kind]).proofs(scope, ids)))
    }
  }
  const below = found.flatMap((behind) => ('rests' in behind ? behind.rests : []))
  const deeper = below.length === 0 ? null : await strengthsOf(scope, below)
  const strengths = found.map((behind) =>
    'rests' in behind
      ? { id: behind.id, strength: weakest(behind.rests.map(({ id }) => deeper!.get(id)!)) }
      : behind,
  )
  const behindEach = groupBy(strengths, ({ id }) => id)
  const strengthOf = (id: string) =>
    strongest((behindEach.get(id) ?? []).map(({ strength }) => strength))
  return new Map(sources.map(({ id }) => [id, strengthOf(id)]))
}

/** What the rows that counted are called, by their ids. */
export async function titlesOf(scope: Scope, sources: Source[]) {
  const bySource = groupBy(sources, ({ kind }) => kind as SourceKind)
  const titles = await Promise.all(
    [...bySource].map(([kind, those]) =>
      kindOf(COUNTED_BY[kind]).titles(
        scope,
        those.map(({ id }) => id),
      ),
    ),
  )
  return new Map(titles.flat().map(({ id, title }) => [id, title]))
}

const byKind = (asked: Asked[]) => [...groupBy(asked, ({ ask }) => ask.kind)]
