import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { members, rosterImports } from '#db/schema'
import { Failure } from '~/cli/failure'
import { checkRosterPath, importRosterPath } from '~/cli/roster'
import { emptyStore } from '../support/database'
import { freshDistrict } from '../support/fresh-district'
import { crowd, type RosterFiles, rosterTexts, user } from '../support/rosters'
import { WORLD_NOW as now } from '../support/world'

const USERS = [user('Ana Alvarez'), user('Sam Student', { role: 'student' })]

test('a dry run tells what would change, and changes nothing', async () => {
  const store = await emptyStore()
  await freshDistrict(store)
  const lost = user('Lea Lost', { orgSourcedIds: 'nowhere' })

  const outcome = await importRosterPath(store, 'fresh', folderOf({ users: [...USERS, lost] }))

  expect(outcome).toEqual({
    applied: false,
    organizations: { created: 2, changed: 1, ended: 0, unchanged: 0 },
    members: { created: 1, changed: 0, ended: 0, unchanged: 0 },
    affiliations: { created: 1, changed: 0, ended: 0, unchanged: 0 },
    skipped: { students: 1, parents: 0 },
    rejected: [
      {
        file: 'users.csv',
        row: 4,
        field: 'orgSourcedIds',
        message: 'orgSourcedIds refers to an organization that orgs.csv does not have.',
      },
    ],
  })
  expect(await store.read.$count(members)).toBe(1)
})

test('with apply it is done, stands among the imports, and changes nothing again', async () => {
  const store = await emptyStore()
  const wendy = await freshDistrict(store)
  const folder = folderOf({ users: USERS })

  const first = await importRosterPath(store, 'fresh', folder, { apply: true, now })
  const second = await importRosterPath(store, 'fresh', folder, { apply: true, now })

  expect(first).toMatchObject({ applied: true, members: { created: 1 } })
  expect(second).toMatchObject({
    organizations: { created: 0, changed: 0, ended: 0, unchanged: 3 },
    members: { created: 0, changed: 0, ended: 0, unchanged: 1 },
    affiliations: { created: 0, changed: 0, ended: 0, unchanged: 1 },
  })
  expect(await wendy.scope.db.count(rosterImports)).toBe(2)
})

test('what would end many is refused until it is accepted, and a dry run says so', async () => {
  const store = await emptyStore()
  await freshDistrict(store)
  await importRosterPath(store, 'fresh', folderOf({ users: crowd(20) }), { apply: true, now })
  const fewer = folderOf({ users: crowd(10) })
  const told: string[] = []

  await importRosterPath(store, 'fresh', fewer, { now, tell: (it) => void told.push(it) })
  const refused = importRosterPath(store, 'fresh', fewer, { apply: true, now })

  expect(told).toContain('10 of 21 active affiliations end (48 %).')
  await expect(refused).rejects.toThrow(/This would end 10 of 21 active affiliations/)
  const accepted = { apply: true, acceptEndings: true, now }
  const outcome = await importRosterPath(store, 'fresh', fewer, accepted)
  expect(outcome.affiliations).toMatchObject({ ended: 10 })
})

test('the role of administrators is the one that is given, and no other word', async () => {
  const store = await emptyStore()
  await freshDistrict(store)
  const folder = folderOf({ users: [user('Ana Alvarez', { role: 'administrator' })] })
  const told: string[] = []
  const tell = (sentence: string) => void told.push(sentence)

  await importRosterPath(store, 'fresh', folder, { tell })
  const asked = told.splice(0).some((sentence) => /its principal/.test(sentence))
  await importRosterPath(store, 'fresh', folder, { tell, administratorRole: 'principal' })
  const wrong = importRosterPath(store, 'fresh', folder, { administratorRole: 'king' as never })

  expect(asked).toBe(true)
  expect(told.filter((sentence) => /its principal/.test(sentence))).toEqual([])
  await expect(wrong).rejects.toThrow(Failure)
})

test.each([
  ['no such district', 'elsewhere', () => folderOf({ users: USERS }), /no district “elsewhere”/],
  ['no such file', 'fresh', () => '/nowhere/roster.zip', /no file or folder/],
])('%s is a failure with a reason', async (_, slug, path, reason) => {
  const store = await emptyStore()
  await freshDistrict(store)

  const failed = importRosterPath(store, slug, path(), { apply: true })

  await expect(failed).rejects.toThrow(Failure)
  await expect(failed).rejects.toThrow(reason)
})

test('the check gives its verdict, also on what cannot be opened', async () => {
  const verdict = await checkRosterPath(folderOf({ users: USERS }))
  const unreadable = await checkRosterPath('/nowhere/roster.zip')

  expect(verdict).toMatchObject({ valid: false, version: '1.1' })
  expect(verdict.errors[0]).toEqual({
    file: expect.any(String),
    row: expect.anything(),
    field: expect.anything(),
    code: expect.any(String),
    message: expect.any(String),
  })
  expect(unreadable).toMatchObject({
    valid: false,
    version: null,
    errors: [{ code: 'package.unreadable' }],
  })
})

/** The files in a folder of their own, which goes away with the test. */
function folderOf(files: RosterFiles) {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-test-roster-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of rosterTexts(files)) writeFileSync(join(folder, name), text)
  return folder
}
