import { describe, expect, test } from 'vitest'
import { checkPackage } from '~/domain/roster/check.server'
import { MAX_FINDINGS } from '~/domain/roster/strict/verdict'
import { readPackage } from '~/domain/roster/read-package.server'
import {
  bare,
  csv,
  fileWith,
  filesOf,
  manifest,
  ORGANIZATIONS,
  packageWith,
  role,
  type Rows,
  user,
  userOf11,
  zipOf,
} from './packages'

const SCHOOL: Rows = {
  orgs: ORGANIZATIONS,
  users: [user('u1', { primaryOrgSourcedId: 's1' }), user('u2')],
  roles: [role('u1', 'teacher'), role('u2', 'student')],
}

/** What the check says, as `file:row field code`. */
async function findingsOf(pkg: Parameters<typeof checkPackage>[0]) {
  const { errors } = await checkPackage(pkg)
  return errors.map(({ file, row, field, code }) => `${file}:${row} ${field} ${code}`)
}

describe('checkPackage', () => {
  test('finds nothing wrong with a valid package of 1.2', async () => {
    const result = await checkPackage(packageWith(SCHOOL))

    expect(result).toEqual({ valid: true, version: '1.2', errors: [], errorCount: 0, warnings: [] })
  })

  test('finds nothing wrong with a valid package of 1.1', async () => {
    const pkg = packageWith(
      { orgs: ORGANIZATIONS, users: [userOf11('u1', 'teacher', { orgSourcedIds: 's1,d1' })] },
      { version: '1.1' },
    )

    expect(await checkPackage(pkg)).toMatchObject({ valid: true, version: '1.1' })
  })

  test('finds nothing wrong with a delta that leans on what was sent before', async () => {
    const changed = { status: 'tobedeleted', dateLastModified: '2025-01-02T03:04:05.006Z' }
    const pkg = packageWith({ roles: [role('u9', 'teacher', changed)] }, { mode: 'delta' })

    expect(await findingsOf(pkg)).toEqual([])
  })

  test('accepts columns of metadata at the end, cells in quotation marks and a BOM', async () => {
    const orgs = csv(
      '\uFEFF"sourcedId","status","dateLastModified","name","type","identifier","parentSourcedId","metadata.city"',
      '"d1","","","A ""fine"" district","district","","","Example, MA"',
    )
    const pkg = packageWith({ orgs: [] }, { files: { 'orgs.csv': orgs } })

    expect(await findingsOf(pkg)).toEqual([])
  })

  test('tells how far it has come', async () => {
    const seen: number[] = []

    await checkPackage(packageWith(SCHOOL), ({ bytes, totalBytes }) =>
      seen.push(bytes / totalBytes),
    )

    expect(seen.at(-1)).toBe(1)
  })
})

describe('the package', () => {
  test('needs a manifest', async () => {
    const pkg = bare({ 'orgs.csv': fileWith('orgs', ORGANIZATIONS) })

    const { valid, version, errors } = await checkPackage(pkg)

    expect({ valid, version }).toEqual({ valid: false, version: null })
    expect(errors).toMatchObject([{ file: '', row: null, code: 'package.missing_manifest' }])
  })

  test('may hold no other file, and only those that its manifest announces', async () => {
    const files = {
      ...filesOf(SCHOOL),
      'extra.csv': 'x\n',
      'manifest.csv': manifest(['orgs', 'roles', 'courses']),
    }

    expect(await findingsOf(bare(files))).toEqual(
      expect.arrayContaining([
        'extra.csv:null null package.unknown_file',
        'users.csv:null null manifest.file_unexpected',
        'courses.csv:null null manifest.file_missing',
      ]),
    )
  })

  test('must have its files at the top of the zip, without debris', async () => {
    const entries = Object.entries(filesOf(SCHOOL)).map(
      ([name, text]) => [`export/${name}`, text] as const,
    )
    const pkg = await readPackage(await zipOf([...entries, ['__MACOSX/._users.csv', 'x']]))

    expect(await findingsOf(pkg)).toEqual([
      ':null null package.nested_folder',
      '__MACOSX/._users.csv:null null package.unknown_file',
    ])
  })

  test('is told when it is another format', async () => {
    const pkg = bare({ 'users.csv': 'sourcedId,username,activeDirectoryMatchId\n' })

    const { version, errors } = await checkPackage(pkg)

    expect(version).toBeNull()
    expect(errors).toMatchObject([{ code: 'package.not_oneroster' }])
    expect(errors[0]?.message).toContain('Microsoft School Data Sync 2.1')
  })
})

describe('the manifest', () => {
  const withManifest = (text: string) =>
    findingsOf(packageWith(SCHOOL, { files: { 'manifest.csv': text } }))
  const valid = manifest(['orgs', 'users', 'roles'])

  test.each([
    [
      'its header',
      valid.replace('propertyName', 'PropertyName'),
      ':1 null manifest.invalid_header',
    ],
    [
      'its own version',
      valid.replace('1.0', '2.0'),
      ':2 manifest.version manifest.invalid_manifest_version',
    ],
    [
      'a version of OneRoster',
      valid.replace('1.2', '1.0'),
      ':3 oneroster.version manifest.invalid_oneroster_version',
    ],
    [
      'the mode of a file',
      valid.replace('orgs,bulk', 'orgs,full'),
      ':4 file.orgs manifest.invalid_file_mode',
    ],
    [
      'a line for every file',
      valid.replace(/file.results,.*\r\n/, ''),
      ':null file.results manifest.missing_property',
    ],
    ['known properties', `${valid}file.extra,bulk\r\n`, ':25 file.extra manifest.unknown_property'],
    [
      'each property once',
      `${valid}file.orgs,bulk\r\n`,
      ':25 file.orgs manifest.duplicate_property',
    ],
    [
      'two cells in a row',
      `${valid}source.systemName,a,b\r\n`,
      ':25 source.systemName manifest.wrong_width',
    ],
  ])('must have %s right', async (_, text, finding) => {
    expect(await withManifest(text)).toContain(`manifest.csv${finding}`)
  })

  test('of 1.1 may leave out files, which is only a warning', async () => {
    const text = csv(
      'propertyName,value',
      'manifest.version,1.0',
      'oneroster.version,1.1',
      'file.orgs,bulk',
      'fiel.demographics,absent',
    )
    const pkg = packageWith(
      { orgs: ORGANIZATIONS },
      { version: '1.1', files: { 'manifest.csv': text } },
    )

    const { valid: isValid, warnings } = await checkPackage(pkg)

    expect(isValid).toBe(true)
    expect(warnings.map(({ field, code }) => `${field} ${code}`)).toEqual(
      expect.arrayContaining([
        'file.demographics manifest.missing_property',
        'fiel.demographics manifest.unknown_property',
      ]),
    )
  })
})

describe('a file', () => {
  const withOrgs = (text: string) =>
    findingsOf(packageWith({ orgs: [] }, { files: { 'orgs.csv': text } }))
  const header = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId'

  test.each([
    ['a header', csv('d1,,,District,district,,'), ':1 null header.missing'],
    [
      'all columns',
      csv(header.replace(',identifier', ''), 'd1,,,A,district,'),
      ':1 identifier header.missing_column',
    ],
    [
      'columns in exact case',
      csv(header.replace('name', 'Name'), 'd1,,,A,district,,'),
      ':1 Name header.unknown_column',
    ],
    [
      'each column once',
      csv(`${header},name`, 'd1,,,A,district,,,A'),
      ':1 name header.duplicate_column',
    ],
    [
      'columns in order',
      csv(header.replace('name,type', 'type,name'), 'd1,,,district,A,,'),
      ':1 name header.wrong_order',
    ],
    ['rows', csv(header), ':null null file.no_rows'],
    ['as many cells as columns', csv(header, 'd1,,,A,district,'), ':2 null row.wrong_width'],
    ['quotation marks closed', csv(header, 'd1,,,"A,district,,'), ':2 null csv.unclosed_quote'],
    ['quotation marks doubled', csv(header, 'd1,,,A "B" C,district,,'), ':2 null csv.stray_quote'],
    ['line feeds', `${header}\rd1,,,A,district,,\r`, ':1 null csv.bare_carriage_return'],
  ])('must have %s', async (_, text, finding) => {
    expect(await withOrgs(text)).toContain(`orgs.csv${finding}`)
  })

  test('must be UTF-8', async () => {
    const orgs = Buffer.from(csv(header, 'd1,,,Äpfel,district,,'), 'latin1')
    const pkg = packageWith({ orgs: [] })
    const files = new Map([...pkg.files, ['orgs.csv', orgs]])

    expect(await findingsOf({ ...pkg, files })).toEqual(['orgs.csv:null null csv.invalid_utf8'])
  })

  test('goes on after a line that cannot be read', async () => {
    const text = csv(header, 'd1,,,"A,district,,', 'd2,,,B,planet,,')

    expect(await withOrgs(text)).toEqual([
      'orgs.csv:2 null csv.unclosed_quote',
      'orgs.csv:3 type row.invalid_enum',
    ])
  })
})

describe('a row', () => {
  test('has its status and date blank in a bulk file of 1.2', async () => {
    const orgs = [{ ...ORGANIZATIONS[0], status: 'active' }]

    expect(await findingsOf(packageWith({ orgs }))).toEqual([
      'orgs.csv:2 status row.field_forbidden_in_bulk',
    ])
  })

  test('may have its status filled in a bulk file of 1.1', async () => {
    const orgs = [
      { ...ORGANIZATIONS[0], status: 'active', dateLastModified: '2025-01-02T03:04:05.006Z' },
    ]

    expect(await findingsOf(packageWith({ orgs }, { version: '1.1' }))).toEqual([])
  })

  test('has its status and date in a delta file', async () => {
    const pkg = packageWith({ orgs: [ORGANIZATIONS[0]!] }, { mode: 'delta' })

    expect(await findingsOf(pkg)).toEqual([
      'orgs.csv:2 status row.field_required_in_delta',
      'orgs.csv:2 dateLastModified row.field_required_in_delta',
    ])
  })

  test('has an id of its own', async () => {
    const pkg = packageWith({ orgs: [ORGANIZATIONS[0]!, ORGANIZATIONS[0]!] })

    expect(await findingsOf(pkg)).toEqual(['orgs.csv:3 sourcedId row.duplicate_id'])
  })

  test('refers to what is in the package', async () => {
    const pkg = packageWith({
      orgs: [{ ...ORGANIZATIONS[0], parentSourcedId: 'none' }],
      users: [user('u1', { agentSourcedIds: 'u2' })],
      roles: [role('u1', 'teacher', { orgSourcedId: 's9', userProfileSourcedId: 'p1' })],
    })

    expect(await findingsOf(pkg)).toEqual([
      'orgs.csv:2 parentSourcedId reference.unresolved',
      'users.csv:2 agentSourcedIds reference.unresolved',
      'roles.csv:2 orgSourcedId reference.unresolved',
      'roles.csv:2 userProfileSourcedId reference.missing_target_file',
    ])
  })

  test('is said to miss a file once, not once for each row', async () => {
    const pkg = packageWith({ roles: [role('u1', 'teacher'), role('u2', 'teacher')] })

    expect(await findingsOf(pkg)).toEqual([
      'roles.csv:2 userSourcedId reference.missing_target_file',
      'roles.csv:2 orgSourcedId reference.missing_target_file',
    ])
  })

  test('is not said to refer to nothing when the file with its target was not read whole', async () => {
    const orgs = fileWith('orgs', ORGANIZATIONS).replace('North School', '"North School')
    const pkg = packageWith(SCHOOL, { files: { 'orgs.csv': orgs } })

    expect(await findingsOf(pkg)).toEqual(['orgs.csv:3 null csv.unclosed_quote'])
  })
})

test('of a great many findings the first are kept and all are counted', async () => {
  const orgs = Array.from({ length: MAX_FINDINGS + 10 }, (_, index) => ({
    sourcedId: `o${index}`,
    type: 'school',
  }))

  const { errors, errorCount } = await checkPackage(packageWith({ orgs }))

  expect(errors).toHaveLength(MAX_FINDINGS)
  expect(errorCount).toBe(MAX_FINDINGS + 10)
})

test('no message repeats what is in a row', async () => {
  const secret = 'Zelda Quux'
  const pkg = packageWith({
    users: [user(secret, { enabledUser: secret, grades: `,${secret}`, agentSourcedIds: secret })],
    demographics: [{ sourcedId: secret, birthDate: secret, sex: secret, asian: secret }],
    enrollments: [{ sourcedId: 'e1', userSourcedId: secret, role: secret, beginDate: secret }],
  })

  const result = await checkPackage(pkg)

  expect(result.errorCount).toBeGreaterThan(10)
  expect(JSON.stringify(result)).not.toContain('Quux')
})
