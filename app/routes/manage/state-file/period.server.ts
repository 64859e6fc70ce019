import { dayIn } from '~/domain/calendar'
import { periodOf } from '~/domain/state-files/period'
import type { Member } from '~/http/member.server'
import { queryOf } from '~/http/params.server'

/** The period that the address asks for: `?year`, or `?first` and `?last`. */
export function periodAsked(request: Request, { district, now }: Member) {
  const query = queryOf(request)
  const asked = {
    year: query.schoolYear('year'),
    first: query.text('first'),
    last: query.text('last'),
  }
  return periodOf(asked, dayIn(district.timeZone, now), district.schoolYearStartsOn)
}
