import { SORTS, type StateRequest } from '~/domain/states/comparing.server'
import { type DistrictSize, SIZES } from '~/domain/states/sizes'
import { queryOf } from '~/http/params.server'

const SIZE_NAMES = Object.keys(SIZES) as DistrictSize[]
const SORTED = SORTS.flatMap((sort) => [sort, `-${sort}`] as const)

/** Which month, which districts and in which order, as the query string says. */
export function stateRequestOf(request: Request): StateRequest {
  const query = queryOf(request)
  return {
    asOf: query.text('asOf'),
    name: query.text('name'),
    size: query.oneOf('size', SIZE_NAMES),
    sort: query.oneOf('sort', SORTED) ?? 'name',
    page: query.page(),
  }
}
