import { districts as districtRows } from '#db/schema'
import type { ActivityKind, GoalStatus, Strength } from '#db/words'
import { beforeAll, expect, test } from 'vitest'
import { COMPETENCIES } from '~/domain/frameworks/competency'
import { listReportBadges } from '~/domain/report-lists/badges.server'
import {
  type CreditFilter,
  listAllReportCredit,
  listReportCredit,
} from '~/domain/report-lists/credit.server'
import { listAllReportDecisions, listReportDecisions } from '~/domain/report-lists/decisions.server'
import { type EducatorFilter, listReportEducators } from '~/domain/report-lists/educators.server'
import { listReportGoals } from '~/domain/report-lists/goals.server'
import {
  type AwardCounted,
  type DecisionCounted,
  DECISIONS_COUNTED_NAMES,
} from '~/domain/report-lists/list'
import type { SectionFigure } from '~/domain/reports/comparing'
import { figuresOf, openReport } from '~/domain/reports/report.server'
import { type District, type Scope, scopeOf } from '~/domain/scope.server'
import { allOf } from '../../../support/csv'
import { emptyFileStore } from '../../../support/database'
import fc from '../../../support/property'
import { WORLD_NOW } from '../../../support/world'
import { insertWorlds } from './insert-worlds'
import { randomWorld, type World } from './random-world'

const WORLDS = 12
/** Of so many, those with most to decide on, the files of decisions are read, too, which begin each day anew. */
const FILED = 4
const PATIENCE = 120_000
const worlds = fc
  .sample(fc.integer({ min: 1, max: 2_147_483_647 }), WORLDS)
  .map((seed, number) => randomWorld(number, seed))
const store = emptyFileStore()
let districts: Map<string, District>

beforeAll(async () => {
  await insertWorlds(store(), worlds)
  const rows = await store().read.select().from(districtRows)
  districts = new Map(rows.map((row) => [row.slug, row]))
})

const LISTED = [
  'approvals',
  'badges',
  'competencies',
  'equity',
  'evidence',
  'goals',
  'hours',
  'participation',
]

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
const sumOf = (rows: { minutes: number }[]) => rows.reduce((sum, { minutes }) => sum + minutes, 0)

async function pagesOf<Row>(count: number, read: (page: number) => Promise<Row[]>) {
  const pages = Array.from({ length: count }, (_, page) => read(page + 1))
  return (await Promise.all(pages)).flat()
}

const scopeIn = ({ district, reviewerId, organizations: [top] }: World) => {
  const hats = [
    { role: 'administrator' as const, organizationId: top!.id, organizationPath: top!.path },
  ]
  const actor = { id: reviewerId, name: 'Rae', hats, supervises: [] }
  return scopeOf(store().read, districts.get(district.slug)!, actor, WORLD_NOW)
}

type Placed = { asOf: string; organizationId: string | undefined; page: number }
type Of = Pick<SectionFigure, 'section' | 'item' | 'measure'>

/** What the list behind a figure comes to; null where the figure has none. */
const countedBy = async (scope: Scope, about: Placed, { section, item, measure }: Of) => {
  if (section === 'goals') {
    const status = measure as GoalStatus
    const filter = { ...about, status, priority: item?.key, sort: 'name' as const }
    return (await listReportGoals(scope, filter)).goals.total
  }
  if (section === 'badges') {
    const state = measure as AwardCounted
    return (await listReportBadges(scope, { ...about, state, sort: 'name' })).badges.total
  }
  if (section === 'participation' || section === 'equity') {
    const narrowed = NARROWED_BY[measure]
    if (!narrowed) return null
    const filter = { ...about, ...narrowed, group: item?.key, sort: 'name' as const }
    return (await listReportEducators(scope, filter)).educators.total
  }
  if (section === 'hours' || section === 'competencies' || section === 'evidence') {
    const filter = {
      ...about,
      kind: section === 'hours' ? (item?.key as ActivityKind) : undefined,
      competency: section === 'competencies' ? item?.key : undefined,
      strength: section === 'evidence' ? (measure as Strength) : undefined,
      sort: '-booked' as const,
    }
    return (await listReportCredit(scope, filter)).minutes
  }
  if (section === 'approvals' && DECISIONS_COUNTED_NAMES.includes(measure as DecisionCounted)) {
    const filter = { ...about, state: measure as DecisionCounted, sort: '-day' as const }
    return (await listReportDecisions(scope, filter)).decisions.total
  }
  return null
}

const NARROWED_BY: Record<string, Pick<EducatorFilter, 'reached' | 'inThreeYears'>> = {
  educators: {},
  atOrAbove: { reached: 'atOrAbove' },
  inThreeYears: { inThreeYears: 'atOrAbove' },
}

test(
  'each list behind a figure comes to what the figure says, as of any day',
  async () => {
    const compared = new Set<string>()
    for (const world of worlds) {
      const scope = scopeIn(world)
      for (const [turn, organization] of [undefined, world.school].entries()) {
        const asOf = world.days[turn]!

        const figures = figuresOf(await openReport(scope, { asOf, organization }))

        for (const { section, place, item, measure, value } of figures) {
          const about = { asOf, organizationId: place?.id ?? organization, page: 1 }
          const where = `world ${world.number}, ${asOf}, ${section}, ${place?.id}, ${item?.key}, ${measure}`
          const listed = await countedBy(scope, about, { section, item, measure })
          if (listed === null) continue
          expect(listed, where).toBe(value)
          compared.add(section)
        }
      }
    }
    expect([...compared].toSorted()).toEqual(LISTED)
  },
  PATIENCE,
)

test(
  'the rows of credit come to the minutes that are said of them, on the pages and in the file',
  async () => {
    for (const world of worlds) {
      const scope = scopeIn(world)
      const asOf = world.days[0]!
      const filters: Partial<CreditFilter>[] = [
        {},
        { organizationId: world.school },
        { kind: 'workshop' },
        { strength: 'document', sort: 'booked' },
        { text: world.members[0]!.id },
        { memberId: world.members[0]!.id, sort: '-name' },
        { competency: COMPETENCIES[0]!.id },
        { competency: COMPETENCIES[0]!.id, sort: '-booked' },
      ]
      for (const given of filters) {
        const filter = { asOf, sort: 'name' as const, ...given }

        const list = await listReportCredit(scope, { ...filter, page: 1 })
        const rows = await pagesOf(list.credit.pages, (page) =>
          listReportCredit(scope, { ...filter, page }).then(({ credit }) => credit.rows),
        )
        const file = await allOf(await listAllReportCredit(scope, filter))

        expect(new Set(idsOf(rows)).size).toBe(list.credit.total)
        expect(sumOf(rows)).toBe(list.minutes)
        expect(idsOf(file).toSorted()).toEqual(idsOf(rows).toSorted())
        if (filter.sort === 'name') expect(idsOf(rows)).toEqual(idsOf(file))
      }
    }
  },
  PATIENCE,
)

test(
  'the rows of decisions are as many as is said, and the file has the same',
  async () => {
    const seen = new Set<string>()
    const sentMost = worlds.toSorted((a, b) => b.things.length - a.things.length)
    for (const world of sentMost.slice(0, FILED)) {
      const scope = scopeIn(world)
      for (const asOf of world.days.slice(0, 2)) {
        for (const state of DECISIONS_COUNTED_NAMES) {
          for (const organizationId of [undefined, world.school]) {
            const filter = { asOf, state, organizationId, sort: '-day' as const }

            const list = await listReportDecisions(scope, { ...filter, page: 1 })
            const rows = await pagesOf(list.decisions.pages, (page) =>
              listReportDecisions(scope, { ...filter, page }).then((it) => it.decisions.rows),
            )
            const file = await allOf(await listAllReportDecisions(scope, filter))
            const named = await listReportDecisions(scope, { ...filter, text: '0', page: 1 })

            expect(rows).toHaveLength(list.decisions.total)
            expect(file).toEqual(rows)
            expect(named.decisions.total).toBe(list.decisions.total)
            const isLate = { inTime: false, overTime: true, late: true }[state as string]
            if (isLate === undefined) continue
            expect(rows.filter((row) => row.isLate !== isLate)).toEqual([])
            if (rows.length > 0) seen.add(state)
          }
        }
      }
    }
    expect([...seen].toSorted()).toEqual(['inTime', 'late', 'overTime'])
  },
  PATIENCE,
)
