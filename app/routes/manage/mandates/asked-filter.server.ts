import { ASKED_SORTS, ASKED_STATES, type AskedFilter } from '~/domain/mandates/asked'
import { queryOf } from '~/http/params.server'

/** Which of the people to look at, as the address says it. */
export function askedFilterOf(request: Request): AskedFilter {
  const query = queryOf(request)
  return {
    state: query.oneOf('state', ASKED_STATES),
    organizationId: query.id('organization'),
    sort: query.oneOf('sort', ASKED_SORTS) ?? 'due',
    page: query.page(),
  }
}
