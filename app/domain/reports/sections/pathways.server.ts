import { countAudiences } from '../../readiness/audience.server'
import { pathwayProgressBySchool } from '../../readiness/queries.server'
import { readinessRule, STATE_RULES } from '../../readiness/rules'
import type { Scope } from '../../scope.server'
import { byPlace, type ReportFrame } from '../frame.server'
import { figuresByPlace, type Section } from '../section'

const none = () => ({
  audience: 0,
  assigned: 0,
  engaged: 0,
  demonstrated: 0,
  current: 0,
  underWay: 0,
  notBegun: 0,
})
type Sum = ReturnType<typeof none>
const COUNTS = Object.keys(none()) as (keyof Sum)[]

/**
 * Readiness by pathway and school as of the day: the four states over those it was assigned to. Who
 * works at two schools counts at both, and once in the district.
 */
async function countPathways(scope: Scope, frame: ReportFrame) {
  const isWhole = frame.organizationIds === undefined
  const [rows, whole] = await Promise.all([
    pathwayProgressBySchool(scope, frame.asOf),
    isWhole ? countAudiences(scope, frame.asOf, { by: 'district' }) : [],
  ])
  const titles = new Map(rows.map(({ pathwayId, pathway }) => [pathwayId, pathway]))
  return [...titles].map(([id, title]) => {
    const ofPathway = ({ pathwayId }: { pathwayId: string }) => pathwayId === id
    const bySchool = byPlace(frame, rows.filter(ofPathway), none, add)
    const total = none()
    for (const row of isWhole ? whole.filter(ofPathway) : bySchool) add(total, row)
    return { id, title, ...total, bySchool: bySchool.filter(({ audience }) => audience > 0) }
  })
}

function add(sum: Sum, row: Sum) {
  for (const count of COUNTS) sum[count] += row[count]
}

export const pathways: Section<Awaited<ReturnType<typeof countPathways>>> = {
  key: 'pathways',
  title: 'Pathways',
  make: countPathways,
  figuresOf: (all) =>
    all.flatMap(({ id, title, bySchool, ...total }) =>
      figuresByPlace(COUNTS, 'people', total, bySchool, { key: id, name: title }),
    ),
  told: 'exact',
  rule: readinessRule,
  measures: STATE_RULES,
}
