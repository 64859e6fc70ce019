import { addMonths, type Day, dayIn, isDay } from '~/domain/calendar'
import { BEHIND_REASON_NAMES, BEHIND_SORTS, MONTHS_LEFT } from '~/domain/renewal-lists/behind'
import { MOST_SAMPLED, SAMPLE_SIZE } from '~/domain/renewal-lists/drawing'
import { LOSS_REASONS } from '~/domain/renewal/losses'
import type { Member } from '~/http/member.server'
import { queryOf } from '~/http/params.server'

const MONTHS_AHEAD = 12

/** Which part of the district the query string asks for. */
const partOf = (request: Request) => {
  const query = queryOf(request)
  const state = query.text('state')
  return {
    organizationId: query.id('organization'),
    jurisdiction: state && /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(state) ? state : undefined,
  }
}

/** The list of those who are not on target, as the query string narrows it. */
export function behindRequestOf(request: Request) {
  const query = queryOf(request)
  return {
    ...partOf(request),
    reason: query.oneOf('reason', BEHIND_REASON_NAMES),
    months: MONTHS_LEFT.find((months) => months === query.number('months')),
    sort: query.oneOf('sort', BEHIND_SORTS) ?? ('ends' as const),
  }
}

/** The licenses that expire by a day: in a year, where the query string says none. */
export function expiringRequestOf(request: Request, member: Member) {
  const asked = queryOf(request).text('by')
  const by: Day = asked && isDay(asked) ? asked : addMonths(todayOf(member), MONTHS_AHEAD)
  return { ...partOf(request), by }
}

/** What does not count, of one reason where the query string names it. */
export const lostRequestOf = (request: Request) => ({
  ...partOf(request),
  reason: queryOf(request).oneOf('reason', LOSS_REASONS),
})

/** The sample; that of the day where the query string has no seed. */
export function sampleRequestOf(request: Request, member: Member) {
  const query = queryOf(request)
  const size = query.number('size') ?? SAMPLE_SIZE
  return {
    ...partOf(request),
    seed: query.text('seed')?.slice(0, 40) ?? todayOf(member),
    size: Math.min(MOST_SAMPLED, Math.max(1, size)),
  }
}

const todayOf = ({ district, now }: Member) => dayIn(district.timeZone, now)

/** The name of the file that a list is saved as. */
export const fileName = (list: string, member: Member) => `cairn-${list}-${todayOf(member)}.csv`
