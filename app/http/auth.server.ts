import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import type { Db, Store } from '#db/client.server'
import { and, asc, eq, gt, isNotNull, lt } from '#db/query.server'
import { sessions, userEmails, users } from '#db/schema'
import { isPrivilegedNow } from '~/domain/people/privilege.server'
import { endOf, lastUseOf, limitsOf, REMEMBERED } from '~/domain/people/session-limits'
import { endSessions } from '~/domain/people/sessions.server'
import { digestOf, newSecret } from '~/domain/secret.server'
import type { Context } from './context.server'
import { clearCookie, readCookie, writeCookie } from './cookies.server'
import { deviceOf } from './device'
import { keepForm } from './keep-form.server'
import { paths, safeReturn } from './paths'
import { returnPathOf } from './return-path'

type Arguments = LoaderFunctionArgs | ActionFunctionArgs
type Holding = Pick<Context, 'store' | 'environment' | 'now'>

/** Who is signed in. */
export type User = {
  id: string
  /** The address to show; a person may have more. */
  email: string
  sessionId: string
  /** Whether they administer or coordinate a district. */
  privileged: boolean
}

/** A browser somebody is signed in with. */
export type OpenSession = {
  id: string
  device: string
  startedAt: Date
  /** Exact to half of the idle time of the session. */
  lastUsedAt: Date
  isThisOne: boolean
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: UserAttributes
  }
}
type SessionAttributes = { createdAt: Date; privileged: boolean; device: string }
type UserAttributes = { email: string }
type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>

/** Who asks, or else whose session has run out. */
type Visitor = { user: User | null; ranOutFor: string | null }

const STRANGER: Visitor = { user: null, ranOutFor: null }

/**
 * The cookie has no age: it goes when the browser is closed, as it should on the computer of a staff
 * room, and how long a session lasts is decided here alone.
 */
const COOKIE = 'session'

/**
 * The person who is signed in. Every loader and action that is not for strangers begins with it or
 * with `requireMember`. What a form brought when its session had run out is kept until they sign in.
 *
 * @throws Response a redirect to sign in
 */
export async function requireUser(args: Arguments): Promise<User> {
  const { user, ranOutFor } = await visitorOf(args)
  if (user) return user

  const to = returnPathOf(args.request)
  const kept = ranOutFor && (await keepForm(args, ranOutFor, to))
  throw redirect(to === '/' ? paths.signIn() : `${paths.signIn()}?to=${encodeURIComponent(to)}`, {
    headers: kept ? { 'Set-Cookie': kept } : {},
  })
}

/** The person who is signed in, if somebody is. */
export async function findUser(args: Arguments): Promise<User | null> {
  return (await visitorOf(args)).user
}

/** @throws Response a redirect to where they were going when somebody is signed in already */
export async function requireAnonymous(args: Arguments) {
  if (await findUser(args)) {
    throw redirect(safeReturn(new URL(args.request.url).searchParams.get('to')))
  }
}

/**
 * Signs a person in with a new secret, in place of the session the request came with.
 *
 * @returns the `Set-Cookie` header
 */
export async function startSession(context: Context, userId: string, request: Request) {
  const { store, environment, now = new Date() } = context
  await endSession(context, request)

  const [user] = await store.read
    .select({ privileged: isPrivilegedNow(store.read, now) })
    .from(users)
    .where(eq(users.id, userId))
  const secret = newSecret()
  const attributes = {
    createdAt: now,
    privileged: user?.privileged ?? false,
    device: deviceOf(request.headers.get('User-Agent')),
  }
  await luciaFor(context, attributes).createSession(userId, attributes, {
    sessionId: digestOf(secret),
  })
  return writeCookie(environment, COOKIE, secret)
}

/**
 * Ends the session the request came with.
 *
 * @returns the `Set-Cookie` header that makes the browser forget it
 */
export async function endSession(context: Context, request: Request) {
  visitors.delete(context)
  const secret = readCookie(request, context.environment, COOKIE)
  if (secret) await luciaFor(context).invalidateSession(digestOf(secret))
  return clearCookie(context.environment, COOKIE)
}

/** Ends one session of a person; another person's is left alone. */
export async function endOneSession({ store }: Holding, userId: string, sessionId: string) {
  await store.write(async (tx) => {
    await tx.delete(sessions).where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)))
  })
}

/** Signs a person out everywhere, but for one session where it is named. */
export async function endAllSessions(context: Holding, userId: string, exceptId?: string) {
  if (exceptId === undefined) return luciaFor(context).invalidateUserSessions(userId)
  await context.store.write((tx) => endSessions(tx, userId, exceptId))
}

/** Where a person is signed in, this browser first, then the latest used. */
export async function listSessions(context: Holding, user: User): Promise<OpenSession[]> {
  const { store, now = new Date() } = context
  const rows = await store.read.select().from(sessions).where(eq(sessions.userId, user.id))
  return rows
    .filter((row) => endOf(row) > now)
    .map((row) => ({
      id: row.id,
      device: row.device,
      startedAt: row.createdAt,
      lastUsedAt: lastUseOf(row),
      isThisOne: row.id === user.sessionId,
    }))
    .sort(
      (a, b) =>
        Number(b.isThisOne) - Number(a.isThisOne) ||
        b.lastUsedAt.getTime() - a.lastUsedAt.getTime(),
    )
}

/** The loaders of one request ask at the same time; each request has its own context. */
const visitors = new WeakMap<object, Promise<Visitor>>()

function visitorOf({ request, context }: Arguments) {
  const known = visitors.get(context)
  if (known) return known
  const found = recognize(request, context)
  visitors.set(context, found)
  return found
}

async function recognize(request: Request, context: Context): Promise<Visitor> {
  const { store, environment, now = new Date() } = context
  const secret = readCookie(request, environment, COOKIE)
  const row = secret ? await findRow(store.read, digestOf(secret), now) : null
  if (!row || row.disabledAt) return STRANGER
  if (row.isPrivilegedNow && !row.privileged) await shorten(store, row, now)

  const { session, user } = await luciaFor(context, row, row).validateSession(row.id)
  if (session && endOf(row) > now) {
    const { id, email } = user
    return { user: { id, email, sessionId: row.id, privileged: row.privileged }, ranOutFor: null }
  }
  const forgotten = row.expiresAt.getTime() + REMEMBERED < now.getTime()
  return forgotten ? STRANGER : { user: null, ranOutFor: row.userId }
}

/** A session that began before its person was given a district to run ends as early as any other. */
async function shorten(store: Store, row: Row, now: Date) {
  const { idle } = limitsOf({ privileged: true })
  row.privileged = true
  row.expiresAt = new Date(Math.min(row.expiresAt.getTime(), now.getTime() + idle))
  await store.write(async (tx) => {
    await tx
      .update(sessions)
      .set({ privileged: true, expiresAt: row.expiresAt })
      .where(eq(sessions.id, row.id))
  })
}

/** The session with its person, as both are now. */
async function findRow(db: Db, id: string, now: Date) {
  const rows = await db
    .select({
      id: sessions.id,
      userId: sessions.userId,
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
      privileged: sessions.privileged,
      device: sessions.device,
      disabledAt: users.disabledAt,
      email: userEmails.email,
      isPrivilegedNow: isPrivilegedNow(db, now),
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(userEmails, and(eq(userEmails.userId, users.id), isNotNull(userEmails.verifiedAt)))
    .where(eq(sessions.id, id))
    .orderBy(asc(sessions.id), asc(userEmails.email))
  const [row] = rows
  return row ? { ...row, email: row.email ?? '' } : null
}

/** Lucia with the limits that hold for one session. */
function luciaFor(context: Holding, limits = { privileged: false }, row?: Row) {
  return new Lucia(adapterOf(context, row), {
    sessionExpiresIn: new TimeSpan(limitsOf(limits).idle, 'ms'),
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  })
}

/**
 * How Lucia reaches the sessions. It reads the clock of the machine while we go by that of the
 * request, so times are shifted on the way; and a session that has run out is not deleted at once,
 * so that its last form can be kept.
 *
 * @param known the row that was read already
 */
function adapterOf({ store, now = new Date() }: Holding, known?: Row): Adapter {
  const shift = Date.now() - now.getTime()
  const toLucia = (at: Date) => new Date(at.getTime() + shift)
  const fromLucia = (at: Date) => new Date(at.getTime() - shift)

  const shown = (row: typeof sessions.$inferSelect): DatabaseSession => ({
    id: row.id,
    userId: row.userId,
    expiresAt: toLucia(row.expiresAt),
    attributes: {
      createdAt: row.createdAt,
      privileged: row.privileged,
      device: row.device,
    },
  })

  return {
    async getSessionAndUser(id) {
      const row = known?.id === id ? known : await findRow(store.read, id, now)
      if (!row) return [null, null]
      return [shown(row), { id: row.userId, attributes: { email: row.email } }]
    },
    async getUserSessions(userId) {
      const rows = await store.read.select().from(sessions).where(eq(sessions.userId, userId))
      return rows.map(shown)
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      await store.write(async (tx) => {
        await tx
          .insert(sessions)
          .values({ id, userId, expiresAt: fromLucia(expiresAt), ...attributes })
      })
    },
    async updateSessionExpiration(id, expiresAt) {
      await store.write(async (tx) => {
        await tx
          .update(sessions)
          .set({ expiresAt: fromLucia(expiresAt) })
          .where(eq(sessions.id, id))
      })
    },
    async deleteSession(id) {
      await store.write(async (tx) => {
        await tx.delete(sessions).where(and(eq(sessions.id, id), gt(sessions.expiresAt, now)))
      })
    },
    async deleteUserSessions(userId) {
      await store.write((tx) => endSessions(tx, userId))
    },
    async deleteExpiredSessions() {
      const forgotten = new Date(now.getTime() - REMEMBERED)
      await store.write(async (tx) => {
        await tx.delete(sessions).where(lt(sessions.expiresAt, forgotten))
      })
    },
  }
}
