import { newId } from '#db/id'
import { and, asc, eq, gt, inArray, isNull, or } from '#db/query.server'
import { members, obligations } from '#db/schema'
import { fits, type Person } from '../audiences/audience'
import { audienceOf } from '../audiences/audience.server'
import { loadPeople } from '../audiences/people.server'
import type { Day } from '../calendar'
import { recordMany } from '../events/recording.server'
import { batchesOf, groupBy } from '../grouping'
import { loadFacts } from '../pathways/step-kinds/registry.server'
import type { Scope, WriteScope } from '../scope.server'
import { listAsking, type MandateInForce } from './asking.server'
import type { Newcomer } from './cadence'
import { advance, type Advance, type KeptTurn, type OpenedTurn } from './turns'

/** How many people one round of queries takes. */
const BATCH = 400

export type Kept = { opened: number; met: number; missed: number; ended: number }

/**
 * Brings what some members are required to take up to date with what they have done, where they work
 * and what day it is. Call it in the transaction that changed any of it.
 *
 * @returns how many turns were opened, met, missed and ended
 */
export async function keepObligations(scope: WriteScope, memberIds: string[]): Promise<Kept> {
  return keep(scope, await listAsking(scope), memberIds)
}

/**
 * The same for one mandate and everybody it is for, or was for.
 *
 * @param after the member to go on from, in the order of the ids; null begins
 * @param limit how many people at most
 * @returns the member to go on from, or null when everybody had their turn
 */
export async function keepMandate(
  scope: WriteScope,
  mandateId: string,
  after: string | null,
  limit: number,
) {
  const asking = await listAsking(scope, mandateId)
  const [mandate] = asking
  if (!mandate) return { kept: nothing(), next: null }
  const rows = await scope.db
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        or(
          await audienceOf(scope, mandate.audience),
          inArray(members.id, askedNow(scope, mandateId)),
        ),
        after ? gt(members.id, after) : undefined,
      ),
    )
    .orderBy(asc(members.id))
    .limit(limit)
  const kept = await keep(
    scope,
    asking,
    rows.map(({ id }) => id),
  )
  return { kept, next: rows.length < limit ? null : rows.at(-1)!.id }
}

/** The members who are asked for a training now. */
const askedNow = (scope: Scope, mandateId: string) =>
  scope.db
    .select({ memberId: obligations.memberId })
    .from(obligations)
    .where(and(eq(obligations.mandateId, mandateId), ...stillOpen))

const stillOpen = [
  isNull(obligations.metOn),
  isNull(obligations.missedOn),
  isNull(obligations.endedOn),
]

async function keep(scope: WriteScope, asking: MandateInForce[], memberIds: string[]) {
  const total = nothing()
  if (asking.length === 0) return total
  for (const batch of batchesOf([...new Set(memberIds)], BATCH)) {
    const changes = await assess(scope, asking, batch)
    await write(scope, changes)
    total.opened += changes.opened.length
    total.met += changes.met.length + changes.opened.filter(({ turn }) => turn.proof).length
    total.missed += changes.missed.length
    total.ended += changes.ended.length
  }
  return total
}

const nothing = (): Kept => ({ opened: 0, met: 0, missed: 0, ended: 0 })

type Opened = { mandateId: string; memberId: string; joinedOn: Day; turn: OpenedTurn }
type Changes = {
  opened: Opened[]
  moved: NonNullable<Advance['moved']>[]
  met: Advance['met']
  missed: NonNullable<Advance['missed']>[]
  ended: string[]
}

async function write(scope: WriteScope, { opened, moved, met, missed, ended }: Changes) {
  for (const { id, opensOn, dueOn, lateOn, periodOn, because } of moved) {
    await scope.db
      .update(obligations)
      .set({ opensOn, dueOn, lateOn, periodOn, because })
      .where(eq(obligations.id, id))
  }
  for (const { id, metOn, sources } of met) {
    await scope.db
      .update(obligations)
      .set({ metOn, sources, missedOn: null })
      .where(eq(obligations.id, id))
  }
  for (const { id, missedOn } of missed) {
    await scope.db.update(obligations).set({ missedOn }).where(eq(obligations.id, id))
  }
  for (const batch of batchesOf(ended, BATCH)) {
    await scope.db
      .update(obligations)
      .set({ endedOn: scope.today })
      .where(inArray(obligations.id, batch))
  }
  const rows = opened.map(({ turn: { proof, ...turn }, ...whose }) => ({
    ...whose,
    ...turn,
    id: newId(scope.now),
    metOn: proof?.metOn ?? null,
    sources: proof?.sources ?? [],
    createdAt: scope.now,
  }))
  await scope.db.insertMany(obligations, rows)
  const settled = [...met.map(({ id }) => id), ...rows.flatMap((row) => (row.metOn ? row.id : []))]
  await recordMany(scope, 'obligation.met', settled.map(subject))
  await recordMany(
    scope,
    'obligation.missed',
    [...missed.map(({ id }) => id), ...rows.flatMap((row) => (row.missedOn ? row.id : []))].map(
      subject,
    ),
  )
  await recordMany(scope, 'obligation.ended', ended.map(subject))
}

const subject = (subjectId: string) => ({ subjectId })

/** What would become of the turns of some members, in as many queries however many they are. */
export async function assess(scope: Scope, asking: MandateInForce[], memberIds: string[]) {
  const people = await loadPeople(
    scope,
    memberIds,
    asking.map(({ audience }) => audience),
  )
  const turns = await turnsOf(scope, asking, memberIds)
  const asked = asking.flatMap(({ topics }) => topics.map(({ id, ask }) => ({ stepKey: id, ask })))
  const factsOf = await loadFacts(scope, memberIds, asked)

  const changes: Changes = { opened: [], moved: [], met: [], missed: [], ended: [] }
  for (const person of people) {
    for (const mandate of asking) {
      const own = turns.get(`${mandate.id}/${person.id}`) ?? []
      const open = own.filter(isUnsettled)
      if (fits(mandate.audience, person, scope.today) !== 'yes') {
        changes.ended.push(...open.map(({ id }) => id))
        continue
      }
      const newcomer = newcomerOf(mandate, person, own, scope.today)
      const { moved, met, missed, opened } = advance(
        mandate,
        newcomer,
        own,
        factsOf(person.id),
        scope.today,
      )
      if (moved) changes.moved.push(moved)
      changes.met.push(...met)
      if (missed) changes.missed.push(missed)
      for (const turn of opened) {
        const { joinedOn } = newcomer
        changes.opened.push({ mandateId: mandate.id, memberId: person.id, joinedOn, turn })
      }
    }
  }
  return changes
}

const isUnsettled = ({ metOn, missedOn, endedOn }: KeptTurn) =>
  metOn === null && missedOn === null && endedOn === null

/** Whoever is there when a training begins to be asked for is no newcomer; who comes later is. */
function newcomerOf(
  { cadence, isSettled }: MandateInForce,
  { hiredOn }: Person,
  own: KeptTurn[],
  today: Day,
): Newcomer {
  const standing = own.findLast(({ endedOn }) => endedOn === null)
  if (standing) return { joinedOn: standing.joinedOn, hiredOn }
  const isFirst = !isSettled && own.length === 0
  return { joinedOn: isFirst || today < cadence.startsOn ? cadence.startsOn : today, hiredOn }
}

async function turnsOf(scope: Scope, asking: MandateInForce[], memberIds: string[]) {
  const rows = await scope.db
    .select({
      mandateId: obligations.mandateId,
      memberId: obligations.memberId,
      id: obligations.id,
      number: obligations.number,
      topicId: obligations.topicId,
      joinedOn: obligations.joinedOn,
      periodOn: obligations.periodOn,
      opensOn: obligations.opensOn,
      dueOn: obligations.dueOn,
      metOn: obligations.metOn,
      missedOn: obligations.missedOn,
      endedOn: obligations.endedOn,
    })
    .from(obligations)
    .where(
      and(
        inArray(obligations.memberId, memberIds),
        inArray(
          obligations.mandateId,
          asking.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(obligations.number), asc(obligations.id))
  return groupBy(rows, ({ mandateId, memberId }) => `${mandateId}/${memberId}`)
}
