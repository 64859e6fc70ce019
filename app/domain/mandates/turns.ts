import type { Strength } from '#db/words'
import { addDays, type Day } from '../calendar'
import { isAsStrong, weakest } from '../evidence/evidence'
import { STEP_KINDS } from '../pathways/step-kinds'
import type { Ask, Fact, Source } from '../pathways/step-kinds/kind'
import { type Cadence, type Newcomer, nextTurn, type NextTurn, type Turn } from './cadence'

/** What a mandate asks of those in its audience. */
export type Asking = {
  cadence: Cadence
  /** In the order in which they take turns; at least one. */
  topics: { id: string; ask: Ask }[]
  /** The least strength of what meets it; where that is a word, nobody asks how strong anything is. */
  proof: Strength
}

/** One time that somebody was asked, as the database has it. */
export type KeptTurn = {
  id: string
  number: number
  topicId: string
  joinedOn: Day
  periodOn: Day | null
  opensOn: Day
  dueOn: Day
  lateOn: Day
  metOn: Day | null
  missedOn: Day | null
  endedOn: Day | null
}

/** What met a turn: the day of the last proof, and the rows. */
export type Proof = { metOn: Day; sources: Source[] }

/** What would meet a turn if its proof were stronger: the day of the last of it, and its weakest proof. */
export type Short = { on: Day; strength: Strength }

/** A turn to be opened; where what was done before meets it already, with its proof. */
export type OpenedTurn = NextTurn & {
  topicId: string
  /** The day from which they are asked for the training at all. */
  joinedOn: Day
  proof: Proof | null
  missedOn: Day | null
}

/** What becomes of the turns of somebody who is asked. */
export type Advance = {
  /** The dates of the open turn, where the training or the day of hire has changed since. */
  moved: ({ id: string } & NextTurn) | null
  /** The turns that are met now; one that was missed, where its proof was approved too late to see. */
  met: ({ id: string } & Proof)[]
  /** The open turn in whose stead the next one has opened. */
  missed: { id: string; missedOn: Day } | null
  opened: OpenedTurn[]
}

/* Enough for a training every year since the first school had electricity. */
const MOST_AT_ONCE = 200

/**
 * What becomes of the turns of somebody in the audience: the open one is met when what it asks for has
 * been done since it opened and before the next one opens; the next one is there as soon as its dates are
 * known; and one that was not met when the next one opens is missed, and stays in the history as that.
 * Who comes back to the audience goes on where they left off, or begins anew where a due date has passed.
 *
 * @param turns those of this person and mandate, oldest first
 * @param newcomer with the day from which they would be asked if they came now
 * @param facts what the person has to show, in any order
 */
export function advance(
  asking: Asking,
  newcomer: Newcomer,
  turns: KeptTurn[],
  facts: Fact[],
  today: Day,
): Advance {
  const { cadence, topics } = asking
  const result: Advance = { moved: null, met: [], missed: null, opened: [] }
  const whose = { ...newcomer, joinedOn: joinedOf(cadence, newcomer, turns) }
  const standing = standingSince(turns, whose.joinedOn)
  const kept = standing.at(-1) ?? null
  let last: Standing | null = kept
  let number = turns.at(-1)?.number ?? 0
  let topicId = turns.findLast(({ endedOn }) => endedOn === null)?.topicId ?? null

  for (const [position, turn] of standing.slice(0, -1).entries()) {
    const until = standing[position + 1]!.opensOn
    const proof = turn.metOn === null ? proofOf(asking, turn, facts, until) : null
    if (proof) result.met.push({ id: turn.id, ...proof })
  }
  if (kept && isOpen(kept)) {
    const dates = after(cadence, whose, standing.at(-2) ?? null)
    const isMoved = dates && (['opensOn', 'dueOn', 'lateOn'] as const).some(differ(dates, kept))
    if (isMoved) result.moved = { id: kept.id, ...dates, number: kept.number }
    const turn = { ...kept, ...result.moved }
    const proof = proofOf(asking, turn, facts, after(cadence, whose, turn)?.opensOn)
    if (proof) result.met.push({ id: kept.id, ...proof })
    last = { ...turn, metOn: proof?.metOn ?? null }
  }
  for (let round = 0; round < MOST_AT_ONCE; round++) {
    const next = after(cadence, whose, last)
    if (!next) break
    if (last && isOpen(last)) {
      if (next.opensOn > today) break
      const latest = result.opened.at(-1)
      if (latest) latest.missedOn = next.opensOn
      else result.missed = { id: kept!.id, missedOn: next.opensOn }
    }
    number++
    topicId = topicAfter(topics, topicId)
    const turn = { ...next, number, topicId, metOn: null, missedOn: null }
    const until = after(cadence, whose, turn)?.opensOn
    const proof = proofOf(asking, turn, facts, until)
    result.opened.push({ ...turn, joinedOn: whose.joinedOn, proof })
    last = { ...turn, metOn: proof?.metOn ?? null }
  }
  return result
}

/** What becomes of the turns of somebody when a row that met one of them counts no longer. */
export type TakenBack = {
  /** Met all the same, by something else. */
  met: ({ id: string } & Proof)[]
  /** Waits to be met again; missed, where the next one has opened meanwhile. */
  reopened: { id: string; missedOn: Day | null } | null
  /** The turn that had followed, and was not there but for the one that is open again. */
  ended: string[]
}

/**
 * What becomes of the turns that rest on a row which counts no longer. One that something else meets stays
 * met, by that. Of the others only the newest is open again: those before it stay as they were.
 *
 * @param turns those of this person and mandate, oldest first
 * @param taken the row
 * @param facts what the person has to show without it
 */
export function takeBack(
  asking: Asking,
  turns: (KeptTurn & { sources: Source[] })[],
  taken: Pick<Source, 'kind' | 'id'>,
  facts: Fact[],
  today: Day,
): TakenBack {
  const result: TakenBack = { met: [], reopened: null, ended: [] }
  const standing = turns.filter(({ endedOn }) => endedOn === null)
  const newest = standing.findLast(({ metOn }) => metOn !== null)
  for (const [position, turn] of standing.entries()) {
    if (!turn.sources.some(({ kind, id }) => kind === taken.kind && id === taken.id)) continue
    const next = standing[position + 1]
    const proof = proofOf(asking, turn, facts, next?.opensOn)
    if (proof) result.met.push({ id: turn.id, ...proof })
    else if (turn === newest) {
      const isPast = next !== undefined && next.periodOn !== null && next.opensOn <= today
      result.reopened = { id: turn.id, missedOn: isPast ? next.opensOn : null }
      if (next && !isPast) result.ended.push(next.id)
    }
  }
  return result
}

/** Since when somebody is asked: as before, or anew where they came back after a due date had passed. */
function joinedOf(cadence: Cadence, newcomer: Newcomer, turns: KeptTurn[]) {
  const kept = turns.findLast(({ endedOn }) => endedOn === null)
  if (!kept) return newcomer.joinedOn
  if (kept === turns.at(-1) || isOpen(kept)) return kept.joinedOn
  const next = after(cadence, { ...newcomer, joinedOn: kept.joinedOn }, kept)
  return !next || next.dueOn >= newcomer.joinedOn ? kept.joinedOn : newcomer.joinedOn
}

const standingSince = (turns: KeptTurn[], day: Day) =>
  turns.filter(({ endedOn, joinedOn }) => endedOn === null && joinedOn === day)

const differ = (dates: NextTurn, kept: KeptTurn) => (field: 'opensOn' | 'dueOn' | 'lateOn') =>
  dates[field] !== kept[field]

/** The topic whose turn it is: that after the last, and the first after all of them. */
function topicAfter(topics: Asking['topics'], lastId: string | null) {
  const last = topics.findIndex(({ id }) => id === lastId)
  return topics[(last + 1) % topics.length]!.id
}

type Standing = Turn & { missedOn: Day | null }

/** The dates of the turn after one; what met that one does not count again. */
function after(cadence: Cadence, newcomer: Newcomer, last: Standing | null) {
  const next = nextTurn(cadence, newcomer, last)
  if (!next || !last?.metOn || last.metOn < next.opensOn) return next
  return { ...next, opensOn: addDays(last.metOn, 1) }
}

const isOpen = ({ metOn, missedOn }: Standing) => metOn === null && missedOn === null

/**
 * What waits for a stronger proof to meet an open turn; null where nothing does.
 *
 * @param facts what the person has to show, each with its strength
 */
export function shortOf(
  asking: Asking,
  turn: { topicId: string; opensOn: Day },
  facts: Fact[],
): Short | null {
  if (proofOf(asking, turn, facts)) return null
  const proof = proofOf({ ...asking, proof: 'self_reported' }, turn, facts)
  if (!proof) return null
  const ids = new Set(proof.sources.map(({ id }) => id))
  const strengths = facts.filter(({ id }) => ids.has(id)).map(strengthOf)
  return { on: proof.metOn, strength: weakest(strengths) }
}

const strengthOf = ({ strength = 'self_reported' }: Fact) => strength

/** What meets a turn, of what was done since it opened, and before the next one opens. */
function proofOf(
  { topics, proof }: Asking,
  { topicId, opensOn }: { topicId: string; opensOn: Day },
  facts: Fact[],
  until: Day = '9999-12-31',
): Proof | null {
  const topic = topics.find(({ id }) => id === topicId)
  if (!topic) return null
  const counting = facts.filter(
    (fact) => fact.on >= opensOn && fact.on < until && isAsStrong(strengthOf(fact), proof),
  )
  const { on, sources } = STEP_KINDS[topic.ask.kind].meet(topic.ask, topicId, counting)
  return on === null ? null : { metOn: on, sources }
}
