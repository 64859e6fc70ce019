import { addDays, type Day } from '../calendar'
import { STEP_KINDS } from '../pathways/step-kinds'
import type { Ask, Fact, Source } from '../pathways/step-kinds/kind'
import { type Cadence, type Newcomer, nextTurn, type NextTurn, type Turn } from './cadence'

/** What a mandate asks of those in its audience. */
export type Asking = {
  cadence: Cadence
  /** In the order in which they take turns; at least one. */
  topics: { id: string; ask: Ask }[]
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
  metOn: Day | null
  missedOn: Day | null
  endedOn: Day | null
}

/** What met a turn: the day of the last proof, and the rows. */
export type Proof = { metOn: Day; sources: Source[] }

/** A turn to be opened; where what was done before meets it already, with its proof. */
export type OpenedTurn = NextTurn & { topicId: string; proof: Proof | null; missedOn: Day | null }

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
 *
 * @param turns those of this person and mandate, oldest first
 * @param facts what the person has to show, in any order
 */
export function advance(
  { cadence, topics }: Asking,
  newcomer: Newcomer,
  turns: KeptTurn[],
  facts: Fact[],
  today: Day,
): Advance {
  const result: Advance = { moved: null, met: [], missed: null, opened: [] }
  const standing = turns.filter(({ endedOn }) => endedOn === null)
  const kept = standing.at(-1) ?? null
  let last: Standing | null = kept
  let number = turns.at(-1)?.number ?? 0

  for (const [position, turn] of standing.slice(0, -1).entries()) {
    const until = standing[position + 1]!.opensOn
    const proof = turn.metOn === null ? proofOf(topics, turn, facts, until) : null
    if (proof) result.met.push({ id: turn.id, ...proof })
  }
  if (kept && isOpen(kept)) {
    const dates = after(cadence, newcomer, standing.at(-2) ?? null)
    const isMoved = dates && (dates.dueOn !== kept.dueOn || dates.opensOn !== kept.opensOn)
    if (isMoved) result.moved = { id: kept.id, ...dates, number: kept.number }
    const turn = { ...kept, ...result.moved }
    const proof = proofOf(topics, turn, facts, after(cadence, newcomer, turn)?.opensOn)
    if (proof) result.met.push({ id: kept.id, ...proof })
    last = { ...turn, metOn: proof?.metOn ?? null }
  }
  for (let round = 0; round < MOST_AT_ONCE; round++) {
    const next = after(cadence, newcomer, last)
    if (!next) break
    if (last && isOpen(last)) {
      if (next.opensOn > today) break
      const latest = result.opened.at(-1)
      if (latest) latest.missedOn = next.opensOn
      else result.missed = { id: kept!.id, missedOn: next.opensOn }
    }
    number++
    const { id: topicId } = topics[(number - 1) % topics.length]!
    const turn = { ...next, number, topicId, metOn: null, missedOn: null }
    const until = after(cadence, newcomer, turn)?.opensOn
    const opened = { ...turn, proof: proofOf(topics, turn, facts, until) }
    result.opened.push(opened)
    last = { ...turn, metOn: opened.proof?.metOn ?? null }
  }
  return result
}

type Standing = Turn & { missedOn: Day | null }

/** The dates of the turn after one; what met that one does not count again. */
function after(cadence: Cadence, newcomer: Newcomer, last: Standing | null) {
  const next = nextTurn(cadence, newcomer, last)
  if (!next || !last?.metOn || last.metOn < next.opensOn) return next
  return { ...next, opensOn: addDays(last.metOn, 1) }
}

const isOpen = ({ metOn, missedOn }: Standing) => metOn === null && missedOn === null

/** What meets a turn, of what was done since it opened, and before the next one opens. */
function proofOf(
  topics: Asking['topics'],
  { topicId, opensOn }: { topicId: string; opensOn: Day },
  facts: Fact[],
  until: Day = '9999-12-31',
): Proof | null {
  const topic = topics.find(({ id }) => id === topicId)
  if (!topic) return null
  const counting = facts.filter(({ on }) => on >= opensOn && on < until)
  const { on, sources } = STEP_KINDS[topic.ask.kind].meet(topic.ask, topicId, counting)
  return on === null ? null : { metOn: on, sources }
}
