import { newId } from '#db/id'
import { asc, eq, isNull } from '#db/query.server'
import { members, memberSubjects } from '#db/schema'
import { applyRoster } from '~/domain/roster/apply.server'
import { changesAnything } from '~/domain/roster/outcome'
import { planRoster } from '~/domain/roster/plan.server'
import { readRoster } from '~/domain/roster/read-roster.server'
import type { WriteScope } from '~/domain/scope.server'
import { expect, test } from 'vitest'
import { emptyStore } from '../../support/database'
import { freshDistrict } from '../../support/fresh-district'
import type { TestMember } from '../../support/members'
import { SCHOOLS, user } from '../../support/rosters'
import { packageWith } from './packages'

type Cells = Record<string, string>

const CLASSES: Cells[] = [
  { sourcedId: 'algebra', courseSourcedId: 'math', schoolSourcedId: 'lincoln' },
  { sourcedId: 'chemistry', courseSourcedId: 'math', subjects: 'Chemistry,Science' },
  { sourcedId: 'advisory' },
]

const teacherOf = (...classes: string[]): Cells[] =>
  classes.map((classSourcedId) => ({
    sourcedId: `e-${classSourcedId}`,
    classSourcedId,
    userSourcedId: 'ana.alvarez',
    role: 'teacher',
  }))

const roster = (enrollments: Cells[], mode: 'bulk' | 'delta' = 'bulk') =>
  readRoster(
    packageWith(
      {
        orgs: SCHOOLS,
        users: [user('Ana Alvarez'), user('Sam Student', { role: 'student' })],
        courses: [{ sourcedId: 'math', title: 'Algebra I', subjects: 'Mathematics' }],
        classes: CLASSES,
        enrollments,
      },
      { version: '1.1', mode },
    ),
  )

const taught = async ({ scope }: TestMember) =>
  (
    await scope.db
      .select({ subject: memberSubjects.subject, source: memberSubjects.source })
      .from(memberSubjects)
      .where(isNull(memberSubjects.removedOn))
      .orderBy(asc(memberSubjects.subject))
  ).map(({ subject, source }) => `${subject} (${source})`)

async function enter(scope: WriteScope, subject: string) {
  const [ana] = await scope.db
    .select({ id: members.id })
    .from(members)
    .where(eq(members.sourceId, 'ana.alvarez'))
  await scope.db
    .insert(memberSubjects)
    .values({ id: newId(), memberId: ana!.id, subject, source: 'person', addedOn: scope.today })
}

test('somebody teaches the subjects of their classes, or else of the course', async () => {
  const wendy = await freshDistrict(await emptyStore())
  const student = { sourcedId: 's', classSourcedId: 'algebra', userSourcedId: 'sam.student' }

  const read = await roster([
    ...teacherOf('algebra', 'chemistry', 'advisory'),
    { ...student, role: 'student' },
  ])
  await wendy.write(applyRoster, read)

  expect(read.teaching.map(({ memberSourcedId }) => memberSourcedId)).toEqual(['ana.alvarez'])
  expect(await taught(wendy)).toEqual([
    'Chemistry (roster)',
    'Mathematics (roster)',
    'Science (roster)',
  ])
})

test('a full list takes away what it no longer has, but for what a person entered', async () => {
  const wendy = await freshDistrict(await emptyStore())
  await wendy.write(applyRoster, await roster(teacherOf('algebra', 'chemistry')))
  await wendy.write(enter, 'Robotics')

  await wendy.write(applyRoster, await roster(teacherOf('algebra')))

  expect(await taught(wendy)).toEqual(['Mathematics (roster)', 'Robotics (person)'])
})

test('what a roster takes away and the next one gives back is taught once', async () => {
  const wendy = await freshDistrict(await emptyStore())
  const [first, without] = [
    await roster(teacherOf('algebra')),
    await roster(teacherOf('chemistry')),
  ]

  await wendy.write(applyRoster, first)
  await wendy.write(applyRoster, without)
  await wendy.write(applyRoster, first)

  expect(await taught(wendy)).toEqual(['Mathematics (roster)'])
  const rows = await wendy.scope.db
    .select({ subject: memberSubjects.subject, removedOn: memberSubjects.removedOn })
    .from(memberSubjects)
    .orderBy(asc(memberSubjects.subject), asc(memberSubjects.removedOn))
  expect(new Set(rows.map(({ subject, removedOn }) => `${subject} ${removedOn}`))).toEqual(
    new Set([
      `Chemistry ${wendy.scope.today}`,
      `Mathematics ${wendy.scope.today}`,
      'Mathematics null',
      `Science ${wendy.scope.today}`,
    ]),
  )
})

test('without enrollments, or with those that changed, nothing is taken away', async () => {
  const wendy = await freshDistrict(await emptyStore())
  await wendy.write(applyRoster, await roster(teacherOf('algebra')))

  await wendy.write(applyRoster, await roster([]))
  await wendy.write(applyRoster, await roster(teacherOf('chemistry'), 'delta'))

  expect(await taught(wendy)).toEqual([
    'Chemistry (roster)',
    'Mathematics (roster)',
    'Science (roster)',
  ])
})

test('a roster that changes only what somebody teaches says so by name, before it is applied', async () => {
  const wendy = await freshDistrict(await emptyStore())
  const [first, other] = [await roster(teacherOf('algebra')), await roster(teacherOf('chemistry'))]
  const fresh = await wendy.read(planRoster, first)
  await wendy.write(applyRoster, first)

  const same = await wendy.read(planRoster, first)
  const plan = await wendy.read(planRoster, other)
  const stillTaught = await taught(wendy)
  const applied = await wendy.write(applyRoster, other)

  expect(fresh.changes.map(({ kind }) => kind)).not.toContain('teaches')
  expect(changesAnything(same)).toBe(false)
  expect(changesAnything(plan)).toBe(true)
  expect(plan.changes).toEqual([
    {
      kind: 'teaches',
      total: 1,
      named: [
        {
          kind: 'teaches',
          name: 'Ana Alvarez',
          begins: ['Chemistry', 'Science'],
          ends: ['Mathematics'],
        },
      ],
    },
  ])
  expect(stillTaught).toEqual(['Mathematics (roster)'])
  expect(applied.changes).toEqual(plan.changes)
  expect(await taught(wendy)).toEqual(['Chemistry (roster)', 'Science (roster)'])
})
