import { ACTIVITY_KINDS } from '~/domain/activities/activity'
import { dayIn, isDay } from '~/domain/calendar'
import { STRENGTHS } from '~/domain/evidence/evidence'
import { COMPETENCIES } from '~/domain/frameworks/competency'
import { GOAL_KINDS, GOAL_STATUSES } from '~/domain/goals/goal'
import { NO_PRIORITY } from '~/domain/priorities/priority'
import {
  AWARD_SORTS,
  AWARDS_COUNTED_NAMES,
  CREDIT_SORTS,
  DECISION_SORTS,
  DECISIONS_COUNTED_NAMES,
  EDUCATOR_SORTS,
  GOAL_SORTS,
  GROUP_KEYS,
  REACHED_IN_YEARS_NAMES,
  REACHED_NAMES,
} from '~/domain/report-lists/list'
import type { ActivityKind, GoalKind, GoalStatus, Strength } from '#db/words'
import type { Member } from '~/http/member.server'
import { queryOf } from '~/http/params.server'

const STATUSES = Object.keys(GOAL_STATUSES) as GoalStatus[]
const KINDS = Object.keys(GOAL_KINDS) as GoalKind[]
const ACTIVITY_KIND_NAMES = Object.keys(ACTIVITY_KINDS) as ActivityKind[]
const STRENGTH_NAMES = Object.keys(STRENGTHS) as Strength[]
const COMPETENCY_IDS = COMPETENCIES.map(({ id }) => id)

/** The goals of the report, as the query string narrows and sorts them. */
export function goalRequestOf(request: Request, member: Member) {
  const query = queryOf(request)
  return {
    ...partOf(request, member),
    status: query.oneOf('status', STATUSES),
    kind: query.oneOf('kind', KINDS),
    priority: query.oneOf('priority', [NO_PRIORITY]) ?? query.id('priority'),
    sort: query.oneOf('sort', GOAL_SORTS) ?? ('name' as const),
  }
}

/** The badges of the report, as the query string narrows and sorts them. */
export function badgeRequestOf(request: Request, member: Member) {
  const query = queryOf(request)
  return {
    ...partOf(request, member),
    state: query.oneOf('state', AWARDS_COUNTED_NAMES),
    achievementId: query.id('badge'),
    sort: query.oneOf('sort', AWARD_SORTS) ?? ('name' as const),
  }
}

/** The educators of the report, as the query string narrows and sorts them. */
export function educatorRequestOf(request: Request, member: Member) {
  const query = queryOf(request)
  return {
    ...partOf(request, member),
    reached: query.oneOf('reached', REACHED_NAMES),
    inThreeYears: query.oneOf('inThreeYears', REACHED_IN_YEARS_NAMES),
    group: query.oneOf('group', GROUP_KEYS),
    sort: query.oneOf('sort', EDUCATOR_SORTS) ?? ('name' as const),
  }
}

/** The credit of the report, as the query string narrows and sorts it. */
export function creditRequestOf(request: Request, member: Member) {
  const query = queryOf(request)
  return {
    ...partOf(request, member),
    kind: query.oneOf('kind', ACTIVITY_KIND_NAMES),
    strength: query.oneOf('strength', STRENGTH_NAMES),
    competency: query.oneOf('competency', COMPETENCY_IDS),
    memberId: query.id('member'),
    sort: query.oneOf('sort', CREDIT_SORTS) ?? ('-booked' as const),
  }
}

/** The decisions of the report, as the query string narrows and sorts them; those that were made where it says nothing. */
export function decisionRequestOf(request: Request, member: Member) {
  const query = queryOf(request)
  return {
    ...partOf(request, member),
    state: query.oneOf('state', DECISIONS_COUNTED_NAMES) ?? ('decided' as const),
    sort: query.oneOf('sort', DECISION_SORTS) ?? ('-day' as const),
  }
}

/** The day, the school and the person; today where it names no day, or one that is still to come. */
function partOf(request: Request, { district, now }: Member) {
  const query = queryOf(request)
  const today = dayIn(district.timeZone, now)
  const asked = query.text('asOf')
  return {
    asOf: asked && isDay(asked) && asked <= today ? asked : today,
    organizationId: query.id('organization'),
    text: query.text('text'),
  }
}
