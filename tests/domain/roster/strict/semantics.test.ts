import { expect, test } from 'vitest'
import { checkPackage } from '~/domain/roster/check.server'
import { ORGANIZATIONS, packageWith, role, type Rows, user } from '../packages'

const SESSION = {
  title: 'Fall',
  startDate: '2025-08-01',
  endDate: '2026-06-30',
  schoolYear: '2026',
}
const CLASS = {
  sourcedId: 'c1',
  title: 'Algebra',
  courseSourcedId: 'k1',
  classType: 'scheduled',
  schoolSourcedId: 's1',
  termSourcedIds: 't1',
}
const SCHOOL: Rows = {
  orgs: ORGANIZATIONS,
  academicSessions: [{ ...SESSION, sourcedId: 't1', type: 'term' }],
  courses: [{ sourcedId: 'k1', title: 'Algebra', orgSourcedId: 's1' }],
  classes: [CLASS],
}

async function findingsOf(rows: Rows) {
  const { errors } = await checkPackage(packageWith({ ...SCHOOL, ...rows }))
  return errors.map(({ file, row, code }) => `${file}:${row} ${code}`)
}

test('a school with a class is right', async () => {
  expect(await findingsOf({})).toEqual([])
})

test('a class is at a school', async () => {
  const classes = [{ ...CLASS, schoolSourcedId: 'd1' }]

  expect(await findingsOf({ classes })).toEqual(['classes.csv:2 semantic.org_type_mismatch'])
})

test('the school year of a course is a school year', async () => {
  const courses = [
    { sourcedId: 'k1', title: 'Algebra', orgSourcedId: 's1', schoolYearSourcedId: 't1' },
  ]

  expect(await findingsOf({ courses })).toEqual([
    'courses.csv:2 semantic.academic_session_type_mismatch',
  ])
})

test('subjects and their codes go in pairs', async () => {
  const classes = [{ ...CLASS, subjects: 'Math,Art', subjectCodes: 'MATH' }]

  expect(await findingsOf({ classes })).toEqual(['classes.csv:2 row.invalid_list'])
})

test('a user has one primary role at an organization', async () => {
  const users = [user('u1')]
  const roles = [role('u1', 'teacher'), role('u1', 'principal')]

  expect(await findingsOf({ users, roles })).toEqual([
    'roles.csv:3 semantic.multiple_primary_roles_for_user_org',
  ])
})

test('a user has a role at the primary organization', async () => {
  const users = [user('u1', { primaryOrgSourcedId: 'd1' })]
  const roles = [role('u1', 'teacher')]

  expect(await findingsOf({ users, roles })).toEqual([
    'users.csv:2 semantic.primary_org_missing_role',
  ])
})

test('the least score is not above the most', async () => {
  const categories = [{ sourcedId: 'g1', title: 'Homework' }]
  const lineItems = [
    {
      sourcedId: 'l1',
      title: 'Quiz',
      assignDate: '2025-09-01',
      dueDate: '2025-09-08',
      classSourcedId: 'c1',
      categorySourcedId: 'g1',
      academicSessionSourcedId: 't1',
      schoolSourcedId: 's1',
      resultValueMin: '100',
      resultValueMax: '20',
    },
  ]

  expect(await findingsOf({ categories, lineItems })).toEqual([
    'lineItems.csv:2 semantic.invalid_score_range',
  ])
})
