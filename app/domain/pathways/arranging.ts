import { keyOf, type Part } from './path'

type Step = { stepKey: string }
type Group = { groupKey: string }

/** Where a part goes: into a group, or the path itself; before another, or at the end. */
export type Place = { to: string | null; before: string | null }

/**
 * Moves a step or a group one place. A step at the edge of a group leaves it, and one that meets a group
 * enters it, so that up and down lead through the whole path.
 *
 * @returns the parts as they are then; the same at the ends of the path
 */
export function moved<S extends Step, G extends Group>(
  parts: Part<S, G>[],
  key: string,
  direction: 'up' | 'down',
): Part<S, G>[] {
  const place = placeTowards(parts, key, direction)
  return place ? placed(parts, key, place) : parts
}

/** Puts a step or a group in its place. A group stands in the path itself, never in another one. */
export function placed<S extends Step, G extends Group>(
  parts: Part<S, G>[],
  key: string,
  { to, before }: Place,
): Part<S, G>[] {
  const part = find(parts, key)
  if (!part || key === before) return parts
  const others = without(parts, key)
  const target = others.find((each) => 'steps' in each && each.group.groupKey === to)
  if ('steps' in part || !target || !('steps' in target)) {
    return insert(others, part, before, keyOf)
  }
  const steps = insert(target.steps, part.step, before, ({ stepKey }) => stepKey)
  return others.map((each) => (each === target ? { group: target.group, steps } : each))
}

function placeTowards<S extends Step, G extends Group>(
  parts: Part<S, G>[],
  key: string,
  direction: 'up' | 'down',
): Place | null {
  const at = parts.findIndex((part) => keyOf(part) === key)
  if (at >= 0) {
    const neighbor = parts[direction === 'up' ? at - 1 : at + 1]
    if (!neighbor) return null
    if ('steps' in neighbor && !('steps' in parts[at]!)) {
      const first = neighbor.steps[0]?.stepKey ?? null
      return { to: neighbor.group.groupKey, before: direction === 'up' ? null : first }
    }
    return { to: null, before: keyAfter(parts, direction === 'up' ? at - 2 : at + 1, keyOf) }
  }
  const around = parts.findIndex(
    (part) => 'steps' in part && part.steps.some(({ stepKey }) => stepKey === key),
  )
  const whole = parts[around]
  if (!whole || !('steps' in whole)) return null
  const { groupKey } = whole.group
  const within = whole.steps.findIndex(({ stepKey }) => stepKey === key)
  if (direction === 'up' && within === 0) return { to: null, before: groupKey }
  if (direction === 'down' && within === whole.steps.length - 1) {
    return { to: null, before: keyAfter(parts, around, keyOf) }
  }
  const after = direction === 'up' ? within - 2 : within + 1
  return { to: groupKey, before: keyAfter(whole.steps, after, ({ stepKey }) => stepKey) }
}

const keyAfter = <T>(items: T[], at: number, nameOf: (item: T) => string) => {
  const item = items[at + 1]
  return item ? nameOf(item) : null
}

function find<S extends Step, G extends Group>(parts: Part<S, G>[], key: string) {
  const steps = parts.flatMap((part): Part<S, G>[] =>
    'steps' in part ? part.steps.map((step) => ({ step })) : [],
  )
  return [...parts, ...steps].find((part) => keyOf(part) === key)
}

const without = <S extends Step, G extends Group>(parts: Part<S, G>[], key: string) =>
  parts
    .filter((part) => keyOf(part) !== key)
    .map((part) =>
      'steps' in part
        ? { ...part, steps: part.steps.filter(({ stepKey }) => stepKey !== key) }
        : part,
    )

function insert<T>(items: T[], item: T, before: string | null, nameOf: (item: T) => string) {
  const at = items.findIndex((each) => nameOf(each) === before)
  return at < 0 ? [...items, item] : items.toSpliced(at, 0, item)
}
