import { hash } from '@node-rs/argon2'
import { describe, expect, test } from 'vitest'
import { eq } from '#db/query.server'
import { signInFailures, users } from '#db/schema'
import { Invalid } from '~/domain/errors'
import { inTurn } from '~/domain/people/password-hash.server'
import { type SignIn, signIn } from '~/domain/people/sign-in.server'
import { TryLater } from '~/domain/people/try-later'
import { openTestStore, type TestStore } from '../../support/database'
import { DEMO_PASSWORD, world, WORLD_NOW } from '../../support/world'

const { ana, ben } = world.northside
const WRONG = 'this is not the password'

const later = (minutes: number) => new Date(WORLD_NOW.getTime() + minutes * 60_000)

function attempt(store: TestStore, given: Partial<SignIn> = {}) {
  return signIn(store, {
    email: ana.email,
    password: WRONG,
    address: '192.0.2.1',
    device: null,
    isDemo: true,
    now: WORLD_NOW,
    ...given,
  })
}

const right = (store: TestStore, given: Partial<SignIn> = {}) =>
  attempt(store, { password: DEMO_PASSWORD, ...given })

async function fail(store: TestStore, times: number, given: Partial<SignIn> = {}) {
  for (let time = 0; time < times; time++) {
    await expect(attempt(store, given)).rejects.toThrow(Invalid)
  }
}

describe('signing in', () => {
  test('finds the person, however the address is written', async () => {
    const store = await openTestStore()

    const found = await right(store, { email: `  ${ana.email.toUpperCase()} ` })

    expect(found).toEqual({ userId: ana.userId })
  })

  test('says the same about a wrong password and about an address nobody has', async () => {
    const store = await openTestStore()

    const wrong = await attempt(store).catch((error: Error) => error.message)
    const nobody = await attempt(store, { email: 'nobody@northside.example' }).catch(
      (error: Error) => error.message,
    )

    expect(wrong).toMatch(/do not belong together/)
    expect(nobody).toBe(wrong)
  })

  test('says the same about an account that was closed, and about one without a password', async () => {
    const store = await openTestStore()
    await store.write(async (tx) => {
      await tx.update(users).set({ disabledAt: WORLD_NOW }).where(eq(users.id, ana.userId))
      await tx.update(users).set({ passwordHash: null }).where(eq(users.id, ben.userId))
    })

    await expect(right(store)).rejects.toThrow(/do not belong together/)
    await expect(right(store, { email: ben.email })).rejects.toThrow(/do not belong together/)
  })

  test('takes a password beyond any that is hashed for a wrong one', async () => {
    const store = await openTestStore()

    await expect(attempt(store, { password: 'x'.repeat(1_000_000) })).rejects.toThrow(Invalid)
  })

  test('refuses the password of the demonstration where there is none', async () => {
    const store = await openTestStore()

    const refused = right(store, { isDemo: false })

    await expect(refused).rejects.toThrow(/password of the demonstration/)
  })

  test('hashes the password anew when the parameters have changed', async () => {
    const store = await openTestStore()
    const weak = await hash(DEMO_PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 })
    await store.write(async (tx) => {
      await tx.update(users).set({ passwordHash: weak }).where(eq(users.id, ana.userId))
    })

    await right(store)

    const [user] = await store.read
      .select({ passwordHash: users.passwordHash })
      .from(users)
      .where(eq(users.id, ana.userId))
    expect(user!.passwordHash).toContain('$m=19456,t=2,p=1$')
    await expect(right(store)).resolves.toEqual({ userId: ana.userId })
  })
})

describe('too many failures', () => {
  test('shut out the place they come from after ten, also with the right password', async () => {
    const store = await openTestStore()
    await fail(store, 10)

    await expect(right(store)).rejects.toThrow(TryLater)
    await expect(right(store, { address: '192.0.2.2' })).resolves.toBeTruthy()
    await expect(right(store, { email: ben.email })).resolves.toBeTruthy()
  })

  test('shut out every stranger after twenty, but not a browser that is known', async () => {
    const store = await openTestStore()
    await fail(store, 10, { address: '192.0.2.1' })
    await fail(store, 10, { address: '192.0.2.2' })

    await expect(right(store, { address: '192.0.2.3' })).rejects.toThrow(TryLater)
    await expect(right(store, { device: 'known', address: '192.0.2.1' })).resolves.toBeTruthy()
  })

  test('shut out a known browser after ten of its own', async () => {
    const store = await openTestStore()
    await fail(store, 10, { device: 'known' })

    await expect(right(store, { device: 'known' })).rejects.toThrow(TryLater)
    await expect(right(store, { device: 'other' })).resolves.toBeTruthy()
    await expect(right(store)).resolves.toBeTruthy()
  })

  test('are counted for addresses nobody has as well', async () => {
    const store = await openTestStore()
    await fail(store, 10, { email: 'nobody@northside.example' })

    const next = attempt(store, { email: 'nobody@northside.example' })

    await expect(next).rejects.toThrow(TryLater)
  })

  test('are forgotten after five minutes, and after signing in', async () => {
    const store = await openTestStore()
    await fail(store, 10)
    await expect(right(store, { now: later(6) })).resolves.toBeTruthy()

    await fail(store, 9, { now: later(7) })
    await right(store, { now: later(8) })

    await fail(store, 9, { now: later(9) })
    const left = await store.read.select().from(signInFailures)
    expect(left).toHaveLength(9)
  })

  test('cannot be outrun by trying all at once', async () => {
    const store = await openTestStore()

    const tries = Array.from({ length: 25 }, () => attempt(store).catch((error: Error) => error))
    const errors = await Promise.all(tries)

    expect(errors.filter((error) => error instanceof Invalid)).toHaveLength(10)
    expect(errors.filter((error) => error instanceof TryLater)).toHaveLength(15)
  })

  test('keep neither the address that was typed nor the password', async () => {
    const store = await openTestStore()
    await fail(store, 1, { email: 'nobody@northside.example' })

    const rows = JSON.stringify(await store.read.select().from(signInFailures))

    expect(rows).not.toContain('nobody')
    expect(rows).not.toContain(WRONG)
  })
})

describe('hashing', () => {
  test('lets four run and forty wait, and refuses the others', async () => {
    let running = 0
    let most = 0
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    const work = async () => {
      most = Math.max(most, ++running)
      await gate
      running--
    }

    const taken = Array.from({ length: 44 }, () => inTurn(work))

    expect(() => inTurn(work)).toThrow(TryLater)
    release()
    await Promise.all(taken)
    expect(most).toBe(4)
    await expect(inTurn(async () => 'again')).resolves.toBe('again')
  })
})
