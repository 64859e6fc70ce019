import type { StepKind } from '#db/words'
import { activityMinutes } from './activity-minutes'
import { badge } from './badge'
import { course } from './course'
import { evidence } from './evidence'
import { goal } from './goal'
import type { Ask, Kind, NamedAsk } from './kind'
import { pathway } from './pathway'

/** What a step can ask for. A new kind is a module here, and its twin in `registry.server.ts`. */
export const STEP_KINDS: Record<StepKind, Kind> = {
  course,
  activity_minutes: activityMinutes,
  badge,
  evidence,
  goal,
  pathway,
}

/** What each thing that a step asks for says, the first without the others' “or”. */
export const askInWords = (ask: NamedAsk) => STEP_KINDS[ask.kind].inWords(ask)

/** What a step asks for, in words: `Earn “Level 1”, or complete “Privacy basics”`. */
export function stepInWords({ asks }: { asks: NamedAsk[] }) {
  const [first, ...others] = asks.map(askInWords)
  return [first, ...others.map((words) => words.replace(/^[A-Z]/, (a) => a.toLowerCase()))].join(
    ', or ',
  )
}

/** An ask of a kind with nothing else in it. */
export const emptyAsk = (kind: StepKind): Ask => ({
  kind,
  courseId: null,
  achievementId: null,
  pathwayId: null,
  goalKind: null,
  competencies: [],
  minutes: null,
  rubric: [],
})

/** Whether a step does not say yet, in one of its asks, what it asks for, as in a template. */
export const isUndecided = ({ asks }: { asks: Ask[] }) =>
  asks.some((ask) => STEP_KINDS[ask.kind].isOpen(ask))
