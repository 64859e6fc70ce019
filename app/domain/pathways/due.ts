import type { AssignmentKind, DueFrom, DueRule } from '#db/words'
import { addDays, type Day, dayInWords, schoolYearOf, schoolYearSpan } from '../calendar'

export type { DueRule } from '#db/words'

export const MAX_DUE_DAYS = 730
export const MAX_GRACE_DAYS = 180

/** What a due date can be reckoned from. */
export const DUE_FROM: Record<DueFrom, string> = {
  none: 'No due date',
  day: 'On a day',
  assignment: 'Days after it is assigned',
  hire: 'Days after the day of hire',
  school_year: 'Days after the school year begins',
  pathway: 'Days after another pathway is completed',
}

export const NO_DUE_DATE: DueRule = {
  from: 'none',
  on: null,
  days: null,
  pathwayId: null,
  otherwise: null,
  otherwiseDays: null,
}

/** What a due date is reckoned from, of one person. */
export type DueFacts = {
  assignedOn: Day
  hiredOn: Day | null
  /** The last completion of the other pathway, where one is asked for. */
  otherCompletedOn: Day | null
  /** `MM-DD`. */
  schoolYearStartsOn: string
}

/** Why no due date comes out of a rule. */
export type DueProblem = 'no_hire_date' | 'due_passed'

export type Due = {
  dueOn: Day | null
  /** Set where the rule gives no day of its own, whatever somebody has instead. */
  problem: DueProblem | null
  /** They are not enrolled until somebody decides. */
  isLeftOut: boolean
}

/** The due date of one person. A day before the assignment is none: the rule says what is instead. */
export function dueOf(rule: DueRule, facts: DueFacts): Due {
  if (rule.from === 'none') return { dueOn: null, problem: null, isLeftOut: false }
  if (rule.from === 'hire' && facts.hiredOn === null) return instead(rule, facts, 'no_hire_date')
  const dueOn = plainDueOn(rule, facts)
  if (dueOn === null) return { dueOn, problem: null, isLeftOut: false }
  if (dueOn < facts.assignedOn) return instead(rule, facts, 'due_passed')
  return { dueOn, problem: null, isLeftOut: false }
}

/** The day a rule gives, passed or not; null while what it is reckoned from has not happened. */
export function plainDueOn(rule: DueRule, facts: DueFacts): Day | null {
  if (rule.from === 'day') return rule.on
  const start = startOf(rule.from, facts)
  return start === null || rule.days === null ? null : addDays(start, rule.days)
}

function startOf(from: DueFrom, facts: DueFacts) {
  if (from === 'hire') return facts.hiredOn
  if (from === 'pathway') return facts.otherCompletedOn
  if (from === 'assignment') return facts.assignedOn
  if (from !== 'school_year') return null
  const { assignedOn, schoolYearStartsOn } = facts
  return schoolYearSpan(schoolYearOf(assignedOn, schoolYearStartsOn), schoolYearStartsOn).first
}

function instead(rule: DueRule, { assignedOn }: DueFacts, problem: DueProblem): Due {
  const isLeftOut = rule.otherwise === 'leave_out'
  const days = rule.otherwise === 'days' ? rule.otherwiseDays : null
  return { dueOn: days === null ? null : addDays(assignedOn, days), problem, isLeftOut }
}

/** The first day somebody is late: after the days of grace, and only where it is mandated. */
export const lateOnOf = (kind: AssignmentKind, dueOn: Day | null, graceDays: number) =>
  kind === 'mandated' && dueOn !== null ? addDays(dueOn, graceDays + 1) : null

/** Whether everybody would be late on the first day, and nothing is said about it. */
export const hasPassed = ({ from, on, otherwise }: DueRule, today: Day) =>
  from === 'day' && on !== null && on < today && (otherwise === null || otherwise === 'leave_out')

/** The earlier of two due dates, where none is later than any. */
export const earlier = (a: Day | null, b: Day | null) =>
  a === null || b === null ? (a ?? b) : a < b ? a : b

/**
 * When it is due, in words: `120 days after the day of hire`.
 *
 * @param pathway the title of the other pathway, where one is asked for
 */
export function dueInWords(rule: DueRule, formatDay = dayInWords, pathway = 'another pathway') {
  const days = rule.days === 1 ? '1 day' : `${rule.days ?? 0} days`
  const words: Record<DueFrom, string> = {
    none: 'No due date',
    day: rule.on ? formatDay(rule.on) : 'No due date',
    assignment: `${days} after it is assigned`,
    hire: `${days} after the day of hire`,
    school_year: `${days} after the school year begins`,
    pathway: `${days} after completing “${pathway}”`,
  }
  return words[rule.from]
}

/** What becomes of those whose day would have passed or cannot be reckoned, in words. */
export function otherwiseInWords({ otherwise, otherwiseDays }: DueRule) {
  if (otherwise === 'leave_out') return 'left out until somebody decides'
  if (otherwise === 'days') return `due ${otherwiseDays} days after it is assigned`
  return 'without a due date'
}

/**
 * A rule worked out for some people that stand for others: `Hired 24 August 2026: due 22 December 2026`.
 *
 * @param graceDays how many days later somebody is late; null where nobody ever is
 */
export function dueExamples(
  rule: DueRule,
  at: { today: Day; schoolYearStartsOn: string },
  graceDays: number | null,
) {
  const { today, schoolYearStartsOn } = at
  const nobody = { assignedOn: today, hiredOn: null, otherCompletedOn: null, schoolYearStartsOn }
  const first = schoolYearSpan(schoolYearOf(today, schoolYearStartsOn), schoolYearStartsOn).first
  const cases: Record<DueFrom, [string, DueFacts][]> = {
    none: [],
    day: [
      ['Assigned today', nobody],
      ...(rule.on
        ? [
            [
              `Joining ${dayInWords(addDays(rule.on, 7))}`,
              { ...nobody, assignedOn: addDays(rule.on, 7) },
            ] as [string, DueFacts],
          ]
        : []),
    ],
    assignment: [['Assigned today', nobody]],
    hire: [first, today, addDays(first, -400)].map((hiredOn) => [
      `Hired ${dayInWords(hiredOn)}`,
      { ...nobody, hiredOn },
    ]),
    school_year: [['Assigned today', nobody]],
    pathway: [
      [`Completed today`, { ...nobody, otherCompletedOn: today }],
      ['Not completed yet', nobody],
    ],
  }
  return cases[rule.from].map(([who, facts]) => `${who}: ${outcomeInWords(rule, facts, graceDays)}`)
}

function outcomeInWords(rule: DueRule, facts: DueFacts, graceDays: number | null) {
  const { dueOn, problem } = dueOf(rule, facts)
  const late = dueOn && graceDays ? `, late from ${dayInWords(addDays(dueOn, graceDays + 1))}` : ''
  if (problem === null) return dueOn ? `due ${dayInWords(dueOn)}${late}` : 'no due date yet'
  const plain = plainDueOn(rule, facts)
  const passed = plain ? `${dayInWords(plain)} has passed, so ` : ''
  if (rule.otherwise === 'leave_out') return `${passed}left out until somebody decides`
  return `${passed}${dueOn ? `due ${dayInWords(dueOn)}${late}` : 'no due date'}`
}
