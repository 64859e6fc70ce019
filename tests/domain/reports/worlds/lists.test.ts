import { districts as districtRows } from '#db/schema'
import type { GoalStatus } from '#db/words'
import { beforeAll, expect, test } from 'vitest'
import { listReportBadges } from '~/domain/report-lists/badges.server'
import { listReportGoals } from '~/domain/report-lists/goals.server'
import type { AwardCounted } from '~/domain/report-lists/list'
import { figuresOf, openReport } from '~/domain/reports/report.server'
import { type District, scopeOf } from '~/domain/scope.server'
import { emptyFileStore } from '../../../support/database'
import fc from '../../../support/property'
import { WORLD_NOW } from '../../../support/world'
import { insertWorlds } from './insert-worlds'
import { randomWorld, type World } from './random-world'

const WORLDS = 12
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

const scopeIn = ({ district, reviewerId, organizations: [top] }: World) => {
  const hats = [
    { role: 'administrator' as const, organizationId: top!.id, organizationPath: top!.path },
  ]
  const actor = { id: reviewerId, name: 'Rae', hats, supervises: [] }
  return scopeOf(store().read, districts.get(district.slug)!, actor, WORLD_NOW)
}

test(
  'each list behind a figure of goals or badges is as long as the figure says, as of any day',
  async () => {
    let compared = 0
    for (const world of worlds) {
      const scope = scopeIn(world)
      for (const [turn, organization] of [undefined, world.school].entries()) {
        const asOf = world.days[turn]!

        const figures = figuresOf(await openReport(scope, { asOf, organization }))

        for (const { section, place, item, measure, value } of figures) {
          const about = { asOf, organizationId: place?.id ?? organization, page: 1 }
          const where = `world ${world.number}, ${asOf}, ${section}, ${place?.id}, ${item?.key}, ${measure}`
          if (section === 'goals') {
            const status = measure as GoalStatus
            const filter = { ...about, status, priority: item?.key, sort: 'name' as const }
            const { goals } = await listReportGoals(scope, filter)
            expect(goals.total, where).toBe(value)
            compared++
          }
          if (section === 'badges') {
            const state = measure as AwardCounted
            const { badges } = await listReportBadges(scope, { ...about, state, sort: 'name' })
            expect(badges.total, where).toBe(value)
            compared++
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(12 * WORLDS)
  },
  PATIENCE,
)
