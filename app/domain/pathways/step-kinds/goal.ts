import type { GoalKind } from '#db/words'
import { competencyName } from '../../frameworks/competency'
import { byFirst, type Kind } from './kind'

/** The kinds of goals, as they stand within a sentence. */
export const GOAL_PHRASES: Record<GoalKind, string> = {
  professional_practice: 'for professional practice',
  student_learning: 'for student learning',
  license: 'for a license',
  initiative: 'for an initiative of the school or district',
}

/** A goal of one's own that was met: of a kind, on a competency, both, or any. */
export const goal: Kind = {
  name: 'Goal',
  adding: 'A goal to meet',
  inWords({ goalKind, competencies }) {
    const kind = goalKind ? ` ${GOAL_PHRASES[goalKind]}` : ''
    const on = competencies.length > 0 ? ` on ${competencies.map(competencyName).join(' or ')}` : ''
    return `Meet a goal${kind}${on}`
  },
  isOpen: () => false,
  meet: byFirst(
    (ask, fact) =>
      fact.kind === 'goal' &&
      (ask.goalKind === null || ask.goalKind === fact.goalKind) &&
      (ask.competencies.length === 0 ||
        ask.competencies.some((id) => fact.competencies.includes(id))),
  ),
  trace: () => null,
}
