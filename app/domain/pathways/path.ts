import type { Ask } from './step-kinds/kind'

/** A step as progress reads it. */
export type StepRule = { stepKey: string; weight: number; asks: Ask[] }

/** How much is asked for of what stands in a row, and whether the order counts. */
export type Terms = {
  /** How many are asked for; null means all. */
  requiredSteps: number | null
  /** Whether one counts only after those before it are done. */
  ordered: boolean
}

export type GroupRule = Terms & { groupKey: string; title: string }

/** What a path consists of: steps, and groups of steps. */
export type Part<S, G extends object> = { step: S; group?: undefined } | { group: G; steps: S[] }

export type Path<S = StepRule, G extends object = GroupRule> = Terms & { parts: Part<S, G>[] }

/** The steps of a path in their order, those of groups included. */
export const stepsOf = <S, G extends object>(parts: Part<S, G>[]): S[] =>
  parts.flatMap((part) => ('steps' in part ? part.steps : [part.step]))

/** The key of a part: that of its step, or that of its group. */
export const keyOf = <S extends { stepKey: string }, G extends { groupKey: string }>(
  part: Part<S, G>,
) => ('steps' in part ? part.group.groupKey : part.step.stepKey)

type Placed = { position: number }

/** Puts groups and steps, as the rows have them, into the order of the path. */
export function partsOf<
  S extends Placed & { groupKey: string | null; stepKey: string },
  G extends Placed & { groupKey: string },
>(groups: G[], steps: S[]): Part<S, G>[] {
  const known = new Set(groups.map(({ groupKey }) => groupKey))
  const inOrder = steps.toSorted(
    (a, b) => a.position - b.position || (a.stepKey < b.stepKey ? -1 : 1),
  )
  const alone = inOrder
    .filter(({ groupKey }) => groupKey === null || !known.has(groupKey))
    .map((step) => ({ position: step.position, key: step.stepKey, part: { step } as Part<S, G> }))
  const together = groups.map((group) => ({
    position: group.position,
    key: group.groupKey,
    part: { group, steps: inOrder.filter(({ groupKey }) => groupKey === group.groupKey) },
  }))
  return [...alone, ...together]
    .sort((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1))
    .map(({ part }) => part)
}

/** How many are asked for, of so many there are; an empty number means all. */
export const requiredOf = (requiredSteps: number | null, there: number) =>
  requiredSteps === null ? there : Math.min(requiredSteps, there)

/**
 * How many days a path takes at least, by the time that its steps allow: those that are asked for added up,
 * where there is a choice the shortest. Steps without a time count for nothing.
 */
export function daysNeeded<S extends { allowedDays: number | null }, G extends Terms>({
  parts,
  requiredSteps,
}: Path<S, G>) {
  const daysOf = ({ allowedDays }: S) => allowedDays ?? 0
  const days = parts.map((part) =>
    'steps' in part
      ? shortest(part.steps.map(daysOf), part.group.requiredSteps)
      : daysOf(part.step),
  )
  return shortest(days, requiredSteps)
}

const shortest = (days: number[], requiredSteps: number | null) =>
  days
    .toSorted((a, b) => a - b)
    .slice(0, requiredOf(requiredSteps, days.length))
    .reduce((sum, each) => sum + each, 0)
