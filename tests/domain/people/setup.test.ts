import { describe, expect, test } from 'vitest'
import { tokens, users } from '#db/schema'
import { Conflict, NotFound } from '~/domain/errors'
import { findActor, findDistrict, listDistrictsOf } from '~/domain/people/actor.server'
import { acceptSetup, createSetupLink, requireSetup } from '~/domain/people/setup.server'
import { signIn } from '~/domain/people/sign-in.server'
import { setupInput } from '~/domain/people/sign-in-inputs.server'
import { emptyStore, openTestStore, type TestStore } from '../../support/database'
import { WORLD_NOW } from '../../support/world'

const ORIGIN = 'https://learning.example.org'
const TYPED = {
  name: 'Westford Public Schools',
  slug: 'Westford',
  state: 'MA',
  timeZone: 'America/New_York',
  schoolYearStartsOn: '2026-07-01',
  givenName: 'Wendy',
  familyName: 'Wu',
  email: ' Wendy.Wu@Westford.example',
  password: 'seven boats under a red lamp',
}
const GIVEN = setupInput.parse(TYPED)
const tomorrow = new Date(WORLD_NOW.getTime() + 25 * 3_600_000)

async function linked(store: TestStore) {
  const link = await store.write((tx) => createSetupLink(tx, ORIGIN, WORLD_NOW))
  return { link, secret: link.split('/').at(-1)! }
}

describe('setting up', () => {
  test('makes the district, its organization and an administrator who can sign in', async () => {
    const store = await emptyStore()
    const { link, secret } = await linked(store)

    const { slug } = await acceptSetup(store, secret, GIVEN, WORLD_NOW)

    expect(link).toMatch(/^https:\/\/learning\.example\.org\/setup\/[\w-]{43}$/)
    const { userId } = await signIn(store, {
      email: 'wendy.wu@westford.example',
      password: TYPED.password,
      address: '192.0.2.1',
      device: null,
      isDemo: false,
      now: WORLD_NOW,
    })
    const district = await findDistrict(store.read, slug)
    const actor = await findActor(store.read, district!, userId, WORLD_NOW)
    expect(district).toMatchObject({
      slug: 'westford',
      name: 'Westford Public Schools',
      schoolYearStartsOn: '07-01',
      reviewDays: 30,
    })
    expect(actor).toMatchObject({ name: 'Wendy Wu', hats: [{ role: 'administrator' }] })
    expect(await listDistrictsOf(store.read, userId, WORLD_NOW)).toHaveLength(1)
  })

  test('works once, and for a day', async () => {
    const store = await emptyStore()
    const { secret } = await linked(store)
    await expect(requireSetup(store.read, secret, tomorrow)).rejects.toThrow(NotFound)

    const twice = await Promise.allSettled([
      acceptSetup(store, secret, GIVEN, WORLD_NOW),
      acceptSetup(store, secret, GIVEN, WORLD_NOW),
    ])

    expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('is refused once somebody administers a district', async () => {
    const store = await openTestStore()

    await expect(linked(store)).rejects.toThrow(Conflict)
  })

  test('leaves nothing behind when something is not right', async () => {
    const store = await emptyStore()
    const { secret } = await linked(store)

    const refused = acceptSetup(
      store,
      secret,
      { ...GIVEN, password: 'westford westford' },
      WORLD_NOW,
    )

    await expect(refused).toHaveFieldError('password')
    expect(await store.read.select().from(users)).toEqual([])
    await expect(acceptSetup(store, secret, GIVEN, WORLD_NOW)).resolves.toBeTruthy()
  })

  test('makes the link before worthless', async () => {
    const store = await emptyStore()
    const first = await linked(store)
    const second = await linked(store)

    await expect(requireSetup(store.read, first.secret, WORLD_NOW)).rejects.toThrow(NotFound)
    await expect(requireSetup(store.read, second.secret, WORLD_NOW)).resolves.toBeUndefined()
    expect(JSON.stringify(await store.read.select().from(tokens))).not.toContain(second.secret)
  })
})

describe('what is given', () => {
  test.each([
    ['slug', 'a b'],
    ['slug', '-x-'],
    ['slug', '../x'],
    ['state', 'ZZ'],
    ['timeZone', 'Mars/Olympus'],
    ['schoolYearStartsOn', '2028-02-29'],
    ['schoolYearStartsOn', 'July'],
    ['email', 'wendy'],
    ['email', 'a@b.example\r\nBcc: c@d.example'],
    ['name', ''],
  ])('%s is not %s', (field, value) => {
    const { error } = setupInput.safeParse({ ...TYPED, [field]: value })

    expect(error?.issues.map(({ path }) => path[0])).toEqual([field])
  })
})
