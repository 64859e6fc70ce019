import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { eq } from '#db/query.server'
import { districts, members, rosterImports } from '#db/schema'
import { INTERRUPTED } from '~/domain/roster/import'
import { startRosterReader } from '~/jobs/roster-reader.server'
import * as administrators from '~/routes/manage/roster/administrators'
import * as list from '~/routes/manage/roster/index'
import * as handIn from '~/routes/manage/roster/new'
import * as rejected from '~/routes/manage/roster/rejected'
import * as page from '~/routes/manage/roster/show'
import { openTestStore, type TestStore } from '../../support/database'
import { asMember } from '../../support/members'
import { type Form, send, visit } from '../../support/requests'
import { crowd, rosterZip, user } from '../../support/rosters'
import { world, WORLD_NOW } from '../../support/world'

const { rosa, ming, ana } = world.northside
const base = '/d/northside/manage/roster'
const ORGS = [
  { sourcedId: 'd', name: 'Northside', type: 'district' },
  { sourcedId: 'northside-middle', name: 'Riverbend Middle School', type: 'school' },
]

/** Somebody at the middle school who is new. */
const hana = (cells = {}) => user('Hana Hill', { orgSourcedIds: 'northside-middle', ...cells })

describe('handing in a file', () => {
  test('reads it and shows what it would change, and changes nothing', async () => {
    const desk = await openDesk()

    const { answer, shown } = await desk.read({ orgs: ORGS, users: [hana()], mode: 'delta' })

    expect(answer).toRedirectTo(/^\/d\/northside\/manage\/roster\/[0-9a-z]{7,13}$/)
    expect(shown.body).toMatchObject({
      standing: 'previewed',
      fileName: 'roster.zip',
      by: rosa.name,
      outcome: {
        members: { created: 1, changed: 0, ended: 0, unchanged: 0 },
        check: { valid: false },
        stop: null,
      },
    })
    expect(await memberNamed(desk.store, 'Hill')).toBeUndefined()
  })

  test('leaves no file behind', async () => {
    const before = temporaryFiles()

    await (await openDesk()).read({ orgs: ORGS, users: [hana()], mode: 'delta' })

    expect(temporaryFiles()).toEqual(before)
  })

  test('without a file is refused at its field', async () => {
    const desk = await openDesk()

    const answer = await desk.handIn({ file: undefined })

    expect(answer.status).toBe(422)
    expect(answer).toHaveFieldError('file', /Choose the zip/)
  })

  test('that is no zip is refused before it is kept', async () => {
    const before = temporaryFiles()
    const desk = await openDesk()

    const answer = await desk.handIn({ file: new File(['users'], 'users.csv') })

    expect(answer).toHaveFieldError('file', /“users.csv” is no zip/)
    expect(temporaryFiles()).toEqual(before)
    expect(await desk.store.read.$count(rosterImports)).toBe(2)
  })

  test('that only looks like a zip says why it could not be read', async () => {
    const desk = await openDesk()

    const shown = await desk.readFile(new File(['PK and nothing else'], 'broken.zip'))

    expect(shown.body).toMatchObject({ standing: 'failed', outcome: null })
    expect(shown.body.failure).toMatch(/not a zip that can be opened/)
    expect(desk.reported).toEqual([])
  })

  test('is only for administrators', async () => {
    const store = await openTestStore()
    const form = { file: await rosterZip({ orgs: ORGS }) }

    const asked = [ming, ana].map((as) => send(handIn, { store, as, url: `${base}/new`, form }))

    for (const answer of await Promise.all(asked)) expect(answer.status).toBe(403)
    expect(await visit(list, { store, as: ming, url: base })).toBeForbidden()
  })
})

describe('applying', () => {
  test('changes the district and forgets the staff that was read', async () => {
    const desk = await openDesk()
    const { importId } = await desk.read({ orgs: ORGS, users: [hana()], mode: 'delta' })

    const { answer, shown } = await desk.apply(importId)

    expect(answer).toRedirectTo(`${base}/${importId}`)
    expect(shown.body).toMatchObject({ standing: 'applied', outcome: { members: { created: 1 } } })
    expect(shown.body.outcome.enrolled).toBeGreaterThan(0)
    expect(await memberNamed(desk.store, 'Hill')).toMatchObject({
      email: 'hana.hill@fresh.example',
    })
    expect(await rosterOfImport(desk.store, importId)).toBeNull()
  })

  test('twice is refused, and the second says so', async () => {
    const desk = await openDesk()
    const { importId } = await desk.read({ orgs: ORGS, users: [hana()], mode: 'delta' })
    await desk.apply(importId)

    const { answer } = await desk.apply(importId)

    expect(answer.status).toBe(409)
  })

  test('what would end many asks first', async () => {
    const desk = await openDesk()
    const { importId, shown } = await desk.read({ orgs: ORGS, users: [hana()] })

    const refused = await desk.apply(importId)

    expect(shown.body.outcome.stop.ended).toBeGreaterThan(3)
    expect(refused.answer.status).toBe(422)
    expect(refused.answer).toHaveFieldError('acceptEndings')
    expect(refused.shown.body.standing).toBe('previewed')

    const { shown: applied } = await desk.apply(importId, { acceptEndings: 'on' })
    expect(applied.body.standing).toBe('applied')
  })

  test('what would end many only since it was read goes back to the preview', async () => {
    const desk = await openDesk()
    const { importId } = await desk.read({ orgs: ORGS, users: [hana()] })
    await desk.pretendNothingEnds(importId)

    const { shown } = await desk.apply(importId)

    expect(shown.body.standing).toBe('previewed')
    expect(shown.body.failure).toMatch(/This would end \d+ of \d+ active affiliations/)
    expect(shown.body.outcome.stop).not.toBeNull()
    expect(await memberNamed(desk.store, 'Hill')).toBeUndefined()
  })

  test('somebody with a known address is a new person until they are said to be the same', async () => {
    const desk = await openDesk()
    const first = await desk.read({ orgs: ORGS, users: [hana()], mode: 'delta' })
    await desk.apply(first.importId)
    const renumbered = { orgs: ORGS, users: [hana({ sourcedId: 'h2' })], mode: 'delta' as const }

    const { importId, shown } = await desk.read(renumbered)

    expect(shown.body.outcome.emailMatches).toEqual([
      { sourcedId: 'h2', name: 'Hana Hill', member: 'Hana Hill', email: 'hana.hill@fresh.example' },
    ])
    expect(shown.body.outcome.members).toMatchObject({ created: 1 })
    const applied = await desk.apply(importId, { confirmed: 'h2' })
    expect(applied.shown.body.outcome.members).toMatchObject({ created: 0, changed: 1 })
  })
})

describe('questions', () => {
  const PRINCIPAL = { orgs: ORGS, users: [hana({ role: 'administrator' })], mode: 'delta' as const }

  test('what an administrator is is asked once, and the preview follows', async () => {
    const desk = await openDesk()
    const { importId, shown } = await desk.read(PRINCIPAL)
    const url = `${base}/${importId}/administrators`

    const answer = await send(administrators, {
      store: desk.store,
      as: rosa,
      url,
      params: { import: importId },
      form: { administratorRole: 'principal' },
    })

    expect(shown.body.outcome.questions).toMatchObject([{ kind: 'administrator_role' }])
    expect(answer).toRedirectTo(`${base}/${importId}`)
    const after = await desk.show(importId)
    expect(after.body.outcome.questions).toEqual([])
    expect(after.body.outcome.changes[0].named[0]).toMatchObject({ role: 'principal' })
    const again = await desk.read(PRINCIPAL)
    expect(again.shown.body.outcome.questions).toEqual([])
    expect(await districtOf(desk.store)).toMatchObject({ administratorRole: 'principal' })
  })

  test('what needs the file again is asked with it', async () => {
    const desk = await openDesk()
    const users = ['a', 'b', 'c'].map((name) => hana({ sourcedId: name, role: 'librarian' }))
    const { importId, shown } = await desk.read({ orgs: ORGS, users, mode: 'delta' })

    const form = await visit(handIn, {
      store: desk.store,
      as: rosa,
      url: `${base}/new?after=${importId}`,
    })

    expect(shown.body.outcome.skipped.others).toBe(3)
    expect(form.body.questions).toMatchObject([{ kind: 'unknown_role', role: 'librarian' }])
    const answered = await desk.readFile(
      await rosterZip({ orgs: ORGS, users: [users[0]!], mode: 'delta' }),
      { 'otherRoles[0].name': 'librarian', 'otherRoles[0].role': 'educator' },
    )
    expect(answered.body.outcome.members).toMatchObject({ created: 1 })
  })
})

test('rejected rows come back with their reasons', async () => {
  const desk = await openDesk()
  const { importId, shown } = await desk.read({
    orgs: ORGS,
    users: [hana(), hana({ sourcedId: 'h2', orgSourcedIds: 'nowhere' })],
  })

  const answer = await visit(rejected, {
    store: desk.store,
    as: rosa,
    url: `${base}/${importId}/rejected.csv?file=users.csv`,
    params: { import: importId },
  })

  expect(shown.body.rejectedFiles).toEqual([{ file: 'users.csv', rows: 1 }])
  expect(answer.headers.get('Content-Disposition')).toBe(
    'attachment; filename="rejected-users.csv"',
  )
  expect(answer.body).toContain(
    'orgSourcedIds refers to an organization that orgs.csv does not have',
  )
  const none = await visit(rejected, {
    store: desk.store,
    as: rosa,
    url: `${base}/${importId}/rejected.csv?file=orgs.csv`,
    params: { import: importId },
  })
  expect(none).toBeNotFound()
})

test('the list has every import, newest first', async () => {
  const desk = await openDesk()
  const { importId } = await desk.read({ orgs: ORGS, users: crowd(2), mode: 'delta' })

  const answer = await visit(list, { store: desk.store, as: rosa, url: base })

  expect(answer.body.imports.rows.map((row: { id: string }) => row.id)).toEqual([
    importId,
    world.northside.rosterImport,
  ])
})

test('an import whose process has ended says so', async () => {
  const desk = await openDesk()
  const { importId } = await desk.read({ orgs: ORGS, users: [hana()], mode: 'delta' })
  const hourAgo = new Date(WORLD_NOW.getTime() - 60 * 60 * 1000)
  await desk.change(importId, {
    status: 'reading',
    createdAt: hourAgo,
    roster: null,
    outcome: null,
  })

  const stopped = await desk.show(importId)

  expect(stopped.body).toMatchObject({ standing: 'failed', failure: INTERRUPTED })
})

test('applying that never ended can be done again', async () => {
  const desk = await openDesk()
  const { importId } = await desk.read({ orgs: ORGS, users: [hana()], mode: 'delta' })
  const hourAgo = new Date(WORLD_NOW.getTime() - 60 * 60 * 1000)
  await desk.change(importId, { status: 'applying', appliedAt: hourAgo })

  const stopped = await desk.show(importId)
  const { shown } = await desk.apply(importId)

  expect(stopped.body.standing).toBe('previewed')
  expect(shown.body.standing).toBe('applied')
})

test('no text of the database has the name of a student', async () => {
  const desk = await openDesk()
  const users = [
    hana(),
    user('Zebulon Quartermaine', { role: 'student', orgSourcedIds: 'northside-middle' }),
    user('Philippa Quartermaine', { role: 'guardian', orgSourcedIds: '' }),
    user('Zelda Quartermaine', { role: 'student', orgSourcedIds: 'nowhere', enabledUser: 'maybe' }),
  ]
  const { importId, shown } = await desk.read({ orgs: ORGS, users, mode: 'delta' })
  const texts = [await everythingIn(desk.store)]

  await desk.apply(importId)

  texts.push(await everythingIn(desk.store))
  expect(shown.body.outcome.skipped).toEqual({ students: 2, parents: 1, others: 0 })
  for (const text of texts) {
    expect(text).toContain('hana.hill')
    expect(text.toLowerCase()).not.toMatch(/quartermaine|zebulon|philippa|zelda/)
  }
})

test('an import of the other district is not there', async () => {
  const desk = await openDesk()
  const { importId } = await desk.read({ orgs: ORGS, users: [hana()], mode: 'delta' })
  const url = `/d/southside/manage/roster/${importId}`
  const params = { import: importId }
  const as = world.southside.rosa

  expect(await visit(page, { store: desk.store, as, url, params })).toBeNotFound()
  expect(await send(page, { store: desk.store, as, url, params })).toBeNotFound()
})

/** A database, and a reader of rosters that can be waited for. */
async function openDesk() {
  const store = await openTestStore()
  const reported: unknown[] = []
  const rosters = startRosterReader(store, {
    now: () => WORLD_NOW,
    report: (error) => void reported.push(error),
  })
  const context = { rosters }
  const show = (importId: string) =>
    visit(page, { store, as: rosa, url: `${base}/${importId}`, params: { import: importId } })
  const handFileIn = (form: Form) =>
    send(handIn, { store, as: rosa, url: `${base}/new`, form, context })
  const change = async (importId: string, values: Partial<typeof rosterImports.$inferInsert>) => {
    const member = await asMember(store, rosa)
    await member.write(async ({ db }) => {
      await db.update(rosterImports).set(values).where(eq(rosterImports.id, importId))
    })
  }
  const idOf = (redirect: string | null) => redirect!.split('/').at(-1)!

  return {
    store,
    reported,
    show,
    async handIn(form: Form) {
      return handFileIn({ ...form, file: form.file ?? new File([], '') })
    },
    async readFile(file: File, form: Form = {}) {
      const answer = await handFileIn({ ...form, file })
      await rosters.idle()
      return show(idOf(answer.redirect))
    },
    async read(files: Parameters<typeof rosterZip>[0]) {
      const answer = await handFileIn({ file: await rosterZip(files) })
      await rosters.idle()
      const importId = idOf(answer.redirect)
      return { answer, importId, shown: await show(importId) }
    },
    async apply(importId: string, form: Form = {}) {
      const answer = await send(page, {
        store,
        as: rosa,
        url: `${base}/${importId}`,
        params: { import: importId },
        form,
        context,
      })
      await rosters.idle()
      return { answer, shown: await show(importId) }
    },
    change,
    async pretendNothingEnds(importId: string) {
      const { outcome } = (await show(importId)).body
      await change(importId, { outcome: { ...outcome, stop: null } })
    },
  }
}

const temporaryFiles = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('cairn-roster-'))

async function memberNamed(store: TestStore, familyName: string) {
  const [member] = await store.read.select().from(members).where(eq(members.familyName, familyName))
  return member
}

async function rosterOfImport(store: TestStore, importId: string) {
  const [row] = await store.read
    .select({ roster: rosterImports.roster })
    .from(rosterImports)
    .where(eq(rosterImports.id, importId))
  return row?.roster
}

async function districtOf(store: TestStore) {
  const [district] = await store.read
    .select()
    .from(districts)
    .where(eq(districts.slug, 'northside'))
  return district
}

/** All rows of all tables, as text. */
async function everythingIn(store: TestStore) {
  const tables = Object.values(await import('#db/schema')).filter(
    (exported) => typeof exported === 'object',
  )
  const texts: string[] = []
  for (const table of tables) {
    texts.push(JSON.stringify(await store.read.select().from(table as typeof members)))
  }
  return texts.join('\n')
}
