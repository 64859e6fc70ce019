import type { Audience, Condition } from './audience'
import type { Day } from '../calendar'
import { STATES } from '../people/states'
import { AUDIENCE_ROLES, type AudienceRole, GRADE_BANDS } from './roles'

/** What organizations, pathways, lists and people are called, by their ids. */
export type Names = Record<string, string>

type FormatDay = (day: Day) => string

const PEOPLE_NAMED = 3

/**
 * Whom an audience is for: `all educators of the middle schools of Northside hired since 1 March 2026,
 * or anybody on the list New mentors, but for Ana Alvarez`.
 */
export function audienceInWords(rule: Audience, names: Names, formatDay: FormatDay) {
  const blocks = rule.any.map((block) => blockInWords(block, names, formatDay)).join(', or ')
  const excepted = rule.except.length > 0 ? `, but for ${peopleInWords(rule.except, names)}` : ''
  return `${blocks}${excepted}`
}

/** Whom one block of an audience is for. */
export function blockInWords(block: Condition[], names: Names, formatDay: FormatDay) {
  const works = block.find((each) => each.kind === 'works' && !each.not)
  const rest = block.filter((each) => each !== works)
  const clauses = rest.map((each) => clauseInWords(each, names, formatDay))
  if (works?.kind === 'works') return [workersInWords(works, names), ...clauses].join(' ')
  const [only] = block
  if (block.length === 1 && only?.kind === 'people' && !only.not) {
    return peopleInWords(only.memberIds, names)
  }
  const who = block.some((each) => each.kind === 'list' && !each.not) ? 'anybody' : 'everybody'
  return [who, ...clauses].join(' ')
}

function workersInWords(works: Extract<Condition, { kind: 'works' }>, names: Names) {
  const who =
    works.roles.length > 0
      ? `all ${and(works.roles.map((role) => AUDIENCE_ROLES[role as AudienceRole] ?? role))}`
      : 'everybody'
  return `${who} ${placeInWords(works, names, 'of')}${teachingInWords(works)}`
}

const placeInWords = (
  { gradeBands, organizationId }: Extract<Condition, { kind: 'works' }>,
  names: Names,
  at: string,
) => {
  const place = nameOf(organizationId, names)
  return gradeBands.length > 0
    ? `${at} the ${and(gradeBands.map((band) => GRADE_BANDS[band]))} of ${place}`
    : `${at} ${place}`
}

const teachingInWords = ({ subjects }: { subjects: string[] }) =>
  subjects.length > 0 ? ` teaching ${or(subjects)}` : ''

function clauseInWords(condition: Condition, names: Names, formatDay: FormatDay): string {
  switch (condition.kind) {
    case 'works': {
      const as = condition.roles.length
        ? ` as ${or(condition.roles.map((role) => AUDIENCE_ROLES[role as AudienceRole] ?? role))}`
        : ''
      const where = condition.not ? 'not' : 'also'
      return `${where} ${placeInWords(condition, names, 'at')}${as}${teachingInWords(condition)}`
    }
    case 'hired':
      return hiredInWords(condition, formatDay)
    case 'service':
      return serviceInWords(condition)
    case 'pathway':
      return pathwayInWords(condition, names)
    case 'license':
      return licenseInWords(condition)
    case 'people':
      return condition.not
        ? `other than ${peopleInWords(condition.memberIds, names)}`
        : `among ${peopleInWords(condition.memberIds, names)}`
    case 'list':
      return `${condition.not ? 'not ' : ''}on the list ${nameOf(condition.listId, names)}`
  }
}

function hiredInWords(
  { from, until }: { from: Day | null; until: Day | null },
  formatDay: FormatDay,
) {
  if (from && until) return `hired between ${formatDay(from)} and ${formatDay(until)}`
  if (from) return `hired since ${formatDay(from)}`
  return until ? `hired until ${formatDay(until)}` : 'with a day of hire'
}

function serviceInWords({
  atLeast,
  lessThan,
}: {
  atLeast: number | null
  lessThan: number | null
}) {
  if (atLeast !== null && lessThan !== null) {
    return `with ${atLeast} to under ${lessThan} years of service`
  }
  if (atLeast !== null) return `with at least ${years(atLeast)} of service`
  return lessThan === null ? 'with a day of hire' : `with less than ${years(lessThan)} of service`
}

const years = (count: number) => (count === 1 ? '1 year' : `${count} years`)

function pathwayInWords(
  { not, pathwayId, state }: Extract<Condition, { kind: 'pathway' }>,
  names: Names,
) {
  const title = `“${nameOf(pathwayId, names)}”`
  const has = not ? 'without' : 'with'
  if (state === 'under_way') return `${not ? 'not ' : ''}under way on ${title}`
  return `${has} a ${state === 'current' ? 'current ' : ''}completion of ${title}`
}

function licenseInWords({ not, jurisdiction, license }: Extract<Condition, { kind: 'license' }>) {
  const state = jurisdiction && (STATES[jurisdiction.replace(/^US-/, '')] ?? jurisdiction)
  const kind = license ? `${license.replaceAll('_', ' ')} license` : 'license'
  return `${not ? 'without' : 'with'} a valid ${kind}${state ? ` of ${state}` : ''}`
}

function peopleInWords(memberIds: string[], names: Names) {
  const known = memberIds.map((id) => nameOf(id, names))
  if (known.length <= PEOPLE_NAMED) return and(known)
  const others = known.length - PEOPLE_NAMED + 1
  return and([...known.slice(0, PEOPLE_NAMED - 1), `${others} others`])
}

const nameOf = (id: string, names: Names) => names[id] ?? 'something that is gone'

const listed = (type: 'conjunction' | 'disjunction') => {
  const format = new Intl.ListFormat('en-US', { type })
  return (texts: string[]) => format.format(texts)
}
const and = listed('conjunction')
const or = listed('disjunction')
