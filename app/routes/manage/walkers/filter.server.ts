import { WALKER_SORTS, WALKER_STATES, type WalkerState } from '~/domain/pathways/walkers'
import type { WalkerFilter } from '~/domain/pathways/walkers.server'
import { queryOf } from '~/http/params.server'

/** What the address says of the people to show. */
export function walkerFilterOf(request: Request): WalkerFilter {
  const query = queryOf(request)
  return {
    state: query.oneOf('state', Object.keys(WALKER_STATES) as WalkerState[]),
    organizationId: query.id('organization'),
    sort: query.oneOf('sort', WALKER_SORTS) ?? 'name',
    page: query.page(),
  }
}
