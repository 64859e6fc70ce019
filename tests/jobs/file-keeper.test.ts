import { eq } from '#db/query.server'
import { evidence } from '#db/schema'
import { describe, expect, test } from 'vitest'
import { keepToSchedule } from '~/cli/retention'
import { placeHold } from '~/domain/holds/placing.server'
import { setSchedule } from '~/domain/retention/schedule.server'
import { keepFiles } from '~/jobs/file-keeper.server'
import { certify, leaver } from '../domain/retention/files-of'
import { openTestStore } from '../support/database'
import { memoryFiles } from '../support/files'
import { asMember } from '../support/members'
import { world, WORLD_NOW } from '../support/world'

const { rosa } = world.northside
const TOMORROW = new Date(WORLD_NOW.getTime() + 24 * 60 * 60 * 1000)
const unexpected = (error: unknown) => {
  throw error
}

/** A district with a file that is due, in the storage as well. */
async function withDueFile() {
  const store = await openTestStore()
  const files = memoryFiles()
  const office = await asMember(store, rosa)
  const member = await leaver(office, '2016-06-30')
  const file = await certify(office, member.id, { on: '2015-03-02' })
  files.contents.set(`${office.district.id}/${file.id}`, Buffer.from('%PDF-1.7'))
  const isThere = async () => (await files.open(office.district.id, file.id)) !== null
  const row = async () => {
    const [found] = await office.scope.db
      .select({ keptUntil: evidence.keptUntil, destroyedOn: evidence.destroyedOn })
      .from(evidence)
      .where(eq(evidence.id, file.id))
    return found
  }
  return { store, files, office, member, isThere, row }
}

const DESTROYING = { evidenceYears: 5, separationYears: 6, destroysWhenDue: true }

describe('each night', () => {
  test('it is noted until when files are kept, and none goes unless the district wants that', async () => {
    const { store, files, isThere, row } = await withDueFile()

    await keepFiles(store, files, WORLD_NOW, unexpected)

    expect(await row()).toEqual({ keptUntil: '2022-06-30', destroyedOn: null })
    expect(await isThere()).toBe(true)
  })

  test('what is due goes where the district wants that, with its bytes', async () => {
    const { store, files, office, isThere, row } = await withDueFile()
    await office.write(setSchedule, DESTROYING)

    await keepFiles(store, files, WORLD_NOW, unexpected)

    expect(await row()).toMatchObject({ destroyedOn: '2026-11-20' })
    expect(await isThere()).toBe(false)
  })

  test('a legal hold keeps it', async () => {
    const { store, files, office, member, isThere } = await withDueFile()
    await office.write(setSchedule, DESTROYING)
    await office.write(placeHold, member.id, { matter: 'Grievance' })

    await keepFiles(store, files, WORLD_NOW, unexpected)

    expect(await isThere()).toBe(true)
  })

  test('a day is looked through once, the next one again', async () => {
    const { store, files, office, member, row } = await withDueFile()
    await keepFiles(store, files, WORLD_NOW, unexpected)
    await office.write(async ({ db }) => {
      await db.update(evidence).set({ keptUntil: null }).where(eq(evidence.memberId, member.id))
    })

    await keepFiles(store, files, WORLD_NOW, unexpected)
    const same = await row()
    await keepFiles(store, files, TOMORROW, unexpected)

    expect(same).toMatchObject({ keptUntil: null })
    expect(await row()).toMatchObject({ keptUntil: '2022-06-30' })
  })
})

test('cairn retention tells what is due, and destroys it only when told to', async () => {
  const { store, files, isThere } = await withDueFile()
  const counts = { held: 0, coming: 0 }

  const told = await keepToSchedule(store, files, 'northside', { now: WORLD_NOW })
  const wasThere = await isThere()
  const done = await keepToSchedule(store, files, 'northside', { now: WORLD_NOW, destroy: true })

  expect(told).toEqual({ ...counts, due: 1, destroyed: 0, destroyedNow: 0 })
  expect(wasThere).toBe(true)
  expect(done).toEqual({ ...counts, due: 0, destroyed: 1, destroyedNow: 1 })
  expect(await isThere()).toBe(false)
  await expect(keepToSchedule(store, files, 'nowhere')).rejects.toThrow('no district')
})
