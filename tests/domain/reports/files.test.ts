import { eq } from '#db/query.server'
import { organizations } from '#db/schema'
import { Forbidden, NotFound } from '~/domain/errors'
import { reportJson, takeReport, takeSnapshot } from '~/domain/reports/files.server'
import { figuresOf } from '~/domain/reports/report.server'
import { SECTIONS } from '~/domain/reports/sections/index.server'
import { openSnapshot } from '~/domain/reports/snapshots.server'
import { reportXlsx } from '~/domain/reports/xlsx.server'
import { PACKAGE_LIMITS } from '~/domain/roster/package-limits'
import { readZip } from '~/domain/roster/zip.server'
import type { WriteScope } from '~/domain/scope.server'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { ana, rosa, schools, snapshots } = world.northside
/** The texts of a workbook by the path of each part. */
async function partsOf(workbook: Buffer) {
  const files = await readZip(workbook, PACKAGE_LIMITS)
  const texts = [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()] as const)
  return new Map(texts)
}

const rename = (scope: WriteScope, name: string) =>
  scope.db.update(organizations).set({ name }).where(eq(organizations.id, schools.middle))

test('the JSON has every figure, with the rule that counts it', async () => {
  const member = await asMember(await openTestStore(), rosa)
  const taken = await member.read(takeReport, { asOf: WORLD_TODAY })

  const saved = JSON.parse(reportJson(taken))

  expect(saved).toMatchObject({
    asOf: WORLD_TODAY,
    school: null,
    madeBy: 'Rosa Reyes',
    snapshot: null,
  })
  expect(saved.figures).toHaveLength(figuresOf(taken.report).length + 1)
  expect(saved.figures).toContainEqual({
    section: 'participation',
    place: null,
    item: null,
    measure: 'educators',
    name: 'Educators',
    unit: 'people',
    value: taken.report.participation.educators,
    asOf: WORLD_TODAY,
    rule: 'Educators and coaches with an affiliation on 20 November 2026, each once.',
  })
  expect(saved.sections[0].rule).toContain('affiliation held on 20 November 2026')
})

test('the workbook says what it is, and has a sheet for each section', async () => {
  const member = await asMember(await openTestStore(), rosa)
  const taken = await member.read(takeReport, { asOf: WORLD_TODAY })

  const parts = await partsOf(await reportXlsx(taken, 'America/New_York'))

  const sheets = [...parts.get('xl/workbook.xml')!.matchAll(/<sheet [^>]*name="([^"]+)"/g)]
  const present = new Set<string>(figuresOf(taken.report).map(({ section }) => section))
  const titles = Object.values(SECTIONS).filter(({ key }) => present.has(key))
  expect(sheets.map(([, name]) => name)).toEqual(['About', ...titles.map(({ title }) => title)])
  const all = [...parts.values()].join()
  expect(all).toContain('Made by')
  expect(all).toContain('Rosa Reyes')
  expect(all).toContain('20 November 2026')
  expect(all).toContain(`<v>${taken.report.hours.minutes}</v>`)
})

test('no text of the workbook runs as a formula', async () => {
  const store = await openTestStore()
  const [administrator, member] = [await asMember(store, rosa), await asMember(store, rosa)]
  await administrator.write(rename, '=HYPERLINK("http://evil.example")')
  const taken = await member.read(takeReport, { asOf: WORLD_TODAY })

  const parts = await partsOf(await reportXlsx(taken, 'America/New_York'))

  const all = [...parts.values()].join()
  expect(all).toContain(">'=HYPERLINK")
  expect(all).not.toContain('>=HYPERLINK')
  expect(all).not.toContain('<f>')
})

test('the files of a snapshot say who froze it, and what it said then', async () => {
  const member = await asMember(await openTestStore(), rosa)
  const { snapshot, report } = await member.read(openSnapshot, snapshots.june)

  const taken = await member.read(takeSnapshot, snapshots.june)

  expect(taken.report).toEqual(report)
  const { name, sha256 } = snapshot
  expect(JSON.parse(reportJson(taken)).snapshot).toEqual({ name, sha256 })
  const parts = await partsOf(await reportXlsx(taken, 'America/New_York'))
  expect([...parts.values()].join()).toContain(sha256)
})

test('who reads no report takes none, and another district has no such snapshot', async () => {
  const store = await openTestStore()
  const [educator, other] = [
    await asMember(store, ana),
    await asMember(store, world.southside.ming),
  ]

  await expect(educator.read(takeReport, { asOf: WORLD_TODAY })).rejects.toThrow(Forbidden)
  await expect(educator.read(takeSnapshot, snapshots.june)).rejects.toThrow(Forbidden)
  await expect(other.read(takeSnapshot, snapshots.june)).rejects.toThrow(NotFound)
})
