import { pathwayProgressBySchool } from '../readiness/queries.server'
import type { Scope } from '../scope.server'
import { byPlace, type ReportFrame } from './frame.server'

const COUNTS = [
  'audience',
  'assigned',
  'engaged',
  'demonstrated',
  'current',
  'underWay',
  'notBegun',
] as const

/** Readiness by pathway and school as of the day: the four states over those it was assigned to. */
export async function reportPathways(scope: Scope, frame: ReportFrame) {
  const rows = await pathwayProgressBySchool(scope, frame.asOf)
  const titles = new Map(rows.map(({ pathwayId, pathway }) => [pathwayId, pathway]))
  const none = () => ({
    audience: 0,
    assigned: 0,
    engaged: 0,
    demonstrated: 0,
    current: 0,
    underWay: 0,
    notBegun: 0,
  })
  return [...titles].map(([id, title]) => {
    const bySchool = byPlace(
      frame,
      rows.filter(({ pathwayId }) => pathwayId === id),
      none,
      (sum, row) => {
        for (const count of COUNTS) sum[count] += row[count]
      },
    )
    const total = none()
    for (const school of bySchool) for (const count of COUNTS) total[count] += school[count]
    return { id, title, ...total, bySchool: bySchool.filter(({ audience }) => audience > 0) }
  })
}
