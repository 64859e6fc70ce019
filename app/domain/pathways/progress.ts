import { addDays, addMonths, type Day } from '../calendar'
import { keyOf, type Path, requiredOf, type StepRule, stepsOf, type Terms } from './path'
import { STEP_KINDS } from './step-kinds'
import type { Fact, Met, Source } from './step-kinds/kind'

export type { Fact, Source } from './step-kinds/kind'

/** A step done under an earlier version that the one after would have lost. */
export type KeptStep = { completedOn: Day; sources: Source[]; keptFrom: number }

/** Which facts count for an enrollment. */
export type Span = {
  /** Proof earned before this day does not count; null when everything does. */
  from: Day | null
  /** What had ceased to hold by then does not count either. */
  enrolledOn: Day
}

export type StepProgress = {
  stepKey: string
  /** The day its last proof was earned; null while it is not done. */
  completedOn: Day | null
  /** The rows that count, those of an unfinished step included. */
  sources: Source[]
  /** The version under which it was done, where this one asks for something else. */
  keptFrom: number | null
  /** The key of the part that has to be done before this step counts. */
  after: string | null
  /** How far each of its asks is met. */
  met: Met[]
}

export type Progress = {
  steps: StepProgress[]
  /** Steps that this version no longer has, and that stay in what one has done. */
  kept: (KeptStep & { stepKey: string })[]
  /** Steps done, never more than are required. */
  completed: number
  required: number
  /** How much of the required weight is done, in thousandths; 1000 only of what is completed. */
  share: number
  /** Whether anything counts yet. */
  engaged: boolean
  /** The day the last required proof was earned; null while the pathway is not completed. */
  provenOn: Day | null
  /** The first step that is not done and can be, in the order of the pathway. */
  next: string | null
}

/**
 * How far somebody is: a pure function of the version, of what the person has to show, and of the steps
 * kept from earlier versions. Evidence counts in every place it fits. Where the order counts, a step
 * counts once those before it are done, whichever day its proof was earned on.
 */
export function progressOf(
  path: Path,
  facts: Fact[],
  kept: Map<string, KeptStep>,
  span: Span,
): Progress {
  const counting = facts.filter(
    ({ on, until }) => on >= (span.from ?? '') && (until === null || until >= span.enrolledOn),
  )
  const steps: StepProgress[] = []
  const parts = inTurn(path, path.parts, keyOf, (part, after) => {
    if (!('steps' in part)) return settle(part.step, after)
    const { group } = part
    return wholeOf(
      group,
      inTurn(
        group,
        part.steps,
        ({ stepKey }) => stepKey,
        (step, before) => settle(step, after ?? before),
      ),
    )
  })
  const whole = wholeOf(path, parts)
  const keys = new Set(steps.map(({ stepKey }) => stepKey))
  return {
    steps,
    kept: [...kept]
      .filter(([stepKey]) => !keys.has(stepKey))
      .map(([stepKey, { completedOn, sources, keptFrom }]) => ({
        stepKey,
        completedOn,
        sources,
        keptFrom,
      })),
    completed: whole.completed,
    required: whole.required,
    share: whole.doneOn ? 1000 : Math.min(999, Math.floor(whole.share * 1000)),
    engaged:
      kept.size > 0 || steps.some(({ sources, after }) => after === null && sources.length > 0),
    provenOn: whole.doneOn,
    next: whole.doneOn
      ? null
      : (steps.find(({ completedOn, after }) => !completedOn && !after)?.stepKey ?? null),
  }

  function settle(rule: StepRule, after: string | null): Whole {
    const step = stepProgress(rule, counting, kept.get(rule.stepKey), after)
    steps.push(step)
    const isDone = step.completedOn !== null
    return {
      doneOn: step.completedOn,
      completed: isDone ? 1 : 0,
      required: 1,
      weight: rule.weight,
      share: isDone ? 1 : 0,
    }
  }
}

/** How far a part is, or all of them together. */
type Whole = {
  doneOn: Day | null
  completed: number
  required: number
  weight: number
  share: number
}

/** Goes through what stands in a row, telling each what has to be done before it counts. */
function inTurn<T>(
  { ordered }: Terms,
  items: T[],
  nameOf: (item: T) => string,
  settle: (item: T, after: string | null) => Whole,
) {
  let open: string | null = null
  return items.map((item) => {
    const whole = settle(item, ordered ? open : null)
    if (whole.doneOn === null) open ??= nameOf(item)
    return whole
  })
}

/** What some parts come to where so many of them are asked for: those that are done, or nearest to it. */
function wholeOf({ requiredSteps }: Terms, parts: Whole[]): Whole {
  const asked = requiredOf(requiredSteps, parts.length)
  const days = parts.flatMap(({ doneOn }) => doneOn ?? []).sort()
  const nearest = parts
    .toSorted((a, b) => leftOf(a) - leftOf(b) || b.completed - a.completed)
    .slice(0, asked)
  const weight = heaviest(parts.map((part) => part.weight))
  const doneOn = asked > 0 && days.length >= asked ? days[asked - 1]! : null
  const share = weight === 0 ? 0 : heaviest(parts.map((part) => part.weight * part.share)) / weight
  return {
    doneOn,
    completed: sum(nearest.map(({ completed }) => completed)),
    required: sum(nearest.map(({ required }) => required)),
    weight,
    share: doneOn ? 1 : share,
  }

  function heaviest(weights: number[]) {
    return sum(weights.toSorted((a, b) => b - a).slice(0, asked))
  }
}

const leftOf = ({ required, completed }: Whole) => required - completed
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

function stepProgress(
  rule: StepRule,
  facts: Fact[],
  kept: KeptStep | undefined,
  after: string | null,
): StepProgress {
  const met = rule.asks.map((ask) => STEP_KINDS[ask.kind].meet(ask, rule.stepKey, facts))
  const { stepKey } = rule
  if (kept) return { stepKey, ...kept, after: null, met }
  const [first] = met
    .filter(({ on }) => on !== null)
    .toSorted((a, b) => (a.on! < b.on! ? -1 : a.on! > b.on! ? 1 : 0))
  return {
    stepKey,
    completedOn: after === null ? (first?.on ?? null) : null,
    sources: first?.sources ?? once(met.flatMap(({ sources }) => sources)),
    keptFrom: null,
    after,
    met,
  }
}

const once = (sources: Source[]) => [...new Map(sources.map((it) => [it.id, it])).values()]

/**
 * The first day whose proof counts for an enrollment. Where a completion stays current for some
 * months only, proof that would have lapsed before the enrollment began does not count; and who
 * starts again shows something newer than what completed it the last time.
 */
export function countsFrom(enrollment: {
  enrolledOn: Day
  validMonths: number | null
  completedBefore: Day | null
}): Day | null {
  const { enrolledOn, validMonths, completedBefore } = enrollment
  const fresh = validMonths === null ? '' : addDays(addMonths(enrolledOn, -validMonths), 1)
  const newer = completedBefore === null ? '' : addDays(completedBefore, 1)
  return (fresh > newer ? fresh : newer) || null
}

/** The first day on which a completion is no longer current; null when it always stays so. */
export const expiryOf = (provenOn: Day, validMonths: number | null) =>
  validMonths === null ? null : addMonths(provenOn, validMonths)

/** The steps of a path that are done. */
export const doneSteps = ({ steps }: Progress) =>
  steps.filter((step): step is StepProgress & { completedOn: Day } => step.completedOn !== null)

/** Whether a version has a step at all. */
export const hasStep = (path: Path, stepKey: string) =>
  stepsOf(path.parts).some((step) => step.stepKey === stepKey)
