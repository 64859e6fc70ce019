import { dayIn, isDay } from '~/domain/calendar'
import { GOAL_KINDS, GOAL_STATUSES } from '~/domain/goals/goal'
import { NO_PRIORITY } from '~/domain/priorities/priority'
import { AWARD_SORTS, AWARDS_COUNTED_NAMES, GOAL_SORTS } from '~/domain/report-lists/list'
import type { GoalKind, GoalStatus } from '#db/words'
import type { Member } from '~/http/member.server'
import { queryOf } from '~/http/params.server'

const STATUSES = Object.keys(GOAL_STATUSES) as GoalStatus[]
const KINDS = Object.keys(GOAL_KINDS) as GoalKind[]

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
