import { affiliations } from '#db/schema'
import { newId } from '#db/id'
import { describe, expect, test } from 'vitest'
import { organizationOn, requireOrganizationOn } from '~/domain/people/affiliations.server'
import type { WriteScope } from '~/domain/scope.server'
import { openTestStore } from '../../support/database'
import { make } from '../../support/factories'
import { asMember } from '../../support/members'
import { world } from '../../support/world'

const { cora, schools, organization } = world.northside
const { elementary, middle } = schools

type Term = { organizationId: string; startedOn: string; endedOn?: string }

/** Somebody with these affiliations in turn, and the day of hire. */
async function employed(hiredOn: string | null, terms: Term[]) {
  const member = await asMember(await openTestStore(), cora)
  const id = await member.write(async (scope: WriteScope) => {
    const [first, ...later] = terms
    const made = await make.member(scope, { ...first!, hiredOn })
    for (const term of later) {
      const row = { id: newId(), memberId: made.id, role: 'educator' as const, ...term }
      await scope.db.insert(affiliations).values({ ...row, source: 'person' })
    }
    return made.id
  })
  const on = (day: string) => member.read(organizationOn, id, day)
  const required = (day: string) => member.read(requireOrganizationOn, id, day, 'startedOn')
  return { on, required }
}

const MOVED = [
  { organizationId: middle, startedOn: '2016-08-01', endedOn: '2025-06-20' },
  { organizationId: elementary, startedOn: '2025-08-18' },
]

describe('a day no affiliation covers belongs to the nearest one', () => {
  test.each([
    ['long before the first', '2010-05-06', middle],
    ['soon after one has ended', '2025-06-25', middle],
    ['soon before one begins', '2025-08-11', elementary],
    ['within one', '2020-02-03', middle],
    ['today', '2026-11-20', elementary],
  ])('%s', async (_, day, expected) => {
    const { on } = await employed('2016-08-01', MOVED)

    expect(await on(day)).toBe(expected)
  })

  test('and to a school before the district, when both are as near', async () => {
    const { on } = await employed('2016-08-01', [
      { organizationId: organization, startedOn: '2016-08-01' },
      { organizationId: middle, startedOn: '2016-08-01' },
    ])

    expect(await on('2016-07-15')).toBe(middle)
  })

  test('but not to one that ended before it began', async () => {
    const { on } = await employed('2016-08-01', [
      { organizationId: elementary, startedOn: '2015-08-01', endedOn: '2015-07-31' },
      { organizationId: middle, startedOn: '2016-08-01' },
    ])

    expect(await on('2015-08-01')).toBe(middle)
  })
})

describe('what counts in this district', () => {
  test.each([
    ['the summer before the first day', '2016-04-03', middle],
    ['the time between two schools', '2025-07-01', middle],
  ])('is refused neither in %s', async (_, day, expected) => {
    const { required } = await employed('2016-08-01', MOVED)

    expect(await required(day)).toBe(expected)
  })

  test('is refused before that summer, at its field, with what to do', async () => {
    const { required } = await employed('2016-08-01', MOVED)

    const refused = required('2016-04-02')

    await expect(refused).rejects.toThrow(
      /not with this district on that day.*ask an administrator/,
    )
    await expect(required('1999-01-15')).toHaveFieldError('startedOn')
  })

  test('begins with the day of hire, where that is earlier than the first affiliation', async () => {
    const { required } = await employed('2009-08-01', MOVED)

    expect(await required('2010-05-06')).toBe(middle)
    await expect(required('2009-01-15')).toHaveFieldError('startedOn')
  })

  test('ends with the last affiliation', async () => {
    const { required } = await employed(null, MOVED.slice(0, 1))

    expect(await required('2025-06-20')).toBe(middle)
    await expect(required('2025-06-21')).toHaveFieldError('startedOn')
  })
})
