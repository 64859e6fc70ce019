import type { Audience, Condition, GradeBand, PathwayState, Role } from '#db/words'
import { addDays, addMonths, type Day } from '../calendar'
import { LEARNING_ROLES } from './roles'

export type { Audience, Condition, PathwayState } from '#db/words'

export const MAX_BLOCKS = 5
export const MAX_CONDITIONS = 6
export const MAX_NAMED_PEOPLE = 200
export const MAX_YEARS = 60

/** What is known of somebody that an audience can ask about, as of a day. */
export type Person = {
  id: string
  hiredOn: Day | null
  /** The affiliations that hold that day, each with the path of its organization. */
  works: { path: string; role: Role; gradeBand: GradeBand | null }[]
  subjects: string[]
  /** All they have or had. */
  enrollments: {
    pathwayId: string
    completedOn: Day | null
    expiresOn: Day | null
    endedOn: Day | null
  }[]
  /** Those that are valid that day. */
  licenses: { jurisdiction: string; kind: string }[]
  listIds: string[]
}

/** Fits, does not, or nobody knows, because no day of hire is there. */
export type Answer = 'yes' | 'no' | 'unknown'

/**
 * Which block of an audience fits somebody: its position, or null where none does. Only who works here
 * that day, in a role of those who learn, fits at all.
 */
export function blockThatFits(rule: Audience, person: Person, today: Day) {
  if (!isEligible(rule, person)) return null
  const position = rule.any.findIndex((block) =>
    block.every((condition) => answerOf(condition, person, today) === 'yes'),
  )
  return position === -1 ? null : position
}

/** Whether an audience is for somebody; `unknown` when their day of hire would decide it. */
export function fits(rule: Audience, person: Person, today: Day): Answer {
  if (!isEligible(rule, person)) return 'no'
  const blocks = rule.any.map((block) => {
    const answers = block.map((condition) => answerOf(condition, person, today))
    if (answers.includes('no')) return 'no'
    return answers.includes('unknown') ? 'unknown' : 'yes'
  })
  if (blocks.includes('yes')) return 'yes'
  return blocks.includes('unknown') ? 'unknown' : 'no'
}

const isEligible = (rule: Audience, person: Person) =>
  !rule.except.includes(person.id) && person.works.some(({ role }) => LEARNING_ROLES.includes(role))

/** Whether one condition holds for somebody. */
export function answerOf(condition: Condition, person: Person, today: Day): Answer {
  if (condition.kind === 'hired' || condition.kind === 'service') {
    if (person.hiredOn === null) return 'unknown'
    const { from, until } = hiringSpan(condition, today)
    return (from === null || person.hiredOn >= from) && (until === null || person.hiredOn <= until)
      ? 'yes'
      : 'no'
  }
  return holds(condition, person, today) === !condition.not ? 'yes' : 'no'
}

type Turnable = Exclude<Condition, { kind: 'hired' | 'service' }>

function holds(condition: Turnable, person: Person, today: Day): boolean {
  switch (condition.kind) {
    case 'works':
      return worksSo(condition, person)
    case 'pathway':
      return person.enrollments.some(
        (row) => row.pathwayId === condition.pathwayId && isIn(condition.state, row, today),
      )
    case 'license':
      return person.licenses.some(
        ({ jurisdiction, kind }) =>
          (condition.jurisdiction === null || condition.jurisdiction === jurisdiction) &&
          (condition.license === null || condition.license === kind),
      )
    case 'people':
      return condition.memberIds.includes(person.id)
    case 'list':
      return person.listIds.includes(condition.listId)
  }
}

function worksSo(condition: Extract<Condition, { kind: 'works' }>, person: Person) {
  const { organizationId, gradeBands, subjects } = condition
  const roles = rolesOf(condition)
  const teaches =
    subjects.length === 0 || subjects.some((subject) => person.subjects.includes(subject))
  return (
    teaches &&
    person.works.some(
      ({ path, role, gradeBand }) =>
        path.includes(`${organizationId}/`) &&
        roles.includes(role) &&
        (gradeBands.length === 0 || (gradeBand !== null && gradeBands.includes(gradeBand))),
    )
  )
}

/** The roles that a condition is for. */
export const rolesOf = ({ roles }: { roles: Role[] }) => (roles.length > 0 ? roles : LEARNING_ROLES)

/** Under way, ever completed, or completed and still current. */
function isIn(state: PathwayState, row: Person['enrollments'][number], today: Day) {
  if (state === 'under_way') return row.completedOn === null && row.endedOn === null
  if (row.completedOn === null) return false
  return state === 'completed' || row.expiresOn === null || row.expiresOn > today
}

/** The first and last day of hire that a condition asks for; null is open. */
export function hiringSpan(
  condition: Extract<Condition, { kind: 'hired' | 'service' }>,
  today: Day,
): { from: Day | null; until: Day | null } {
  if (condition.kind === 'hired') return { from: condition.from, until: condition.until }
  const { atLeast, lessThan } = condition
  return {
    from: lessThan === null ? null : addDays(addMonths(today, -12 * lessThan), 1),
    until: atLeast === null ? null : addMonths(today, -12 * atLeast),
  }
}

/** Conditions of one kind in all blocks. */
export const conditionsOf = <K extends Condition['kind']>(rules: Audience[], kind: K) =>
  rules.flatMap(({ any }) =>
    any.flat().filter((each): each is Extract<Condition, { kind: K }> => each.kind === kind),
  )
