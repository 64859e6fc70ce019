import { recordViews } from '#db/schema'
import { forDistrict } from '#db/tenant.server'
import { describe, expect, it } from 'vitest'
import { ROWS_HEADER } from '~/http/long-table'
import { paths } from '~/http/paths'
import * as behind from '~/routes/manage/licenses/lists/behind'
import * as behindCsv from '~/routes/manage/licenses/lists/behind-csv'
import * as expiring from '~/routes/manage/licenses/lists/expiring'
import * as expiringCsv from '~/routes/manage/licenses/lists/expiring-csv'
import * as lost from '~/routes/manage/licenses/lists/lost'
import * as lostCsv from '~/routes/manage/licenses/lists/lost-csv'
import * as sample from '~/routes/manage/licenses/lists/sample'
import * as sampleCsv from '~/routes/manage/licenses/lists/sample-csv'
import * as readiness from '~/routes/readiness/index'
import * as cycle from '~/routes/renewal/cycles/show'
import { openTestStore } from '../../support/database'
import { visit } from '../../support/requests'
import { world } from '../../support/world'

const { northside } = world
const { ana, ben, ida, mara, ming, rosa } = northside

describe('the lists of renewals', () => {
  it('read what the address narrows, and ignore what it cannot mean', async () => {
    const store = await openTestStore()
    const url = `${paths.licensesBehind(northside)}?months=6&sort=-ends&reason=nonsense&state=Maine`

    const { body } = await visit(behind, { store, as: ida, url })

    expect(body.filter).toMatchObject({ months: 6, sort: '-ends' })
    expect(body.filter.reason ?? body.filter.jurisdiction).toBe(undefined)
    expect(body.found.rows.map(({ name }: { name: string }) => name)).toEqual([ben.name])
  })

  it('are files as well, narrowed alike', async () => {
    const store = await openTestStore()

    const file = await visit(behindCsv, {
      store,
      as: rosa,
      url: `${paths.licensesBehindCsv(northside)}?months=6`,
    })

    expect(file.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    expect(file.headers.get('Content-Disposition')).toContain('cairn-not-on-target-2026-11-20.csv')
    expect(file.body.trim().split('\r\n')).toHaveLength(2)
    expect(file.body).toContain(ben.name)
  })

  it.each([
    ['not on target', behindCsv, paths.licensesBehindCsv],
    ['that expire', expiringCsv, paths.licensesExpiringCsv],
    ['of hours lost', lostCsv, paths.licensesLostCsv],
    ['of the sample', sampleCsv, paths.licensesSampleCsv],
  ])('as files %s say how many rows come, and are refused with a status', async (_, file, at) => {
    const store = await openTestStore()
    const elsewhere = `?organization=${world.southside.schools.middle}`

    const given = await visit(file, { store, as: ida, url: at(northside) })
    const notGiven = await visit(file, { store, as: ming, url: at(northside) })
    const unknown = await visit(file, { store, as: ida, url: at(northside) + elsewhere })

    const lines = given.body.trim().split('\r\n')
    expect(given.headers.get(ROWS_HEADER)).toBe(String(lines.length - 1))
    expect([notGiven.status, unknown.status]).toEqual([403, 404])
    expect(notGiven.headers.has(ROWS_HEADER)).toBe(false)
  })

  it('look a year ahead unless a day is given', async () => {
    const store = await openTestStore()
    const url = paths.licensesExpiring(northside)

    const year = await visit(expiring, { store, as: rosa, url })
    const spring = await visit(expiring, { store, as: rosa, url: `${url}?by=2027-04-30` })

    expect([year.body.filter.by, year.body.found.total]).toEqual(['2027-11-20', 2])
    expect(spring.body.found.total).toBe(1)
  })

  it('open a reason, and draw what the seed in the address says', async () => {
    const store = await openTestStore()
    const lostUrl = `${paths.licensesLost(northside)}?reason=proof`
    const query = '?seed=spring&size=2'

    const opened = await visit(lost, { store, as: rosa, url: lostUrl })
    const page = await visit(sample, {
      store,
      as: rosa,
      url: paths.licensesSample(northside) + query,
    })
    const file = await visit(sampleCsv, {
      store,
      as: rosa,
      url: paths.licensesSampleCsv(northside) + query,
    })

    expect(opened.body.opened).toMatchObject({ reason: 'proof' })
    expect(page.body.filter).toMatchObject({ seed: 'spring', size: 2 })
    for (const { title } of page.body.sample.rows) expect(file.body).toContain(title)
  })

  it('do not note anybody, but who is opened from them is told', async () => {
    const store = await openTestStore()
    const views = () => forDistrict(store.read, northside.id).count(recordViews)
    const before = await views()

    await visit(behind, { store, as: ida, url: paths.licensesBehind(northside) })
    const unopened = await views()
    const url = paths.cycle(northside, northside.cycles.ofBen)
    await visit(cycle, { store, as: ida, url, params: { cycle: northside.cycles.ofBen } })

    expect(unopened).toBe(before)
    expect(await views()).toBe(before + 1)
  })
})

describe('the panel “License renewal” of a school', () => {
  it('has nobody in it who does not share, and is not there for coordinators', async () => {
    const store = await openTestStore()
    const url = paths.readiness(northside)

    const principal = await visit(readiness, { store, as: mara, url })
    const coordinator = await visit(readiness, { store, as: ming, url })

    expect(principal.body.health).toMatchObject({ sharing: 1, people: [{ name: ben.name }] })
    expect(JSON.stringify(principal.body.health)).not.toContain(ana.name)
    expect(coordinator.body.health).toBe(null)
  })
})
