import { competencyName } from '../../frameworks/competency'
import { byDay, type Fact, type Kind, type Source } from './kind'

export const MAX_STEP_MINUTES = 500 * 60
export const MAX_STEP_COMPETENCIES = 6

/** Minutes of approved activities on any of some competencies, oldest first until there are enough. */
export const activityMinutes: Kind = {
  name: 'Hours',
  adding: 'Hours on competencies',
  inWords: ({ minutes, competencies }) =>
    `${hoursInWords(minutes ?? 0)} of activities on ${competencies.map(competencyName).join(' or ')}`,
  isOpen: ({ competencies }) => competencies.length === 0,
  meet(ask, _, facts) {
    const needMinutes = ask.minutes ?? 0
    const sources: Source[] = []
    let haveMinutes = 0
    for (const { id, minutes, on } of facts.filter(fitting(ask.competencies)).sort(byDay)) {
      sources.push({ kind: 'activity', id, minutes })
      haveMinutes += minutes
      if (haveMinutes >= needMinutes) return { on, sources, haveMinutes, needMinutes }
    }
    return { on: null, sources, haveMinutes, needMinutes }
  },
  trace({ on, haveMinutes, needMinutes, sources }) {
    if (haveMinutes === 0) return null
    const from = sources.length === 1 ? 'this activity' : `these ${sources.length} activities`
    const all = on === null ? ` of ${needMinutes}` : ''
    return `${haveMinutes}${all} minutes; ${from}`
  },
}

const fitting = (competencies: string[]) => (fact: Fact) =>
  fact.kind === 'activity' && competencies.some((id) => fact.competencies.includes(id))

function hoursInWords(minutes: number) {
  if (minutes === 60) return '1 hour'
  return minutes % 15 === 0 ? `${minutes / 60} hours` : `${minutes} minutes`
}
