import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { affiliations, districts as districtRows } from '#db/schema'
import { termEnds } from '~/domain/calendar'
import { getReadiness } from '~/domain/readiness/queries.server'
import { readinessTrend } from '~/domain/readiness/trend.server'
import { byStrength } from '~/domain/evidence/evidence'
import { type PublicReport, publicReport } from '~/domain/publishing/public-report.server'
import { figuresOf, openExactReport, openReport, type Report } from '~/domain/reports/report.server'
import { freezeReport, openSnapshot, readSnapshot } from '~/domain/reports/snapshots.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { type District, scopeOf, writeScopeOf } from '~/domain/scope.server'
import { makeMonth } from '~/domain/states/closing.server'
import { publish, type PublishedMonth } from '~/domain/states/published'
import { beforeAll, expect, test } from 'vitest'
import { emptyFileStore } from '../../../support/database'
import fc from '../../../support/property'
import { WORLD_NOW } from '../../../support/world'
import { insertWorlds } from './insert-worlds'
import { countNaively, waitingNaively } from './naive-readiness'
import { naiveLastYear, naiveMonth, naiveReport } from './naive-report'
import { naiveTold } from './naive-told'
import { randomWorld, type World } from './random-world'

const WORLDS = 200
/** Milliseconds that a busy machine may need for all of them. */
const PATIENCE = 240_000
const seeds = fc.sample(fc.integer({ min: 1, max: 2_147_483_647 }), WORLDS)
const worlds = seeds.map((seed, number) => randomWorld(number, seed))
const store = emptyFileStore()
let districts: Map<string, District>

beforeAll(async () => {
  await insertWorlds(store(), worlds)
  const rows = await store().read.select().from(districtRows)
  districts = new Map(rows.map((row) => [row.slug, row]))
})

const scopeIn = (
  { district, reviewerId, organizations }: World,
  role: 'administrator' | 'coordinator' = 'administrator',
) => {
  const [top] = organizations
  const hats = [{ role, organizationId: top!.id, organizationPath: top!.path }]
  const actor = { id: reviewerId, name: 'Rae', hats, supervises: [] }
  return scopeOf(store().read, districts.get(district.slug)!, actor, WORLD_NOW)
}

/** Figures by what they are of; where nothing is counted is the same as nothing said, but for days. */
function keyed(entries: Iterable<[string, number]>) {
  const all = [...entries]
  expect(new Set(all.map(([key]) => key)).size).toBe(all.length)
  return Object.fromEntries(
    all.filter(([key, value]) => value !== 0 || key.endsWith('Days')).toSorted(),
  )
}

const whenAsked = (now: number, before: number) =>
  now > 0 ? (before > 0 ? 'both' : 'since') : before > 0 ? 'before' : 'neither'

test(
  'every figure of every report is what a plain computation counts, as of any day',
  async () => {
    const yardsticksSeen = new Set<string>()
    for (const world of worlds) {
      const scope = scopeIn(world)
      for (const [turn, school] of [null, world.school].entries()) {
        const day = world.days[turn]!
        const about = { asOf: day, organization: school ?? undefined }

        const report = await openReport(scope, about)

        const naive = naiveReport(world, day, school)
        const where = `world ${world.number}, ${day}, ${school ?? 'the district'}`
        const [shown, others] = [[] as [string, number][], [] as [string, number][]]
        for (const { section, place, item, measure, value } of figuresOf(report)) {
          const key = [section, place?.id ?? '', item?.key ?? '', measure].join('|')
          ;(section === 'equity' ? shown : others).push([key, value])
        }
        expect(keyed(others), where).toEqual(keyed(naive.figures))
        expect(report.yardstick, where).toBe(naive.yardstick)
        expect(report.lastYear, where).toEqual(naiveLastYear(world, day, school))
        yardsticksSeen.add(whenAsked(report.yardstick, report.lastYear!.yardstick))
        const groups = new Map(
          naive.groups.flatMap(({ line, group, ...reached }) =>
            Object.entries(reached).flatMap(([measure, value]): [string, number][] =>
              value === null ? [] : [[`equity||${line}/${group}|${measure}`, value]],
            ),
          ),
        )
        expect(shown, where).toEqual(shown.map(([key]) => [key, groups.get(key)]))
        for (const { key, groups: own } of report.equity) {
          const of = naive.groups.filter(({ line }) => line === key)
          expect(own.map((group) => group.key).toSorted(), where).toEqual(
            of.map(({ group }) => group).toSorted(),
          )
          for (const { reached } of own) expect(reached?.educators ?? 5).toBeGreaterThan(4)
        }
      }
    }
    expect([...yardsticksSeen].toSorted()).toEqual(['before', 'both', 'neither', 'since'])
  },
  PATIENCE,
)

test(
  'so is every count of readiness, of newcomers, of who is away and of what waits',
  async () => {
    for (const world of worlds) {
      const scope = scopeIn(world)
      const [day] = world.days
      const [top] = world.organizations
      for (const organizationId of [top!.id, world.school]) {
        const { pathways } = await getReadiness(scope, { organizationId, asOf: day })

        const where = `world ${world.number}, ${day}, ${organizationId}`
        const isInside = (id: string) =>
          world.organizations.some(
            (row) => row.id === id && row.path.includes(`${organizationId}/`),
          )
        const expected = world.pathways.flatMap(({ id }) => {
          const counts = countNaively(world, day!, id, isInside)
          return counts ? [{ id, ...counts, ...waitingNaively(world, day!, id, isInside) }] : []
        })
        expect(
          pathways.map(({ title: _, help: _help, ...row }) => row),
          where,
        ).toEqual(expected)

        for (const { id: pathwayId } of pathways.slice(0, world.number % 4 === 0 ? 1 : 0)) {
          const about = { organizationId, pathwayId, asOf: day! }
          const { points } = await readinessTrend(scope, about)
          const days = termEnds(day!, world.district.schoolYearStartsOn, 6)
          expect(points, where).toEqual(
            days.map((asOf) => {
              const counts = countNaively(world, asOf, pathwayId, isInside)
              const { audience = 0, demonstrated = 0, current = 0 } = counts ?? {}
              return { asOf, audience, demonstrated, current }
            }),
          )
        }
      }
    }
  },
  PATIENCE,
)

test(
  'so is what is kept of a month',
  async () => {
    for (const world of worlds) {
      const day = world.days.at(-1)!

      const month = await makeMonth(scopeIn(world), day)

      const minutesByKind = Object.entries(month.minutesByKind).filter(([, minutes]) => minutes)
      expect(
        { ...month, minutesByKind: Object.fromEntries(minutesByKind) },
        `world ${world.number}, ${day}`,
      ).toEqual(naiveMonth(world, day))
    }
  },
  PATIENCE,
)

test(
  'what a coordinator is told of a report is the plain computation, rounded',
  async () => {
    let told = 0
    for (const world of worlds.filter(({ number }) => number % 2 === 0)) {
      const scope = scopeIn(world, 'coordinator')
      for (const [turn, school] of [null, world.school].entries()) {
        const day = world.days[turn]!

        const report = await openReport(scope, { asOf: day, organization: school ?? undefined })

        const figures = figuresOf(report).map(
          ({ section, place, item, measure, value }): [string, number] => [
            [section, place?.id ?? '', item?.key ?? '', measure].join('|'),
            value,
          ],
        )
        const where = `world ${world.number}, ${day}, ${school ?? 'the district'}`
        expect(keyed(figures), where).toEqual(keyed(naiveTold(world, day, school)))
        told += report.rounded?.isWithheld ? 0 : 1
      }
    }
    expect(told).toBeGreaterThan(20)
  },
  PATIENCE,
)

test(
  'everybody and a state are told the numbers that a coordinator is told, and no other',
  async () => {
    let told = 0
    for (const world of worlds.filter(({ number }) => number % 2 === 0)) {
      const scope = scopeIn(world, 'coordinator')
      const [asOf] = world.days

      const page = publicReport(await openExactReport(scope, { asOf: asOf! }))
      const month = publish(await makeMonth(scope, asOf!))

      const report = await openReport(scope, { asOf: asOf! })
      const where = `world ${world.number}, ${asOf}`
      const isTold = !report.rounded!.isWithheld
      expect(page && numbersOn(page), where).toEqual(isTold ? numbersForAll(report) : null)
      expect(month, where).toEqual(isTold ? numbersForState(report) : null)
      told += isTold ? 1 : 0
    }
    expect(told).toBeGreaterThan(20)
  },
  PATIENCE,
)

const groupsOf = ({ equity }: Pick<Report, 'equity'>) =>
  equity.flatMap(({ key: line, groups }) =>
    groups.flatMap(({ key: group, reached }) => {
      if (!reached) return []
      return [{ line, group, educators: reached.educators, atOrAbove: reached.atOrAbove }]
    }),
  )

/** What a page for everybody says of all but pathways. */
const numbersOn = ({ participation, inThreeYears, schools, equity, ...page }: PublicReport) => ({
  educators: [participation.people, inThreeYears.people],
  atOrAbove: participation.reached,
  inThreeYears: inThreeYears.reached,
  schools: schools.shown.map(({ id, people, reached }) => [id, people, reached]),
  minutes: page.minutes,
  byKind: page.byKind,
  badges: page.badges,
  approvals: page.approvals && [page.approvals.inTime.people, page.approvals.inTime.reached],
  waiting: page.approvals?.waiting,
  groups: equity.flatMap(({ key: line, groups }) =>
    groups.map(({ key: group, people, reached }) => [line, group, people, reached]),
  ),
})

const numbersForAll = (report: Report): ReturnType<typeof numbersOn> => {
  const { participation, hours, badges, approvals } = report
  return {
    educators: [participation.educators, participation.educators],
    atOrAbove: participation.atOrAbove,
    inThreeYears: participation.inThreeYears,
    schools: participation.bySchool.map((row) => [row.id, row.educators, row.atOrAbove]),
    minutes: hours.minutes,
    byKind: hours.byKind,
    badges: { current: badges.current, expiring: badges.expiring },
    approvals: [approvals.decided, approvals.inTime],
    waiting: approvals.waiting,
    groups: groupsOf(report).map((row) => [row.line, row.group, row.educators, row.atOrAbove]),
  }
}

const numbersForState = (report: Report): PublishedMonth => {
  const { participation, hours, evidence, approvals } = report
  const { decided, inTime, waiting, late } = approvals
  return {
    educators: participation.educators,
    atOrAbove: participation.atOrAbove,
    inThreeYears: participation.inThreeYears,
    minutes: hours.minutes,
    minutesByKind: Object.fromEntries(hours.byKind.map(({ kind, minutes }) => [kind, minutes])),
    minutesByStrength: byStrength((strength) => evidence[strength]),
    groups: groupsOf(report),
    approvals: { decided, inTime, waiting, late },
  }
}

test(
  'a snapshot keeps every byte while history is corrected, and today’s report differs where it should',
  async () => {
    for (const world of worlds.filter(({ number }) => number % 5 === 0)) {
      const scope = scopeIn(world)
      const id = newId()
      const write = <Given extends unknown[], Result>(
        command: (scope: ReturnType<typeof writeScopeOf>, ...given: Given) => Promise<Result>,
        ...given: Given
      ) =>
        store().write((tx) =>
          command(writeScopeOf(tx, scope.district, scope.actor, WORLD_NOW), ...given),
        )
      await write(freezeReport, { id, name: 'For the board', asOf: world.today, note: undefined })
      const before = await readSnapshot(scope, id)
      const live = await openReport(scope, { asOf: world.today })
      const taken = world.things.find(
        ({ kind, memberId, sent }) =>
          kind === 'activity' &&
          memberId !== scope.actor.id &&
          sent.at(-1)?.happened.at(-1)?.what === 'approved',
      )

      if (taken) await write(reopenSubmission, taken.sent.at(-1)!.id, { reason: 'By mistake.' })
      await write((inside) =>
        inside.db
          .update(affiliations)
          .set({ endedOn: '2020-01-01' })
          .where(eq(affiliations.memberId, world.members.at(-1)!.id)),
      )

      const where = `world ${world.number}`
      expect(await readSnapshot(scope, id), where).toEqual(before)
      const { snapshot, differences } = await openSnapshot(scope, id)
      expect(snapshot, where).toMatchObject({ isWhole: true, sha256: before.sha256 })
      const now = await openReport(scope, { asOf: world.today })
      const waiting = differences.find(
        ({ section, place, measure }) => section === 'approvals' && !place && measure === 'waiting',
      )
      expect(waiting && waiting.after! - waiting.before!, where).toBe(taken ? 1 : undefined)
      expect(JSON.stringify(now) === JSON.stringify(live), where).toBe(differences.length === 0)
    }
  },
  PATIENCE,
)
