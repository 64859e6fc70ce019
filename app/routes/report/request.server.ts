import { dayIn, isDay } from '~/domain/calendar'
import type { Member } from '~/http/member.server'
import { queryOf } from '~/http/params.server'

/** What report the query string asks for; today's where it names no day, or one that is still to come. */
export function reportRequestOf(request: Request, { district, now }: Member) {
  const query = queryOf(request)
  const today = dayIn(district.timeZone, now)
  const asked = query.text('asOf')
  return {
    asOf: asked && isDay(asked) && asked <= today ? asked : today,
    organization: query.id('organization'),
  }
}
