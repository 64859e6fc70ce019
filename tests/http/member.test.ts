import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { requireMember } from '~/http/member.server'
import * as district from '~/routes/district'
import * as staff from '~/routes/staff/index'
import { expect, test } from 'vitest'
import { openTestStore } from '../support/database'
import { contextOf, signedIn } from '../support/requests'
import { type Person, world } from '../support/world'

const { mara } = world.northside
const stranger = world.southside.mara

const routes = {
  root: { id: 'root', path: '', module: { default: () => null } },
  district: { id: 'district', parentId: 'root', path: 'd/:district', module: district },
  staff: { id: 'staff', parentId: 'district', path: 'staff', module: staff },
}

async function asking(person: Person | null, path: string) {
  const store = await openTestStore()
  const headers = person ? await signedIn(store, person) : undefined
  const request = new Request(`http://localhost:3000${path}`, { headers })
  return { request, params: { district: 'northside' }, ...contextOf(store) }
}

/** Asks Remix for the page of the staff within its district, and hears what it calls a bug. */
async function serve(person: Person | null, path: string) {
  const { request, context } = await asking(person, path)
  const bugs: unknown[] = []
  const build = {
    entry: { module: { default: () => {}, handleError: (error: unknown) => bugs.push(error) } },
    routes,
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
    basename: '/',
    future: { v3_singleFetch: true },
  } as unknown as ServerBuild
  const response = await createRequestHandler(build, 'production')(request, context)
  return { status: response.status, text: await response.text(), bugs }
}

test('the loaders of a request get one member', async () => {
  const args = await asking(mara, '/d/northside/staff')

  const [parent, child] = await Promise.all([requireMember(args), requireMember(args)])

  expect(parent.actor.id).toBe(mara.id)
  expect(child).toBe(parent)
})

test('each loader of a request of a stranger gets a refusal that it can read', async () => {
  const args = await asking(stranger, '/d/northside/staff')

  const refusals = await Promise.all(
    [1, 2, 3].map(() => requireMember(args).catch((thrown: Response) => thrown)),
  )

  const read = refusals.map((refusal) => (refusal as Response).text())
  expect(await Promise.all(read)).toEqual(['Not found.', 'Not found.', 'Not found.'])
  for (const refusal of refusals) expect(refusal).toBeNotFound()
})

test('the page of a district is nowhere for a stranger, and no bug of ours', async () => {
  const { status, text, bugs } = await serve(stranger, '/d/northside/staff.data')

  expect(status).toBe(404)
  expect(text).not.toMatch(/500|unusable|Unexpected/)
  expect(bugs).toEqual([])
})

test('who is not signed in is led to the sign-in page, once', async () => {
  const { status, text, bugs } = await serve(null, '/d/northside/staff.data')

  expect(status).toBe(202)
  expect(text).toContain('/sign-in?to=')
  expect(bugs).toEqual([])
})
