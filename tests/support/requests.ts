import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { printPdf } from '~/adapters/pdf.server'
import { startSession } from '~/http/auth.server'
import type { Context } from '~/http/context.server'
import { readEnvironment } from '~/http/env.server'
import { startRosterReader } from '~/jobs/roster-reader.server'
import type { TestStore } from './database'
import { memoryFiles } from './files'
import { type Person, WORLD_NOW } from './world'

/** What a route answered, or threw. */
export type Answer = {
  status: number
  headers: Headers
  /** What the route's component would get; the text or the JSON of a response. */
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any
  /** The messages of a form that was refused, by field; `toHaveFieldError` reads them. */
  error: Record<string, string[]> | null
  /** Where a redirect leads to. */
  redirect: string | null
  /** The errors that the route reported to the log. */
  reported: unknown[]
}

/** The fields of a form; a file among them makes it multipart. */
export type Form = Record<string, Value | Value[] | undefined>
type Value = string | number | Blob

type Visit = {
  store: TestStore
  /** Who is signed in, or nobody. */
  as: Person | null
  /** The path, with its query. */
  url: string
  /** The parameters of the path; `district` is read from it. */
  params?: Record<string, string>
  headers?: Record<string, string>
  context?: Partial<Context>
}

type Sending = Visit & {
  form?: Form | FormData
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
}

// oxlint-disable-next-line typescript/no-explicit-any
type Handler = (args: any) => unknown
type RouteModule = { loader?: Handler; action?: Handler }

const ORIGIN = 'http://localhost:3000'
const ENVIRONMENT = readEnvironment('development', {} as NodeJS.ProcessEnv)
const cookiesOf = new WeakMap<TestStore, Map<string, Promise<string>>>()

/** Calls the loader of a route as the host would, signed in. */
export function visit(route: RouteModule, given: Visit): Promise<Answer> {
  if (!route.loader) throw new Error('The route has no loader.')
  return call(route.loader, given, { method: 'GET' })
}

/** Calls the action of a route with a form as the host would, signed in; POST unless it says otherwise. */
export function send(route: RouteModule, given: Sending): Promise<Answer> {
  if (!route.action) throw new Error('The route has no action.')
  const { form = {}, method = 'POST' } = given
  const body = form instanceof FormData ? form : bodyOf(form)
  return call(route.action, given, { method, body })
}

/**
 * The header of a browser in which somebody has just signed in, as the sign-in page does it. A test
 * signs each person in once.
 */
export async function signedIn(store: TestStore, person: Person, now = WORLD_NOW) {
  const cookies = cookiesOf.get(store) ?? new Map<string, Promise<string>>()
  cookiesOf.set(store, cookies)
  const browser = `${person.userId} ${now.toISOString()}`
  const cookie = cookies.get(browser) ?? signIn(store, person, now)
  cookies.set(browser, cookie)
  return { Cookie: await cookie }
}

async function signIn(store: TestStore, person: Person, now: Date) {
  const { context } = contextOf(store, { now })
  const request = new Request(new URL('/sign-in', ORIGIN), { headers: { 'User-Agent': 'Vitest' } })
  const header = await startSession(context, person.userId, request)
  return header.split(';')[0]!
}

/** What the host gives a route, with files in memory and the clock of the world. */
export function contextOf(store: TestStore, given: Partial<Context> = {}) {
  const reported: unknown[] = []
  const context: Context = {
    store,
    files: memoryFiles(),
    rosters: startRosterReader(store, { now: () => WORLD_NOW }),
    printPdf,
    environment: ENVIRONMENT,
    nonce: 'test-nonce',
    requestId: 'test-request',
    address: '192.0.2.1',
    now: WORLD_NOW,
    report: (error) => void reported.push(error),
    ...given,
  }
  return { context, reported }
}

async function call(handler: Handler, given: Visit, init: RequestInit): Promise<Answer> {
  const { store, as, url } = given
  const headers = {
    ...(as && (await signedIn(store, as, given.context?.now))),
    ...(init.method !== 'GET' && { Origin: ORIGIN }),
    ...given.headers,
  }
  const district = /^\/d\/([^/?]+)/.exec(url)?.[1]
  const { context, reported } = contextOf(store, given.context)
  const args: LoaderFunctionArgs | ActionFunctionArgs = {
    request: new Request(new URL(url, ORIGIN), { ...init, headers }),
    params: { ...(district && { district }), ...given.params },
    context,
  }
  return { ...(await answerOf(() => handler(args))), reported }
}

async function answerOf(work: () => unknown): Promise<Omit<Answer, 'reported'>> {
  let result: unknown
  try {
    result = await work()
  } catch (thrown) {
    if (!(thrown instanceof Response) && !isData(thrown)) throw thrown
    result = thrown
  }
  if (result instanceof Response) {
    const { status, headers } = result
    return answer(await contentOf(result), status, headers)
  }
  if (isData(result)) {
    const { data, init } = result
    return answer(data, init?.status, new Headers(init?.headers))
  }
  return answer(result)
}

function answer(body: unknown, status = 200, headers = new Headers()) {
  const { error = null } = Object(body) as Partial<Pick<Answer, 'error'>>
  return { status, headers, body, error, redirect: headers.get('Location') }
}

function isData(result: unknown): result is { data: unknown; init: ResponseInit | null } {
  return (Object(result) as { type?: unknown }).type === 'DataWithResponseInit'
}

async function contentOf(response: Response): Promise<unknown> {
  const type = response.headers.get('Content-Type') ?? ''
  if (type.includes('json')) return response.json()
  if (type === '' || type.startsWith('text/')) return response.text()
  return Buffer.from(await response.arrayBuffer())
}

function bodyOf(form: Form): URLSearchParams | FormData {
  const fields = Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((single) => [name, single] as const),
  )
  const hasFile = fields.some(([, value]) => value instanceof Blob)
  const body = hasFile ? new FormData() : new URLSearchParams()
  for (const [name, value] of fields) {
    if (value instanceof Blob) (body as FormData).append(name, value)
    else if (value !== undefined) body.append(name, String(value))
  }
  return body
}
