import { expect, test } from 'vitest'
import { paths } from '~/http/paths'
import * as report from '~/routes/report/index'
import * as snapshot from '~/routes/report/snapshots/show'
import { openTestStore } from '../../support/database'
import { visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside, southside } = world
const { rosa, schools, snapshots } = northside

const open = async (query: Record<string, string>) =>
  visit(report, {
    store: await openTestStore(),
    as: rosa,
    url: `${paths.report(northside)}?${new URLSearchParams({ asOf: '2026-11-20', ...query })}`,
  })

const comparedWith = async (query: Record<string, string>) =>
  (await open(query)).body.comparison?.compared

test('the address says what stands beside the report', async () => {
  const organization = schools.middle

  expect(await comparedWith({ compare: 'year-before' })).toBe('20 November 2025')
  expect(await comparedWith({ compare: '2026-06-30' })).toBe('30 June 2026')
  expect(await comparedWith({ compare: 'day', on: '2026-06-30' })).toBe('30 June 2026')
  expect(await comparedWith({ compare: '', on: '2026-06-30' })).toBe('30 June 2026')
  expect(await comparedWith({ compare: 'district', organization })).toContain('Northside')
  expect(await comparedWith({ compare: snapshots.june })).toContain('for the board')
})

test('what is no day, no snapshot or still to come stands beside nothing', async () => {
  expect(await comparedWith({})).toBeUndefined()
  expect(await comparedWith({ compare: 'none', on: '2026-06-30' })).toBeUndefined()
  expect(await comparedWith({ compare: 'district' })).toBeUndefined()
  expect(await comparedWith({ compare: 'day' })).toBeUndefined()
  expect(await comparedWith({ compare: 'yesterday' })).toBeUndefined()
  expect(await comparedWith({ compare: '2027-06-30' })).toBeUndefined()
  expect((await open({ compare: southside.snapshots.june })).status).toBe(404)
})

test('the schools of a section are compared where the address opens it', async () => {
  const schoolsIn = async (table: string) => {
    const { body } = await open({ compare: '2026-06-30', table })
    const sections: { key: string; pairs: { place: unknown }[] }[] = body.comparison.sections
    return sections.filter(({ pairs }) => pairs.some(({ place }) => place)).map(({ key }) => key)
  }

  expect(await schoolsIn('compared-hours')).toEqual(['hours'])
  expect(await schoolsIn('all')).toContain('participation')
  expect(await schoolsIn('hours')).toEqual([])
})

test('a snapshot stands beside another', async () => {
  const url = `${paths.snapshot(northside, snapshots.june)}?compare=${snapshots.june}`
  const params = { snapshot: snapshots.june }

  const page = await visit(snapshot, { store: await openTestStore(), as: rosa, url, params })

  expect(page.body.comparison.compared).toBe(page.body.snapshot.name)
})
