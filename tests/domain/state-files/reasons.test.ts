import { newId } from '#db/id'
import { eq } from '#db/query.server'
import { affiliations, licenses, organizations } from '#db/schema'
import { describe, expect, test } from 'vitest'
import { reasonInWords } from '~/domain/state-files/reason'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { addSchool, approve, educator, hold, look, officeOf, takeBack, tell } from './ground'

/** The one row of the office, and its reasons in words. */
async function onlyRow(office: Parameters<typeof look>[0]) {
  const { rows } = await look(office)
  expect(rows).toHaveLength(1)
  const reasons = rows[0]!.reasons.map((reason) => reasonInWords(reason, 'Massachusetts'))
  return { ...rows[0]!, reasons }
}

describe('a row for the state', () => {
  test('is ready with a number, a school and a day of work', async () => {
    const office = await officeOf(await openTestStore())
    const { id } = await educator(office, 'Able', '4711')
    await approve(office, id, 90)
    await approve(office, id, 60, '2026-08-01')
    await approve(office, id, 60, '2026-11-30')

    expect(await onlyRow(office)).toMatchObject({
      result: 'ready',
      reasons: [],
      stateNumber: '4711',
      schoolName: 'Hill School',
      schoolNumber: '0042',
      activities: 3,
      minutes: 210,
    })
  })

  test('tells only of the days of the period, and of what is approved', async () => {
    const office = await officeOf(await openTestStore())
    const { id } = await educator(office, 'Able', '4711')
    await approve(office, id, 90, '2026-07-31')
    await approve(office, id, 90, '2026-12-01')
    await office.write(make.activity, { memberId: id, status: 'approved' })

    expect(await look(office)).toMatchObject({ rows: [], total: 0, all: 0, toTell: 0 })
  })

  test('wants a number on the license, and says which license', async () => {
    const office = await officeOf(await openTestStore())
    const { id, licenseId } = await educator(office, 'Able', '  ')
    await approve(office, id, 90)

    const { rows } = await look(office)

    expect(rows[0]).toMatchObject({
      result: 'not_ready',
      hasNumber: false,
      reasons: [{ kind: 'no_number', licenseId }],
    })
    await office.write(async ({ db }) => {
      await db.update(licenses).set({ number: '4711' }).where(eq(licenses.id, licenseId))
    })
    expect(await onlyRow(office)).toMatchObject({ result: 'ready' })
  })

  test('wants a license of this state that was not withdrawn', async () => {
    const office = await officeOf(await openTestStore())
    const { id } = await office.write(make.member, { organizationId: office.schoolId })
    const elsewhere = { jurisdiction: 'US-NH' }
    await office.write(hold, id, '4711', elsewhere)
    const withdrawn = await office.write(hold, id, '4712')
    await office.write(async ({ db }) => {
      await db.update(licenses).set({ withdrawnOn: '2026-01-01' }).where(eq(licenses.id, withdrawn))
    })
    await approve(office, id, 90)

    expect((await onlyRow(office)).reasons).toEqual([
      'No license of Massachusetts is here, so there is no number the state knows them by. They add the license themselves, or an administrator imports it.',
    ])
  })

  test('takes the number of the primary license, or else of another one', async () => {
    const office = await officeOf(await openTestStore())
    const both = await educator(office, 'Able', '1')
    await office.write(hold, both.id, '2', { isPrimary: false })
    const other = await educator(office, 'Baker', null)
    await office.write(hold, other.id, '3', { isPrimary: false })
    for (const { id } of [both, other]) await approve(office, id, 60)

    const { rows } = await look(office)

    expect(rows.map(({ stateNumber }) => stateNumber)).toEqual(['1', '3'])
  })

  test('wants a number of its own, however it is written, also among those without hours', async () => {
    const office = await officeOf(await openTestStore())
    const able = await educator(office, 'Able', 'ab 47')
    await educator(office, 'Baker', 'AB47')
    await approve(office, able.id, 90)

    const row = await onlyRow(office)

    expect(row.result).toBe('not_ready')
    expect(row.reasons).toEqual([
      'Rae Baker has the same state number. An administrator corrects the license on which it is wrong.',
    ])
  })

  test('names a few of many who share a number', async () => {
    const office = await officeOf(await openTestStore())
    const names = ['Able', 'Baker', 'Cole', 'Drake', 'Eads', 'Ford']
    const people = []
    for (const name of names) people.push(await educator(office, name, 'none'))
    await approve(office, people[0]!.id, 90)

    expect((await onlyRow(office)).reasons[0]).toMatch(/, and 2 others have the same state number/)
  })

  test('wants a number of the school, and the district’s for its office', async () => {
    const office = await officeOf(await openTestStore())
    const bare = await office.write(addSchool, office.organizationId, 'Dale School', null)
    const able = await educator(office, 'Able', '1', { organizationId: bare })
    const baker = await educator(office, 'Baker', '2', { organizationId: office.organizationId })
    for (const { id } of [able, baker]) await approve(office, id, 60)

    const { rows } = await look(office)

    expect(rows.map(({ reasons }) => reasons)).toEqual([
      [{ kind: 'no_school_number', organizationId: bare, school: 'Dale School' }],
      [
        {
          kind: 'no_school_number',
          organizationId: office.organizationId,
          school: 'Fresh Public Schools',
        },
      ],
    ])
  })

  test('belongs to the school of the latest hours; a department to its school', async () => {
    const office = await officeOf(await openTestStore())
    const department = await office.write(addSchool, office.organizationId, 'Science', null)
    await office.write(async ({ db }) => {
      await db
        .update(organizations)
        .set({
          kind: 'department',
          path: `${office.organizationId}/${office.schoolId}/${department}/`,
        })
        .where(eq(organizations.id, department))
    })
    const { id } = await educator(office, 'Able', '1', { organizationId: department })
    const elsewhere = await office.write(addSchool, office.organizationId, 'Dale School', '7')
    const early = await approve(office, id, 60, '2026-09-01')
    const { activity } = await office.write(make.approvedActivity, {
      memberId: id,
      organizationId: elsewhere,
      startedOn: '2026-10-01',
      reviewerId: office.actor.id,
    })

    expect((await look(office)).rows[0]).toMatchObject({ schoolNumber: '7', activities: 2 })
    await takeBack(office, activity.id)
    expect((await look(office)).rows[0]).toMatchObject({ schoolNumber: '0042', activities: 1 })
    await takeBack(office, early)
    expect((await look(office)).rows).toEqual([])
  })

  test('wants no hours before the day of hire', async () => {
    const office = await officeOf(await openTestStore())
    const { id } = await educator(office, 'Able', '1', { hiredOn: '2026-09-01' })
    await approve(office, id, 60, '2026-08-20')
    await approve(office, id, 60, '2026-08-21')
    await approve(office, id, 60, '2026-09-01')

    expect((await onlyRow(office)).reasons).toEqual([
      'There are hours on 20 August 2026 and 1 more day, before the day of hire, 1 September 2026. An administrator corrects the day of hire, or takes the approval back.',
    ])
  })

  test('wants an affiliation on each day with hours; gaps between them do not matter otherwise', async () => {
    const office = await officeOf(await openTestStore())
    const able = await educator(office, 'Able', '1', { endedOn: '2026-09-30' })
    const baker = await educator(office, 'Baker', '2', { endedOn: '2026-09-30' })
    const cole = await educator(office, 'Cole', '3', { endedOn: '2026-09-30' })
    const again = async (memberId: string, startedOn: string) =>
      office.write(async ({ db }) => {
        await db.insert(affiliations).values({
          id: newId(),
          memberId,
          organizationId: office.schoolId,
          role: 'educator',
          startedOn,
          source: 'roster',
        })
      })
    await again(able.id, '2026-10-15')
    await again(baker.id, '2026-10-15')
    await again(cole.id, '2026-10-01')
    await approve(office, able.id, 60, '2026-10-14')
    for (const { id } of [able, baker, cole]) {
      await approve(office, id, 60, '2026-09-30')
      await approve(office, id, 60, '2026-10-15')
    }

    const { rows } = await look(office)

    expect(rows.map(({ result }) => result)).toEqual(['not_ready', 'ready', 'ready'])
    expect(rows[0]!.reasons).toEqual([
      { kind: 'no_affiliation', days: { first: '2026-10-14', count: 1 } },
    ])
  })

  test('that is not ready stays behind, and the others go', async () => {
    const office = await officeOf(await openTestStore())
    const able = await educator(office, 'Able', '1')
    const baker = await educator(office, 'Baker', null)
    for (const { id } of [able, baker]) await approve(office, id, 60)

    await tell(office)

    const { rows, counts } = await look(office)
    expect(rows.map(({ result }) => result)).toEqual(['sent', 'not_ready'])
    expect(counts).toMatchObject({ sent: 1, not_ready: 1, ready: 0 })
  })
})

test('what waits for a decision is told as a warning, by its day', async () => {
  const office = await officeOf(await openTestStore())
  const able = await educator(office, 'Able', '1')
  const baker = await educator(office, 'Baker', '2')
  await approve(office, able.id, 60)
  const waits = (memberId: string, startedOn: string) =>
    office.write(make.submission, { memberId, startedOn, minutes: 45 })
  await waits(able.id, '2026-10-01')
  await waits(able.id, '2026-11-01')
  await waits(able.id, '2026-07-31')
  await waits(baker.id, '2026-10-02')

  const { rows, waiting } = await look(office)

  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ result: 'ready', waiting: 2 })
  expect(waiting).toEqual({ submissions: 3, people: 2, minutes: 135 })
})
