import { type Path, type StepRule, stepsOf } from './path'
import {
  doneSteps,
  type Fact,
  type KeptStep,
  type Progress,
  progressOf,
  type Span,
} from './progress'

/** What a new version means for somebody under way; each is one of these. */
export const EFFECTS = {
  completes: 'Complete it',
  keeps: 'Keep a step that is no longer asked for',
  more: 'Get something new to do',
  unchanged: 'Nothing changes',
} as const

export type Effect = keyof typeof EFFECTS

export type Moved = {
  /** How far one is on the new version. */
  progress: Progress
  /** The steps that would be lost, as they are kept from now on. */
  keptNow: Map<string, KeptStep>
  effect: Effect
}

/**
 * Takes somebody from one version to another. A step that is done and would not be under the new version,
 * because it is gone, asks for something else or comes later in an order, is kept.
 */
export function moveOn(
  from: Path & { number: number },
  to: Path,
  given: { facts: Fact[]; kept: Map<string, KeptStep>; span: Span },
): Moved {
  const { facts, kept, span } = given
  const before = progressOf(from, facts, kept, span)
  const without = progressOf(to, facts, kept, span)
  const stays = new Set([...doneSteps(without).map(({ stepKey }) => stepKey), ...kept.keys()])
  const keptNow = new Map(
    doneSteps(before)
      .filter(({ stepKey }) => !stays.has(stepKey))
      .map(({ stepKey, completedOn, sources }): [string, KeptStep] => [
        stepKey,
        { completedOn, sources, keptFrom: from.number },
      ]),
  )
  const progress = progressOf(to, facts, new Map([...kept, ...keptNow]), span)
  return { progress, keptNow, effect: effectOf() }

  function effectOf(): Effect {
    if (progress.provenOn !== null) return 'completes'
    if (keptNow.size > 0) return 'keeps'
    const left = ({ required, completed }: Progress) => required - completed
    return hasNewStep() || left(progress) > left(before) ? 'more' : 'unchanged'
  }

  function hasNewStep() {
    const old = new Map(stepsOf(from.parts).map((rule) => [rule.stepKey, asksOf(rule)]))
    const done = new Set(doneSteps(progress).map(({ stepKey }) => stepKey))
    return stepsOf(to.parts).some(
      (rule) => !done.has(rule.stepKey) && old.get(rule.stepKey) !== asksOf(rule),
    )
  }
}

/** What a step asks for, as one text that is the same where it asks for the same. */
const asksOf = ({ asks }: StepRule) =>
  JSON.stringify(
    asks.map((ask) => [
      ask.kind,
      ask.courseId,
      ask.achievementId,
      ask.pathwayId,
      ask.goalKind,
      ask.competencies,
      ask.minutes,
    ]),
  )
