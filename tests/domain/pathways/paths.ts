import { addDays } from '~/domain/calendar'
import type { GroupRule, Part, Path, StepRule, Terms } from '~/domain/pathways/path'
import type { Fact, Progress, Span } from '~/domain/pathways/progress'
import { emptyAsk } from '~/domain/pathways/step-kinds'
import type { Ask } from '~/domain/pathways/step-kinds/kind'

export const COMPETENCY = 'digcompedu-2017/2.1'
export const TODAY = '2026-11-20'
export const SPAN: Span = { from: null, enrolledOn: '2026-09-01' }
export const NONE = new Map()

/** A step that asks for any of some things. */
export const step = (stepKey: string, ...asks: (Partial<Ask> & Pick<Ask, 'kind'>)[]): StepRule => ({
  stepKey,
  weight: 1,
  asks: asks.map((ask) => ({ ...emptyAsk(ask.kind), ...ask })),
})

export const group = (
  groupKey: string,
  steps: StepRule[],
  terms: Partial<Terms> = {},
): Part<StepRule, GroupRule> => ({
  group: { groupKey, title: groupKey, requiredSteps: null, ordered: false, ...terms },
  steps,
})

/** A path of steps and groups. */
export const pathOf = (
  parts: (StepRule | Part<StepRule, GroupRule>)[],
  terms: Partial<Terms> = {},
): Path => ({
  requiredSteps: null,
  ordered: false,
  ...terms,
  parts: parts.map((part) => ('stepKey' in part ? { step: part } : part)),
})

export const course = step('course', { kind: 'course', courseId: 'privacy' })
export const hours = step('hours', {
  kind: 'activity_minutes',
  competencies: [COMPETENCY],
  minutes: 120,
})
export const badge = step('badge', { kind: 'badge', achievementId: 'google' })
export const shown = step('shown', { kind: 'evidence' })

const plain = { until: null, about: null, competencies: [], minutes: 0, goalKind: null }

export const completion = (on = '2026-10-01', about = 'privacy'): Fact => ({
  ...plain,
  kind: 'completion',
  id: `completion ${about} ${on}`,
  about,
  on,
})

export const award = (on = '2026-10-20', about = 'google', until: string | null = null): Fact => ({
  ...plain,
  kind: 'award',
  id: `award ${about} ${on}`,
  about,
  on,
  until,
})

export const piece = (on = '2026-11-05', about = 'shown'): Fact => ({
  ...plain,
  kind: 'evidence',
  id: `evidence ${about} ${on}`,
  about,
  on,
})

export const activity = (
  minutes: number,
  on = '2026-10-02',
  competencies = [COMPETENCY],
): Fact => ({
  ...plain,
  kind: 'activity',
  id: `activity ${on} ${minutes}`,
  minutes,
  on,
  competencies,
})

export const goalMet = (given: Partial<Fact> = {}): Fact => ({
  ...plain,
  kind: 'goal',
  id: 'goal',
  on: TODAY,
  goalKind: 'student_learning',
  ...given,
})

export const finished = (on: string, about: string, until: string | null = null): Fact => ({
  ...plain,
  kind: 'enrollment',
  id: `enrollment ${about} ${on}`,
  about,
  on,
  until,
})

export const doneKeys = ({ steps }: Progress) =>
  steps.flatMap(({ stepKey, completedOn }) => (completedOn ? [stepKey] : []))

type Random = () => number

/** Numbers that look random and are the same in each run. */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296
  }
}

export const upTo = (random: Random, most: number) => Math.floor(random() * (most + 1))
export const pick = <T>(random: Random, items: readonly T[]) =>
  items[Math.floor(random() * items.length)]!

export const shuffle = <T>(random: Random, items: T[]) =>
  items
    .map((item) => ({ item, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item)

const THINGS = ['x', 'y', 'z'] as const
const KINDS = ['course', 'badge', 'evidence', 'activity_minutes', 'goal', 'pathway'] as const

/** A path of up to six parts, some of them groups, with up to three things that a step accepts. */
export function randomPath(random: Random): Path {
  let count = 0
  const some = (most: number) => Array.from({ length: 1 + upTo(random, most - 1) })
  const terms = (there: number): Terms => {
    const ordered = random() < 0.3
    const requiredSteps = ordered || random() < 0.5 ? null : 1 + upTo(random, there - 1)
    return { ordered, requiredSteps }
  }
  const oneStep = () => ({
    ...step(`step ${count++}`, ...some(3).map(() => randomAsk(random))),
    weight: 1 + upTo(random, 4),
  })
  const parts = some(6).map((_, at) => {
    if (random() < 0.65) return oneStep()
    const steps = some(4).map(oneStep)
    return group(`group ${at}`, steps, terms(steps.length))
  })
  return pathOf(parts, terms(parts.length))
}

export function randomAsk(random: Random): Partial<Ask> & Pick<Ask, 'kind'> {
  const kind = pick(random, KINDS)
  const of = pick(random, THINGS)
  return {
    kind,
    courseId: of,
    achievementId: of,
    pathwayId: of,
    goalKind: random() < 0.5 ? 'license' : null,
    competencies: random() < 0.5 ? [of] : [of, 'w'],
    minutes: 30 + upTo(random, 300),
  }
}

/** Up to so many things that a person has to show, for some of which there is a step. */
export function randomFacts(random: Random, path: Path, most = 12): Fact[] {
  const keys = path.parts.flatMap((part) =>
    'steps' in part ? part.steps.map(({ stepKey }) => stepKey) : [part.step.stepKey],
  )
  return Array.from({ length: upTo(random, most) }, (): Fact => {
    const kind = pick(random, [
      'completion',
      'award',
      'evidence',
      'activity',
      'goal',
      'enrollment',
    ] as const)
    const on = addDays('2026-01-01', upTo(random, 320))
    return {
      kind,
      id: `${random()}`,
      on,
      until: random() < 0.3 ? addDays(on, upTo(random, 300)) : null,
      about: kind === 'evidence' ? pick(random, keys) : pick(random, THINGS),
      competencies: [pick(random, [...THINGS, 'w'])],
      minutes: 15 + upTo(random, 180),
      goalKind: pick(random, ['license', 'initiative'] as const),
    }
  })
}
