import { useRouteLoaderData } from '@remix-run/react'

/** What every page of a district knows. */
export type DistrictContext = {
  district: { slug: string; name: string }
  /** The day it is in the district, `YYYY-MM-DD`. */
  today: string
  timeZone: string
}

/** The district around this page, from the loader of the layout. */
export function useDistrict() {
  const found = useRouteLoaderData<DistrictContext>('routes/district')
  if (!found) throw new Error('This page is not below a district.')
  return found
}
