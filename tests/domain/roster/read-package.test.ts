import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ZipFile } from 'yazl'
import { UnreadablePackage } from '~/domain/roster/package'
import { readPackage } from '~/domain/roster/read-package.server'
import { bytesOf, zipOf } from './packages'

async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'roster-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

/** Writes another name over that of an entry, in both places where a zip has it. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')
}

describe('readPackage', () => {
  test('reads the files of a zip that is handed in as bytes', async () => {
    const zip = await zipOf([
      ['manifest.csv', 'propertyName,value\n'],
      ['users.csv', 'sourcedId\nu1\n'],
    ])

    const pkg = await readPackage(zip)

    expect([...pkg.files.keys()]).toEqual(['manifest.csv', 'users.csv'])
    expect(Buffer.from(pkg.files.get('users.csv')!).toString()).toBe('sourcedId\nu1\n')
    expect(pkg).toMatchObject({ folder: null, ignored: [] })
  })

  test('reads a zip from the disk', async () => {
    const path = join(await temporaryFolder(), 'export.zip')
    await writeFile(path, await zipOf([['users.csv', 'sourcedId\n']]))

    const pkg = await readPackage(path)

    expect([...pkg.files.keys()]).toEqual(['users.csv'])
  })

  test('reads an empty zip as a package without files', async () => {
    const zip = await zipOf([])

    const pkg = await readPackage(zip)

    expect(pkg.files.size).toBe(0)
  })

  test('reads the CSV files of a folder and nothing else in it', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'users.csv'), 'sourcedId\n')
    await writeFile(join(folder, 'notes.txt'), 'not a part of it')

    const pkg = await readPackage(folder)

    expect([...pkg.files.keys()]).toEqual(['users.csv'])
  })

  test('notes the one folder that all files stand in', async () => {
    const zip = await zipOf([
      ['export/manifest.csv', ''],
      ['export/users.csv', ''],
    ])

    const pkg = await readPackage(zip)

    expect(pkg.folder).toBe('export')
    expect([...pkg.files.keys()]).toEqual(['manifest.csv', 'users.csv'])
  })

  test('notes what a file manager left in the zip, and deeper folders', async () => {
    const zip = await zipOf([
      ['users.csv', ''],
      ['__MACOSX/._users.csv', ''],
      ['.DS_Store', ''],
      ['old/users.csv', ''],
    ])

    const pkg = await readPackage(zip)

    expect([...pkg.files.keys()]).toEqual(['users.csv'])
    expect(pkg.ignored).toEqual(['__MACOSX/._users.csv', '.DS_Store', 'old/users.csv'])
  })

  test.each(['../sers.csv', '/tmp/rs.csv'])(
    'refuses a path that leaves the zip: %s',
    async (to) => {
      const zip = renamed(await zipOf([['aaausers.csv', '']]), 'aaausers.csv', to.padEnd(12, 'x'))

      const reading = readPackage(zip)

      await expect(reading).rejects.toThrow(UnreadablePackage)
      await expect(reading).rejects.toThrow(/path leaves the zip/)
    },
  )

  test('refuses a file that unpacks to far more than its size', async () => {
    const zip = await zipOf([['users.csv', Buffer.alloc(2_000_000, 'a')]])

    const reading = readPackage(zip)

    await expect(reading).rejects.toThrow(/“users.csv” would unpack to more than 200 times/)
  })

  test('refuses more than the limits allow', async () => {
    const zip = await zipOf([
      ['orgs.csv', 'a'.repeat(600)],
      ['users.csv', 'b'.repeat(600)],
    ])

    await expect(readPackage(zip, { fileBytes: 500 })).rejects.toThrow(/too large.*“orgs.csv”/)
    await expect(readPackage(zip, { totalBytes: 1000 })).rejects.toThrow(/too large.*“users.csv”/)
    await expect(readPackage(zip, { entries: 1 })).rejects.toThrow(/more than 1 files/)
  })

  test('refuses a zip that holds a file twice', async () => {
    const zip = await zipOf([
      ['users.csv', 'a'],
      ['users.csv', 'b'],
    ])

    const reading = readPackage(zip)

    await expect(reading).rejects.toThrow('The zip holds “users.csv” twice.')
  })

  test('says what would be right when it is no zip or not there', async () => {
    const readText = () => readPackage(Buffer.from('sourcedId,name\n'))
    const readNothing = () => readPackage('/nowhere/export.zip')

    await expect(readText()).rejects.toThrow(/not a zip that can be opened. Hand in the zip/)
    await expect(readNothing()).rejects.toThrow('There is no file or folder “export.zip”.')
  })

  test('refuses a zip that was cut off', async () => {
    const zip = await zipOf([['users.csv', 'sourcedId\n']])

    const reading = readPackage(zip.subarray(0, zip.length - 30))

    await expect(reading).rejects.toThrow(UnreadablePackage)
  })

  test('refuses a file whose content was damaged', async () => {
    const zip = new ZipFile()
    zip.addBuffer(Buffer.from('sourcedId\nu1\n'), 'users.csv', { compress: false })
    zip.end()
    const bytes = await bytesOf(zip)

    const reading = readPackage(renamed(bytes, 'u1', 'u2'))

    await expect(reading).rejects.toThrow(/“users.csv” was damaged/)
  })
})
