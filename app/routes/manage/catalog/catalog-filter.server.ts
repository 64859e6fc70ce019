import { queryOf } from '~/http/params.server'

/** What the address says of the part of the catalog to show. */
export function catalogFilterOf(request: Request) {
  const query = queryOf(request)
  return {
    text: query.text('text'),
    isRetired: query.oneOf('show', ['retired']) === 'retired',
    page: query.page(),
  }
}

export type CatalogFilter = ReturnType<typeof catalogFilterOf>
