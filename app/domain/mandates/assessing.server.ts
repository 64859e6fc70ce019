import { and, asc, inArray } from '#db/query.server'
import { obligations } from '#db/schema'
import { fits, type Person } from '../audiences/audience'
import { loadPeople } from '../audiences/people.server'
import type { Day } from '../calendar'
import { groupBy } from '../grouping'
import { loadFacts, strengthsOf } from '../pathways/step-kinds/registry.server'
import type { Scope } from '../scope.server'
import type { MandateInForce } from './asking.server'
import type { Newcomer } from './cadence'
import { advance, type Advance, type KeptTurn, type OpenedTurn } from './turns'

/** What would become of the turns of some members. */
export type Changes = {
  opened: { mandateId: string; memberId: string; turn: OpenedTurn }[]
  moved: NonNullable<Advance['moved']>[]
  met: Advance['met']
  missed: NonNullable<Advance['missed']>[]
  ended: string[]
}

/** What would become of the turns of some members, in as many queries however many they are. */
export async function assess(scope: Scope, asking: MandateInForce[], memberIds: string[]) {
  const people = await loadPeople(
    scope,
    memberIds,
    asking.map(({ audience }) => audience),
  )
  const mandateIds = asking.map(({ id }) => id)
  const turns = await turnsOf(scope, mandateIds, memberIds)
  const factsOf = await factsFor(scope, asking, memberIds)

  const changes: Changes = { opened: [], moved: [], met: [], missed: [], ended: [] }
  for (const person of people) {
    for (const mandate of asking) {
      const own = turns.get(turnsKey({ mandateId: mandate.id, memberId: person.id })) ?? []
      const open = own.filter(isUnsettled)
      if (fits(mandate.audience, person, scope.today) !== 'yes') {
        changes.ended.push(...open.map(({ id }) => id))
        continue
      }
      const { moved, met, missed, opened } = advance(
        mandate,
        newcomerOf(mandate, person, own, scope.today),
        own,
        factsOf(person.id),
        scope.today,
      )
      if (moved) changes.moved.push(moved)
      changes.met.push(...met)
      if (missed) changes.missed.push(missed)
      const whose = { mandateId: mandate.id, memberId: person.id }
      changes.opened.push(...opened.map((turn) => ({ ...whose, turn })))
    }
  }
  return changes
}

const isUnsettled = ({ metOn, missedOn, endedOn }: KeptTurn) =>
  metOn === null && missedOn === null && endedOn === null

/** Whoever is there when a training begins to be asked for is no newcomer; who comes later is. */
function newcomerOf(
  { cadence, isIntroduced }: MandateInForce,
  { hiredOn }: Person,
  own: KeptTurn[],
  today: Day,
): Newcomer {
  const isThere = !isIntroduced && own.length === 0
  return { joinedOn: isThere || today < cadence.startsOn ? cadence.startsOn : today, hiredOn }
}

/** The turns of some members, by `turnsKey`, each person's oldest first. */
export async function turnsOf(scope: Scope, mandateIds: string[], memberIds: string[]) {
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
      lateOn: obligations.lateOn,
      metOn: obligations.metOn,
      missedOn: obligations.missedOn,
      endedOn: obligations.endedOn,
      sources: obligations.sources,
    })
    .from(obligations)
    .where(
      and(inArray(obligations.memberId, memberIds), inArray(obligations.mandateId, mandateIds)),
    )
    .orderBy(asc(obligations.number), asc(obligations.id))
  return groupBy(rows, turnsKey)
}

export const turnsKey = ({ mandateId, memberId }: { mandateId: string; memberId: string }) =>
  `${mandateId}/${memberId}`

/** What some members have to show for some trainings; with its strength, where any of them asks for that. */
export async function factsFor(scope: Scope, asking: MandateInForce[], memberIds: string[]) {
  const asked = asking.flatMap(({ topics }) => topics.map(({ id, ask }) => ({ stepKey: id, ask })))
  const factsOf = await loadFacts(scope, memberIds, asked)
  if (!asking.some(asksForProof)) return factsOf
  const strengths = await strengthsOf(scope, memberIds.flatMap(factsOf))
  return (memberId: string) =>
    factsOf(memberId).map((fact) => ({ ...fact, strength: strengths.get(fact.id) }))
}

/** Whether more is asked for than the word of the person. */
export const asksForProof = ({ proof }: MandateInForce) => proof !== 'self_reported'
