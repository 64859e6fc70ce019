import { newId } from '#db/id'
import { yardsticks } from '#db/schema'
import { decide } from '~/domain/approvals/deciding.server'
import { reopenSubmission } from '~/domain/approvals/reopening.server'
import { Forbidden, Invalid, NotFound } from '~/domain/errors'
import { differencesBetween, type SectionFigure } from '~/domain/reports/comparing'
import { snapshotInput } from '~/domain/reports/inputs.server'
import { openReport } from '~/domain/reports/report.server'
import {
  freezeReport,
  listSnapshots,
  openSnapshot,
  readSnapshot,
} from '~/domain/reports/snapshots.server'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world, WORLD_TODAY } from '../../support/world'

const { ana, ida, mara, rosa, snapshots, submissions } = world.northside
const asToday = () => ({ id: newId(), name: 'For the board', asOf: WORLD_TODAY, note: undefined })

test('a snapshot is the report of its day, with who froze it and its hash', async () => {
  const administrator = await asMember(await openTestStore(), rosa)
  const input = asToday()

  await administrator.write(freezeReport, input)

  const { snapshot, report, differences } = await administrator.read(openSnapshot, input.id)
  expect(snapshot).toMatchObject({ name: 'For the board', frozenBy: 'Rosa Reyes', isWhole: true })
  expect(report).toEqual(await administrator.read(openReport, { asOf: WORLD_TODAY }))
  expect(differences).toEqual([])
  const { content } = await administrator.read(readSnapshot, input.id)
  expect(createHash('sha256').update(content).digest('hex')).toBe(snapshot.sha256)
})

test('a correction changes no byte of it, and is shown as a difference', async () => {
  const store = await openTestStore()
  const [principal, administrator] = [await asMember(store, mara), await asMember(store, rosa)]
  const input = asToday()
  await administrator.write(freezeReport, input)
  const before = await administrator.read(readSnapshot, input.id)

  await principal.write(reopenSubmission, submissions.approved, { reason: 'A mistake of mine.' })

  expect(await administrator.read(readSnapshot, input.id)).toEqual(before)
  const { differences } = await administrator.read(openSnapshot, input.id)
  const total = differences.find(
    ({ section, place, item }) => section === 'hours' && !place && !item,
  )
  expect(total!.after! - total!.before!).toBe(-180)
})

test('another yardstick for the day is a difference, and what is different is called as the report calls it', async () => {
  const administrator = await asMember(await openTestStore(), rosa)
  const input = asToday()
  await administrator.write(freezeReport, input)
  const { yardstick } = await administrator.read(openReport, { asOf: WORLD_TODAY })

  await administrator.write((scope) =>
    scope.db
      .update(yardsticks)
      .set({ minutes: yardstick + 60 })
      .where(undefined),
  )

  const { differences } = await administrator.read(openSnapshot, input.id)
  expect(differences[0]).toMatchObject({
    name: 'Participation · Yardstick',
    place: null,
    before: yardstick,
    after: yardstick + 60,
  })
  const names = new Set(differences.map(({ name }) => name))
  expect(names).not.toContain('Hours · Hours')
})

test('figures that were corrected are named, those of a kind with their kind', async () => {
  const store = await openTestStore()
  const [principal, administrator] = [await asMember(store, mara), await asMember(store, rosa)]
  const input = asToday()
  await administrator.write(freezeReport, input)

  await principal.write(reopenSubmission, submissions.approved, { reason: 'A mistake of mine.' })

  const { differences } = await administrator.read(openSnapshot, input.id)
  const names = differences.map(({ name }) => name)
  expect(names).toContain('Hours · Hours')
  expect(names.some((name) => /^Hours · .+ · Hours$/.test(name))).toBe(true)
  expect(names).not.toContain('Participation · Yardstick')
})

test('what is approved after the day is no difference of the day', async () => {
  const store = await openTestStore()
  const [educator, principal] = [await asMember(store, ana), await asMember(store, mara)]
  const administrator = await asMember(store, rosa)
  const { submission } = await educator.write(make.submission, { minutes: 300 })

  await principal.write(decide, { submissions: [submission.id], decision: 'approved' })

  const { differences } = await administrator.read(openSnapshot, snapshots.june)
  expect(differences).toEqual([])
})

test('a name is taken once, a form counts once, and a day to come is refused', async () => {
  const administrator = await asMember(await openTestStore(), rosa)
  const input = asToday()
  await administrator.write(freezeReport, input)

  await administrator.write(freezeReport, input)

  const { snapshots: all } = await administrator.read(listSnapshots, 1)
  expect(all.rows.map(({ name }) => name)).toEqual(['For the board', expect.any(String)])
  const { snapshots: pastTheEnd } = await administrator.read(listSnapshots, 900)
  expect(pastTheEnd).toEqual(all)
  const again = administrator.write(freezeReport, { ...input, id: newId() })
  await expect(again).rejects.toThrow(Invalid)
  const early = { ...asToday(), name: 'Too early', asOf: '2027-06-30' }
  await expect(administrator.write(freezeReport, early)).rejects.toThrow(Invalid)
  expect(snapshotInput.safeParse({ ...asToday(), name: ' ' }).success).toBe(false)
})

test('an auditor reads it, an educator does not, and another district has no such snapshot', async () => {
  const store = await openTestStore()
  const [auditor, educator] = [await asMember(store, ida), await asMember(store, ana)]
  const other = await asMember(store, world.southside.ming)

  expect((await auditor.read(listSnapshots, 1)).can).toEqual({ freeze: false })
  await expect(auditor.write(freezeReport, asToday())).rejects.toThrow(Forbidden)
  await expect(educator.read(openSnapshot, snapshots.june)).rejects.toThrow(Forbidden)
  await expect(other.read(openSnapshot, snapshots.june)).rejects.toThrow(NotFound)
})

test('differences are told figure by figure, of the sections that both have', () => {
  const figure = (section: string, measure: string, value: number): SectionFigure => ({
    section,
    place: null,
    item: null,
    measure,
    unit: 'rows',
    value,
  })

  const differences = differencesBetween(
    [figure('goals', 'met', 3), figure('goals', 'open', 1), figure('goals', 'withdrawn', 2)],
    [figure('goals', 'met', 4), figure('goals', 'open', 1), figure('approvals', 'kept', 9)],
  )

  expect(differences.map(({ measure, before, after }) => [measure, before, after])).toEqual([
    ['met', 3, 4],
    ['withdrawn', 2, null],
  ])
})
