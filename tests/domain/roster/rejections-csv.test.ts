import { expect, test } from 'vitest'
import { rejectionsCsv } from '~/domain/roster/rejections-csv.server'
import { readRoster } from '~/domain/roster/read-roster.server'
import { bare, ORGANIZATIONS, packageWith, userOf11 } from './packages'

const rejected = (
  row: number,
  cells: Record<string, string>,
  field = 'name',
  file = 'orgs.csv',
) => ({
  file,
  row,
  field,
  message: `Give the ${field}.`,
  cells,
})

test('rejected rows come back in a file of their own for each file, with reasons', () => {
  const files = rejectionsCsv([
    rejected(7, { sourcedId: 'o7', name: '' }),
    rejected(3, { sourcedId: 'o3', name: '' }),
    rejected(2, { sourcedId: 'u2' }, 'familyName', 'users.csv'),
  ])

  expect(files).toEqual([
    {
      file: 'orgs.csv',
      csv: '\uFEFFsourcedId,name,file,row,field,reason\r\no3,,orgs.csv,3,name,Give the name.\r\no7,,orgs.csv,7,name,Give the name.\r\n',
    },
    {
      file: 'users.csv',
      csv: '\uFEFFsourcedId,file,row,field,reason\r\nu2,users.csv,2,familyName,Give the familyName.\r\n',
    },
  ])
})

test('what is wrong with one row stands in one row', () => {
  const [file] = rejectionsCsv([
    rejected(2, { sourcedId: 'r2' }, 'beginDate'),
    rejected(2, { sourcedId: 'r2' }, 'endDate'),
  ])

  expect(file?.csv).toContain(
    'r2,orgs.csv,2,"beginDate, endDate",Give the beginDate. Give the endDate.',
  )
})

test('no cell can run as a formula in a spreadsheet', () => {
  const [file] = rejectionsCsv([
    rejected(2, { sourcedId: '=1+1', name: '-5+cmd|x', phone: '+1617' }),
  ])

  expect(file?.csv).toContain("'=1+1,'-5+cmd|x,'+1617")
})

test('a corrected file can be handed in again, and ends nobody', async () => {
  const users = [
    userOf11('u1', 'teacher', { givenName: '', familyName: '', phone: '+16175550100' }),
  ]
  const first = await readRoster(packageWith({ orgs: ORGANIZATIONS, users }, { version: '1.1' }))
  const [file] = rejectionsCsv(first.rejected)
  const corrected = (file?.csv ?? '').replace(',u1,,,,', ',u1,,Ana,Alvarez,')

  const second = await readRoster(bare({ 'users.csv': corrected }))

  expect(second.members).toMatchObject([{ sourcedId: 'u1', familyName: 'Alvarez' }])
  expect(second.affiliations).toMatchObject([{ organizationSourcedId: 's1', role: 'educator' }])
  expect(second.mode).toBe('delta')
  expect(second.rejected).toEqual([])
})
