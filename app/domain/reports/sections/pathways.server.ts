import { dayInWords } from '../../calendar'
import { countAudiences } from '../../readiness/audience.server'
import { pathwayProgressBySchool } from '../../readiness/queries.server'
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
  rule: ({ asOf }) =>
    `Staff of ${dayInWords(asOf)} in the audience of a pathway that was assigned to them by a rule in force on that day, or that they joined where it was offered; who was on leave then is left out. The states are independent of each other, each as it was at the end of that day. Who works at two schools counts at both, and once for the district.`,
  measures: {
    audience: {
      name: 'Audience',
      rule: ({ asOf }) => `Active staff on ${dayInWords(asOf)} whom the pathway is for, each once.`,
    },
    assigned: {
      name: 'Assigned',
      rule: ({ asOf }) => `Of the audience, those who were on the pathway on ${dayInWords(asOf)}.`,
      of: ['audience'],
    },
    engaged: {
      name: 'Engaged',
      rule: ({ asOf }) =>
        `Of the audience, those on the pathway for whom something counted for a step by ${dayInWords(asOf)}.`,
      of: ['audience'],
    },
    demonstrated: {
      name: 'Demonstrated',
      rule: ({ asOf }) => `Of the audience, those who had completed it by ${dayInWords(asOf)}.`,
      of: ['audience'],
    },
    current: {
      name: 'Current',
      rule: ({ asOf }) =>
        `Of the audience, those whose completion had not lapsed by ${dayInWords(asOf)}.`,
      of: ['audience'],
    },
    underWay: {
      name: 'Under way',
      rule: () => 'Of the audience, those who are engaged and never completed it.',
      of: ['audience'],
    },
    notBegun: {
      name: 'Not begun',
      rule: () =>
        'Of the audience, those who are on the pathway, are not engaged and never completed it.',
      of: ['audience'],
    },
  },
}
