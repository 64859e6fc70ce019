import {
  DUE_WINDOWS,
  type DueWindow,
  ENROLLED_SORTS,
  ENROLLED_STATES,
  type EnrolledState,
} from '~/domain/pathways/enrolled'
import type { EnrolledFilter } from '~/domain/pathways/enrolled.server'
import { queryOf } from './params.server'

/** What the address says of the people to show. */
export function enrolledFilterOf(request: Request): EnrolledFilter {
  const query = queryOf(request)
  return {
    state: query.oneOf('state', Object.keys(ENROLLED_STATES) as EnrolledState[]),
    organizationId: query.id('organization'),
    stepKey: query.id('step'),
    due: query.oneOf('due', Object.keys(DUE_WINDOWS) as DueWindow[]),
    sort: query.oneOf('sort', ENROLLED_SORTS) ?? 'name',
    page: query.page(),
  }
}
