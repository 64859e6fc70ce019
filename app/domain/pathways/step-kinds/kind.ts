import type { GoalKind, StepKind, Strength } from '#db/words'
import type { Day } from '../../calendar'

/** One thing a step asks for; each kind reads the columns that are its own. */
export type Ask = {
  kind: StepKind
  courseId: string | null
  achievementId: string | null
  pathwayId: string | null
  goalKind: GoalKind | null
  /** Any of them fits. */
  competencies: string[]
  minutes: number | null
  /** What a reviewer looks for. */
  rubric: string[]
}

/** An ask with what it names in the catalog. */
export type NamedAsk = Ask & {
  course: string | null
  achievement: string | null
  pathway: string | null
}

/** What a row that counts is: it leads to the page where one sees it. */
export type SourceKind = 'activity' | 'completion' | 'award' | 'evidence' | 'goal' | 'enrollment'

/** A row of a person that can count: approved, verified, met or completed. */
export type Fact = {
  kind: SourceKind
  id: string
  /** The day it was earned. */
  on: Day
  /** The last day on which it holds; null where it always does. */
  until: Day | null
  /** What it is about: the id of a course, badge or pathway, or the key of a step. */
  about: string | null
  competencies: string[]
  minutes: number
  goalKind: GoalKind | null
  /** How strong its proof is; absent where nobody has asked. */
  strength?: Strength
}

/** A row that counts for a step. */
export type Source = { kind: string; id: string; minutes?: number }

/** How far an ask is met. */
export type Met = {
  /** The day its last proof was earned; null while it is not met. */
  on: Day | null
  /** The rows that count, those of an ask that is not met yet included. */
  sources: Source[]
  haveMinutes: number
  needMinutes: number
}

/** What a kind of step is: how it is called, what it says, and what meets it. */
export type Kind = {
  name: string
  /** What one adds, as the builder offers it. */
  adding: string
  /** What an ask says: `Complete “Privacy basics”`. */
  inWords(ask: NamedAsk): string
  /** Whether it does not say yet what it asks for, as in a template. */
  isOpen(ask: Ask): boolean
  /** @param facts those of the person that count for the enrollment, in any order */
  meet(ask: Ask, stepKey: string, facts: Fact[]): Met
  /** How far one is, where there is something between nothing and all: `4 of 5 hours`. */
  trace(met: Met): string | null
}

/** Facts by day, the same however they come. */
export const byDay = (a: Fact, b: Fact) =>
  a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1

/** Met by the first fact that fits. */
export function byFirst(fits: (ask: Ask, fact: Fact, stepKey: string) => boolean): Kind['meet'] {
  return (ask, stepKey, facts) => {
    const [first] = facts.filter((fact) => fits(ask, fact, stepKey)).sort(byDay)
    return {
      on: first?.on ?? null,
      sources: first ? [{ kind: first.kind, id: first.id }] : [],
      haveMinutes: 0,
      needMinutes: 0,
    }
  }
}
