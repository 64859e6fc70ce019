import { expect, inject, test } from 'vitest'
import { ACTORS, EVERYBODY } from '../routes/sweep/actors'
import { expectationsFor } from '../routes/sweep/expectations/table'
import { fill, moduleOf, type Route, routes } from '../routes/sweep/routes'
import { world } from '../support/world'
import { sessionOf } from './visitor'

const { northside } = world
const expectations = expectationsFor(northside)
const origin = inject('demoOrigin')

/** Each loader below `/d/:district`, asked for as the router of a page asks for one part of it. */
const alone = await Promise.all(
  routes
    .filter(({ file }) => expectations[file]?.loader)
    .map(async (route) => ({
      route,
      address: await addressOf(route),
      open: expectations[route.file]!.loader!.open,
    })),
)

test('a stranger gets no part of a page by asking for it alone', async () => {
  const given: string[] = []

  for (const { address } of alone) {
    const answer = await ask(address)
    const text = await answer.text()
    const leadsToSignIn =
      answer.headers.get('Location')?.startsWith('/sign-in') || text.includes('"/sign-in?to=')
    if (!leadsToSignIn || text.includes('"data"')) given.push(`${answer.status} ${address}`)
  }

  expect(given).toEqual([])
})

test.each(EVERYBODY)('as %s one gets no part of a page that one may not open', async (who) => {
  const { cookies } = await sessionOf(northside[ACTORS[who]])
  const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const given: string[] = []

  for (const { address, open } of alone.filter((part) => !part.open.includes(who))) {
    const { status } = await ask(address, { Cookie })
    if (status !== 403 && status !== 404) given.push(`${status} ${address} (for ${open.join()})`)
  }

  expect(given).toEqual([])
})

async function addressOf(route: Route) {
  const { parameters, query } = expectations[route.file]!
  const path = fill(route.path, { district: northside.slug, ...parameters })
  const search = new URLSearchParams(query?.())
  const { default: isPage } = await moduleOf(route)
  if (isPage) search.set('_routes', `routes/${route.file.replace(/\.tsx?$/, '')}`)
  return `${path}${isPage ? '.data' : ''}?${search}`
}

const ask = (address: string, headers = {}) =>
  fetch(`${origin}${address}`, { headers, redirect: 'manual' })
