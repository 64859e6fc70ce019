import { describe, expect, test } from 'vitest'
import { asc, eq } from '#db/query.server'
import { affiliations, events, members, organizations } from '#db/schema'
import { applyRoster } from '~/domain/roster/apply.server'
import { planRoster } from '~/domain/roster/plan.server'
import { emptyStore, openTestStore } from '../../support/database'
import { freshDistrict } from '../../support/fresh-district'
import { asMember, type TestMember } from '../../support/members'
import { crowd, rosterOf, SCHOOLS, user } from '../../support/rosters'
import { world } from '../../support/world'

const NOTHING = { created: 0, changed: 0, ended: 0 }
const YESTERDAY = '2026-11-19'
const TODAY = '2026-11-20'

describe('a first import', () => {
  test('makes organizations, members and affiliations', async () => {
    const wendy = await freshDistrict(await emptyStore())
    const roster = await rosterOf({
      users: [user('Ana Alvarez'), user('Ben Brooks', { orgSourcedIds: 'lincoln,adams' })],
    })

    const applied = await wendy.write(applyRoster, roster)

    expect(applied.organizations).toEqual({ created: 2, changed: 1, ended: 0, unchanged: 0 })
    expect(applied.members).toEqual({ created: 2, changed: 0, ended: 0, unchanged: 0 })
    expect(applied.affiliations).toEqual({ created: 3, changed: 0, ended: 0, unchanged: 0 })
  })

  test('begins affiliations on the first day of the school year, and guesses no hire date', async () => {
    const wendy = await freshDistrict(await emptyStore())

    await wendy.write(applyRoster, await rosterOf({ users: [user('Ana Alvarez')] }))

    expect(await affiliationsOf(wendy, 'Alvarez')).toEqual([
      ['Lincoln Elementary', 'educator', '2026-08-01', null],
    ])
    expect(await memberOf(wendy, 'Alvarez')).toMatchObject({ hiredOn: null })
  })

  test('puts schools under the top of the district, whatever the roster calls it', async () => {
    const wendy = await freshDistrict(await emptyStore())

    await wendy.write(applyRoster, await rosterOf({ users: [user('Ana Alvarez')] }))

    const [adams, top, lincoln] = await organizationsOf(wendy)
    expect(top).toMatchObject({ name: 'Fresh Public Schools', sourceId: 'd', parentId: null })
    expect(adams).toMatchObject({ parentId: top!.id, path: `${top!.id}/${adams!.id}/` })
    expect(lincoln).toMatchObject({ parentId: top!.id, path: `${top!.id}/${lincoln!.id}/` })
  })

  test('takes the name somebody prefers, and the address in lower case', async () => {
    const wendy = await freshDistrict(await emptyStore())
    const roster = await rosterOf({ users: [user('Ana Alvarez', { email: 'ANA@Fresh.example' })] })
    roster.members[0]!.preferredGivenName = 'Anita'

    await wendy.write(applyRoster, roster)

    expect(await memberOf(wendy, 'Alvarez')).toMatchObject({
      givenName: 'Anita',
      sortName: 'alvarez anita',
      email: 'ana@fresh.example',
      sourceId: 'ana.alvarez',
    })
  })

  test('takes over who was added by hand with the same address, and leaves the affiliation alone', async () => {
    const wendy = await freshDistrict(await emptyStore())
    const users = [user('Wendy Wu', { sourcedId: 'w1', orgSourcedIds: 'd' })]

    const applied = await wendy.write(applyRoster, await rosterOf({ users }))

    expect(applied.members).toEqual({ created: 0, changed: 1, ended: 0, unchanged: 0 })
    expect(await affiliationsOf(wendy, 'Wu')).toEqual([
      ['Fresh Public Schools', 'educator', '2026-08-01', null],
      ['Fresh Public Schools', 'administrator', TODAY, null],
    ])
  })
})

describe('a later import', () => {
  test('of the same files changes nothing', async () => {
    const wendy = await districtWith(crowd(40))
    const before = await wendy.scope.db.count(events)

    const again = await wendy.write(applyRoster, await rosterOf({ users: crowd(40) }))

    expect(again.organizations).toEqual({ ...NOTHING, unchanged: 3 })
    expect(again.members).toEqual({ ...NOTHING, unchanged: 40 })
    expect(again.affiliations).toEqual({ ...NOTHING, unchanged: 40 })
    expect(again.changes).toEqual([])
    expect(await wendy.scope.db.count(events)).toBe(before)
  })

  test('hires who is new, from today', async () => {
    const wendy = await districtWith(crowd(20))

    await wendy.write(applyRoster, await rosterOf({ users: [...crowd(20), user('Ana Alvarez')] }))

    expect(await affiliationsOf(wendy, 'Alvarez')).toEqual([
      ['Lincoln Elementary', 'educator', TODAY, null],
    ])
    expect(await memberOf(wendy, 'Alvarez')).toMatchObject({ hiredOn: TODAY })
  })

  test('renames, and names the change', async () => {
    const wendy = await districtWith([...crowd(20), user('Ana Alvarez')])
    const renamed = user('Ana Alvarez', { familyName: 'Brooks' })

    const applied = await wendy.write(
      applyRoster,
      await rosterOf({ users: [...crowd(20), renamed] }),
    )

    expect(applied.members).toEqual({ created: 0, changed: 1, ended: 0, unchanged: 20 })
    expect(applied.changes).toEqual([
      {
        kind: 'renamed',
        total: 1,
        named: [{ kind: 'renamed', name: 'Ana Brooks', from: 'Ana Alvarez' }],
      },
    ])
    expect(await memberOf(wendy, 'Brooks')).toMatchObject({ sortName: 'brooks ana' })
  })

  test('moves somebody by ending one affiliation and beginning another', async () => {
    const wendy = await districtWith([...crowd(20), user('Ana Alvarez')])
    const moved = user('Ana Alvarez', { orgSourcedIds: 'adams' })

    const applied = await wendy.write(applyRoster, await rosterOf({ users: [...crowd(20), moved] }))

    expect(applied.affiliations).toEqual({ created: 1, changed: 0, ended: 1, unchanged: 20 })
    expect(applied.members).toMatchObject({ ended: 0 })
    expect(await affiliationsOf(wendy, 'Alvarez')).toEqual([
      ['Lincoln Elementary', 'educator', '2026-08-01', YESTERDAY],
      ['Adams Middle', 'educator', TODAY, null],
    ])
  })

  test('ends who is not in the full list any more, and deletes nobody', async () => {
    const wendy = await districtWith([...crowd(20), user('Ana Alvarez')])

    const applied = await wendy.write(applyRoster, await rosterOf({ users: crowd(20) }))

    expect(applied.members).toEqual({ created: 0, changed: 0, ended: 1, unchanged: 20 })
    expect(applied.changes[0]).toEqual({
      kind: 'ends',
      total: 1,
      named: [
        {
          kind: 'ends',
          name: 'Ana Alvarez',
          role: 'educator',
          organization: 'Lincoln Elementary',
          on: YESTERDAY,
        },
      ],
    })
    expect(await affiliationsOf(wendy, 'Alvarez')).toHaveLength(1)
  })

  test('begins anew for who comes back, and keeps what was', async () => {
    const wendy = await districtWith([...crowd(20), user('Ana Alvarez')])
    await wendy.write(applyRoster, await rosterOf({ users: crowd(20) }))
    const roster = await rosterOf({ users: [...crowd(20), user('Ana Alvarez')] })

    await wendy.write(applyRoster, roster)
    const again = await wendy.write(applyRoster, roster)

    expect(await affiliationsOf(wendy, 'Alvarez')).toEqual([
      ['Lincoln Elementary', 'educator', '2026-08-01', YESTERDAY],
      ['Lincoln Elementary', 'educator', TODAY, null],
    ])
    expect(again.affiliations).toEqual({ ...NOTHING, unchanged: 21 })
  })

  test('ends who is marked as gone, and knows nobody who was gone before', async () => {
    const wendy = await districtWith([...crowd(20), user('Ana Alvarez')])
    const gone = { status: 'tobedeleted', dateLastModified: '2026-11-02T08:00:00.000Z' }
    const users = [...crowd(20), user('Ana Alvarez', gone), user('Zoe Zimmer', gone)]

    const applied = await wendy.write(applyRoster, await rosterOf({ users }))

    expect(applied.members).toEqual({ created: 0, changed: 0, ended: 1, unchanged: 20 })
    expect(await memberOf(wendy, 'Zimmer')).toBeUndefined()
  })

  test('leaves what a person has given, even of somebody who is in no list', async () => {
    const wendy = await districtWith(crowd(20))

    const applied = await wendy.write(applyRoster, await rosterOf({ users: crowd(20) }))

    expect(applied.affiliations).toEqual({ ...NOTHING, unchanged: 20 })
    expect(await affiliationsOf(wendy, 'Wu')).toEqual([
      ['Fresh Public Schools', 'administrator', TODAY, null],
    ])
  })

  test('closes a school that nobody works at any more, and opens it again', async () => {
    const wendy = await districtWith(crowd(20))
    const without = await rosterOf({ orgs: SCHOOLS.slice(0, 2), users: crowd(20) })

    const closed = await wendy.write(applyRoster, without)
    const again = await wendy.write(applyRoster, without)
    const opened = await wendy.write(applyRoster, await rosterOf({ users: crowd(20) }))

    expect(closed.organizations).toEqual({ created: 0, changed: 0, ended: 1, unchanged: 2 })
    expect(again.organizations).toEqual({ ...NOTHING, unchanged: 2 })
    expect(opened.organizations).toEqual({ created: 0, changed: 1, ended: 0, unchanged: 2 })
  })

  test('moves a school with everything below it', async () => {
    const department = {
      sourcedId: 'arts',
      name: 'Arts',
      type: 'department',
      parentSourcedId: 'lincoln',
    }
    const north = {
      sourcedId: 'north',
      name: 'North Region',
      type: 'district',
      parentSourcedId: 'd',
    }
    const [top, lincoln, adams] = SCHOOLS as [object, object, object]
    const wendy = await districtWith(crowd(20), [...SCHOOLS, department])
    const moved = [top, { ...lincoln, parentSourcedId: 'north' }, adams, department, north]

    await wendy.write(applyRoster, await rosterOf({ orgs: moved as never, users: crowd(20) }))

    const byName = new Map((await organizationsOf(wendy)).map((row) => [row.name, row]))
    const path = (...names: string[]) => names.map((name) => `${byName.get(name)!.id}/`).join('')
    expect(byName.get('Arts')!.path).toBe(
      path('Fresh Public Schools', 'North Region', 'Lincoln Elementary', 'Arts'),
    )
  })

  test('keeps the grade band that somebody has set', async () => {
    const wendy = await districtWith(crowd(20))
    await wendy.write(async ({ db }) => {
      await db
        .update(organizations)
        .set({ gradeBand: 'high' })
        .where(eq(organizations.name, 'Adams Middle'))
    })
    const roster = await rosterOf({ users: crowd(20) })
    roster.organizations[2]!.gradeBand = 'middle'
    roster.organizations[1]!.gradeBand = 'elementary'

    await wendy.write(applyRoster, roster)

    const bands = (await organizationsOf(wendy)).map(({ gradeBand }) => gradeBand)
    expect(bands).toEqual(['high', null, 'elementary'])
  })
})

describe('a file that says little', () => {
  test.each([
    ['without users.csv', { users: null }],
    ['with a users.csv that has only its header', { users: [] }],
  ])('%s ends nobody', async (_, files) => {
    const wendy = await districtWith(crowd(5))

    const applied = await wendy.write(applyRoster, await rosterOf(files))

    expect(applied.affiliations).toMatchObject({ ended: 0 })
    expect(applied.stop).toBeNull()
  })

  test('with students only ends nobody', async () => {
    const wendy = await districtWith(crowd(5))
    const users = [user('Sam Student', { role: 'student' })]

    const applied = await wendy.write(applyRoster, await rosterOf({ users }))

    expect(applied.affiliations).toMatchObject({ ended: 0 })
  })

  test('without orgs.csv closes no school', async () => {
    const wendy = await districtWith(crowd(5))

    const applied = await wendy.write(applyRoster, await rosterOf({ orgs: null, users: crowd(5) }))

    expect(applied.organizations).toEqual({ ...NOTHING, unchanged: 0 })
    expect(applied.affiliations).toEqual({ ...NOTHING, unchanged: 5 })
  })

  test('spares who has a row that was rejected', async () => {
    const wendy = await districtWith([...crowd(20), user('Ana Alvarez')])
    const users = [...crowd(20), user('Ana Alvarez', { orgSourcedIds: 'nowhere' })]

    const applied = await wendy.write(applyRoster, await rosterOf({ users }))

    expect(applied.affiliations).toMatchObject({ ended: 0 })
  })

  test('of changes touches only what it names', async () => {
    const wendy = await districtWith(crowd(5))
    const delta = { status: 'active', dateLastModified: '2026-11-19T08:00:00.000Z' }
    const users = [
      user('Teacher Number0', { ...delta, orgSourcedIds: 'adams' }),
      user('Ana Alvarez', delta),
    ]

    const applied = await wendy.write(
      applyRoster,
      await rosterOf({ orgs: null, users, mode: 'delta' }),
      { acceptEndings: true },
    )

    expect(applied.members).toEqual({ created: 1, changed: 0, ended: 0, unchanged: 1 })
    expect(applied.affiliations).toEqual({ created: 2, changed: 0, ended: 1, unchanged: 0 })
    expect(await affiliationsOf(wendy, 'Number0')).toEqual([
      ['Lincoln Elementary', 'educator', '2026-08-01', YESTERDAY],
      ['Adams Middle', 'educator', TODAY, null],
    ])
  })
})

describe('an import that would end more than a tenth', () => {
  test('changes nothing until somebody says that it is meant', async () => {
    const wendy = await districtWith(crowd(20))
    const roster = await rosterOf({ users: crowd(17) })

    const refused = wendy.write(applyRoster, roster)

    await expect(refused).toHaveFieldError('acceptEndings', /3 of 21 .* \(14 %\)/)
    const plan = await wendy.read(planRoster, roster)
    expect(plan.stop).toEqual({ ended: 3, active: 21, share: 3 / 21 })
  })

  test('is applied when somebody has', async () => {
    const wendy = await districtWith(crowd(20))

    const applied = await wendy.write(applyRoster, await rosterOf({ users: crowd(17) }), {
      acceptEndings: true,
    })

    expect(applied.affiliations).toEqual({ created: 0, changed: 0, ended: 3, unchanged: 17 })
  })

  test('is not one that ends exactly a tenth', async () => {
    const wendy = await districtWith(crowd(19))

    const plan = await wendy.read(planRoster, await rosterOf({ users: crowd(17) }))

    expect(plan.stop).toBeNull()
  })
})

describe('who may', () => {
  test('an administrator may apply a roster; a coordinator may not', async () => {
    const store = await openTestStore()
    const ming = await asMember(store, world.northside.ming)
    const rosa = await asMember(store, world.northside.rosa)
    const roster = await rosterOf({ orgs: null, users: [user('Ana Alvarez')], mode: 'delta' })

    await expect(ming.write(applyRoster, roster)).toBeForbidden()
    await expect(rosa.write(applyRoster, roster)).resolves.toBeDefined()
  })

  test('the other district stays as it is', async () => {
    const store = await openTestStore()
    const rosa = await asMember(store, world.northside.rosa)
    const south = await asMember(store, world.southside.rosa)
    const before = await everythingOf(south)

    await rosa.write(applyRoster, await rosterOf({ users: crowd(30) }), { acceptEndings: true })

    expect(await everythingOf(south)).toEqual(before)
  })

  test('administrators, coordinators and auditors stay what they are', async () => {
    const rosa = await asMember(await openTestStore(), world.northside.rosa)

    await rosa.write(applyRoster, await rosterOf({ users: crowd(30) }), { acceptEndings: true })

    const roles = await rosa.scope.db
      .select({ role: affiliations.role, endedOn: affiliations.endedOn })
      .from(affiliations)
      .where(eq(affiliations.organizationId, world.northside.organization))
      .orderBy(asc(affiliations.role))
    expect(roles).toEqual(
      ['administrator', 'auditor', 'coach', 'coordinator'].map((role) => ({ role, endedOn: null })),
    )
  })
})

test('new hires who fit an assignment are enrolled by themselves', async () => {
  const rosa = await asMember(await openTestStore(), world.northside.rosa)
  const users = [user('Hana Hill', { orgSourcedIds: '' })]
  const roster = await rosterOf({ orgs: null, users, mode: 'delta' })
  roster.affiliations.push({
    memberSourcedId: 'hana.hill',
    organizationSourcedId: 'northside-middle',
    role: 'educator',
    startedOn: null,
    endedOn: null,
    active: true,
    primary: true,
    sourcedId: null,
  })

  const applied = await rosa.write(applyRoster, roster)

  expect(applied.enrolled).toBeGreaterThan(0)
})

test('ten thousand people are imported', async () => {
  const wendy = await freshDistrict(await emptyStore())

  const applied = await wendy.write(applyRoster, await rosterOf({ users: crowd(10_000) }))

  expect(applied.members.created).toBe(10_000)
  expect(await wendy.scope.db.count(members)).toBe(10_001)
  expect(applied.changes.map(({ total, named }) => [total, named.length])).toEqual([
    [10_000, 100],
    [2, 2],
    [1, 1],
  ])
})

async function districtWith(users: ReturnType<typeof crowd>, orgs = SCHOOLS) {
  const wendy = await freshDistrict(await emptyStore())
  await wendy.write(applyRoster, await rosterOf({ orgs, users }))
  return wendy
}

async function memberOf({ scope }: TestMember, familyName: string) {
  const [member] = await scope.db
    .select({
      givenName: members.givenName,
      sortName: members.sortName,
      email: members.email,
      hiredOn: members.hiredOn,
      sourceId: members.sourceId,
    })
    .from(members)
    .where(eq(members.familyName, familyName))
  return member
}

function organizationsOf({ scope }: TestMember) {
  return scope.db
    .select({
      id: organizations.id,
      parentId: organizations.parentId,
      name: organizations.name,
      path: organizations.path,
      sourceId: organizations.sourceId,
      gradeBand: organizations.gradeBand,
    })
    .from(organizations)
    .orderBy(asc(organizations.sortName))
}

async function affiliationsOf({ scope }: TestMember, familyName: string) {
  const rows = await scope.db
    .select({
      organization: organizations.name,
      role: affiliations.role,
      startedOn: affiliations.startedOn,
      endedOn: affiliations.endedOn,
    })
    .from(affiliations)
    .innerJoin(members, eq(members.id, affiliations.memberId))
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(eq(members.familyName, familyName))
    .orderBy(asc(affiliations.startedOn), asc(organizations.name))
  return rows.map((row) => Object.values(row))
}

async function everythingOf(member: TestMember) {
  const people = await member.scope.db
    .select({ id: members.id, name: members.sortName, sourceId: members.sourceId })
    .from(members)
    .orderBy(asc(members.id))
  const places = await member.scope.db
    .select({ id: affiliations.id, endedOn: affiliations.endedOn })
    .from(affiliations)
    .orderBy(asc(affiliations.id))
  return { people, places, organizations: await organizationsOf(member) }
}
