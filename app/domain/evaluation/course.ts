import { type Day, dayInWords, daysBetween, monthsBetween } from '../calendar'
import type { Category, Rule, RuleOf, RuleSet } from '../rule-sets/rule-set'
import { type Amount, inWords, plain } from './amount'
import { ANYTHING } from './asking'
import type { EvaluatedCycle } from './input'
import type { Requirement } from './requirements'
import type { Unchecked } from './ruling'

export const COURSE_STATES = ['exempt', 'met', 'on_course', 'behind', 'ended', 'closed'] as const

export type CourseState = (typeof COURSE_STATES)[number]

/** Whether an educator will make it, in a state and in one sentence. */
export type Course = {
  state: CourseState
  sentence: string
  /** Whole months until the last day on which credit may be earned; null without an end. */
  monthsLeft: number | null
}

/**
 * How much faster than evenly an educator may still have to earn what is missing and be on course. Our own
 * yardstick, not a state's: at two, nothing at all would do until half of the cycle has passed.
 */
export const ON_COURSE_PACE = 1.75

type Standing = {
  ruleSet: RuleSet
  cycle: EvaluatedCycle
  asOf: Day
  isExempt: boolean
  /** What the first figures are of; a total of the district is a gap like any other. */
  total: RuleOf<'total'> | undefined
  required: Amount
  counted: Amount
  requirements: Requirement[]
  categories: Category[]
  unchecked: Unchecked[]
}

/** The sentence on top of everything, such as “You are on course: 92 of 150 PDPs, 15 months left.” */
export function courseOf(standing: Standing): Course {
  const { cycle, asOf, requirements } = standing
  const last = cycle.earnUntil ?? cycle.endsOn
  const monthsLeft = last === undefined ? null : Math.max(0, monthsBetween(asOf, last))
  if (cycle.closedOn !== undefined) {
    return { state: 'closed', sentence: closedInWords(standing, cycle.closedOn), monthsLeft: 0 }
  }
  if (standing.isExempt) {
    return { state: 'exempt', sentence: 'This license needs no credit to be renewed.', monthsLeft }
  }
  const totals = totalsInWords(standing)
  const missing = requirements.filter(({ met }) => !met)
  if (missing.length === 0) {
    return { state: 'met', sentence: metInWords(totals, standing), monthsLeft }
  }
  const isOver = last !== undefined && asOf > last
  const state = isOver ? 'ended' : isOnCourse(standing, last) ? 'on_course' : 'behind'
  const parts = [totals, last === undefined || isOver ? '' : timeLeft(asOf, last)].filter(Boolean)
  const gaps = missing.filter(({ rule }) => rule !== standing.total)
  const sentence = `${OPENINGS[state]}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}${gapsInWords(gaps, standing)}.${classToSay(standing.unchecked)}`
  return { state, sentence, monthsLeft }
}

/** `92 of 150 PDPs`, or what stands for them; nothing where no credit is asked. */
function totalsInWords(standing: Standing) {
  const { requirements, total, required, counted, ruleSet } = standing
  const instead = requirements.find(({ rule }) => rule === total)?.metBy
  if (instead) return `“${instead.label}”`
  return total?.offered && required > 0
    ? `${plain(counted)} of the ${inWords(required, ruleSet.unit)} that the district has to offer`
    : unitsInWords(standing)
}

/** `22 of 150 PDPs`; nothing where none are asked. */
const unitsInWords = ({ required, counted, ruleSet }: Standing) =>
  required > 0 ? `${plain(counted)} of ${inWords(required, ruleSet.unit)}` : ''

/** `Renewed on 20 June 2023; 22 of 150 PDPs stand on this record.` */
function closedInWords(standing: Standing, closedOn: Day) {
  const { renewedOn } = standing.cycle
  const opening = renewedOn
    ? `Renewed on ${dayInWords(renewedOn)}`
    : `Closed on ${dayInWords(closedOn)} without a renewal`
  const units = unitsInWords(standing)
  return units ? `${opening}; ${units} stand on this record.` : `${opening}.`
}

/** What could not be checked is not claimed to be there. */
function metInWords(totals: string, { total, requirements, unchecked }: Standing) {
  const all = totals ? `: ${totals}` : ''
  const notStated = unchecked.filter(
    ({ rule, because }) => because === 'not_stated' && isRequirement(rule),
  )
  const ofAdditional = unchecked.filter(({ because }) => because === 'additional_license')
  const open = [
    notStated.length > 0 && ` Not stated: ${namesOf(notStated)}.`,
    classToSay(unchecked),
    ofAdditional.length > 0 &&
      ` Ask whether the additional license needs this too: ${namesOf(ofAdditional)}.`,
  ].filter(Boolean)
  const isOfferAlone = total?.offered && requirements.length === 1 && open.length === 0
  if (isOfferAlone) return `Nothing is asked: the record has ${totals}.`
  if (open.length === 0) return `You have all that is asked${all}.`
  return `You have all that could be checked${all}.${open.join('')}`
}

/** Whether a rule that was not applied asks for something itself, instead of looking at rows. */
const isRequirement = ({ kind }: Rule) => kind === 'attestation' || kind === 'plan_alignment'

const namesOf = (unchecked: Unchecked[]) =>
  unchecked.map(({ rule }) => `“${rule.label}”`).join(', ')

const classToSay = (unchecked: Unchecked[]) =>
  unchecked.some(({ because }) => because === 'class_not_stated')
    ? ' Say which class of license it is.'
    : ''

const OPENINGS = {
  on_course: 'You are on course',
  behind: 'You are behind',
  ended: 'The cycle has ended and something is missing',
}

function isOnCourse({ cycle, asOf, required, requirements }: Standing, last: Day | undefined) {
  if (requirements.some(({ met, isTooLate }) => !met && isTooLate)) return false
  if (last === undefined || cycle.startsOn === undefined) return true
  const whole = daysBetween(cycle.startsOn, last) + 1
  const left = daysBetween(asOf, last) + 1
  const missing = Math.max(
    0,
    ...requirements.filter(({ measure }) => measure === 'credit').map(({ short }) => short),
  )
  return missing * whole <= ON_COURSE_PACE * required * left
}

function timeLeft(asOf: Day, last: Day) {
  const months = monthsBetween(asOf, last)
  if (months >= 2) return `${months} months left`
  const days = daysBetween(asOf, last)
  if (days === 0) return 'today is the last day'
  return days === 1 ? '1 day left' : `${days} days left`
}

/** `; SEI is 4 short`, of the largest gaps at most three. */
function gapsInWords(gaps: Requirement[], standing: Standing) {
  if (gaps.length === 0) return ''
  const named = gaps.slice(0, 3).map((gap) => gapInWords(gap, standing))
  const more = gaps.length - named.length
  return `; ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}

function gapInWords({ rule, label, category, measure, short }: Requirement, standing: Standing) {
  const { ruleSet, categories } = standing
  if (rule.kind === 'plan_alignment')
    return `${inWords(short, ruleSet.unit)} more must be in line with the plan`
  const name = categories.find(({ code }) => code === category)?.label
  if (measure === 'times') return `“${label}” is missing${short > 1 ? ` ${short} times` : ''}`
  const words = name ?? `“${label}”`
  if (short <= ANYTHING) return `${words} is missing`
  return `${words} is ${plain(short)} short`
}
