import { openStore } from '#db/client.server'
import { nameWorld, type Person, STATE_VIEWER } from '#db/seed/names'
import { actorOf, EVERYBODY, type Who } from '../routes/sweep/actors'
import { outside } from '../routes/sweep/expectations/outside'
import { expectationsFor } from '../routes/sweep/expectations/table'
import { fill, moduleOf, type Route, routes } from '../routes/sweep/routes'
import { moreStatesFor } from './more-states'

/** A page with its parameters filled in from the demonstration. */
export type PageAddress = { name: string; address: string }

/** Somebody, and all pages that they may open. */
export type Round = { who: string; person: Person | null; pages: PageAddress[] }

const { northside } = nameWorld()
const expectations = expectationsFor(northside)

/**
 * Every page of `app/routes.ts` as who sees most of it, by the table of the isolation sweep. Ana
 * owns most of what has an owner; a newcomer sees the lists while there is nothing on them.
 */
export async function roundsOfEverybody(): Promise<Round[]> {
  const pages = await pagesOfDistrict()
  const openTo = (who: Who) => pages.filter(({ expected }) => expected.loader!.open.includes(who))
  const lookedAtBy = (who: Who) =>
    pages.filter(({ expected }) => lookerAt(expected.loader!.open) === who)
  const rounds: Round[] = [{ who: 'nobody', person: null, pages: await pagesOutside('allowed') }]
  const ofAccount = await pagesOutside('to sign in')
  rounds.push({ who: 'state viewer', person: STATE_VIEWER, pages: await pagesOfState() })

  for (const who of EVERYBODY) {
    const own = lookedAtBy(who).filter(({ expected }) => who !== 'owner' || !expected.owner)
    const all = [...own, ...ofAccount, ...moreStatesFor(who)]
    rounds.push({ who, person: actorOf(northside, who), pages: all })
  }
  rounds.push({ who: 'somebody who left', person: northside.gwen, pages: ofAccount })
  const lists = openTo('owner').filter(({ route }) => route.parameters.length === 0)
  rounds.push({ who: 'newcomer', person: northside.theo, pages: lists })
  for (const { expected, ...page } of pages.filter((page) => page.expected.owner)) {
    rounds.push({ who: 'another owner', person: expected.owner!, pages: [page] })
  }
  return rounds
}

/** Whose eyes see something of their own on a page come first; others see the same, or less of it. */
const BY_WHAT_THEY_SEE: Who[] = [
  'owner',
  'administrator',
  'principal',
  'coordinator',
  'auditor',
  'another principal',
  'colleague',
]

/** As whom a page is looked at, of all who may open it. */
const lookerAt = (open: readonly Who[]) => BY_WHAT_THEY_SEE.find((who) => open.includes(who))

/** Adds to the demonstration what some pages need and its story does not tell. */
export async function arrangePages(databaseUrl: string) {
  const store = { ...(await openStore(databaseUrl)), url: databaseUrl }
  try {
    for (const { expected } of await pagesOfDistrict()) await expected.arrange?.(store, new Date())
  } finally {
    await store.close()
  }
}

async function pagesOfDistrict() {
  const pages = []
  for (const route of routes) {
    const expected = expectations[route.file]
    if (!expected?.loader || !(await isPage(route))) continue
    const query = new URLSearchParams(expected.query?.()).toString()
    const path = fill(route.path, { district: northside.slug, ...expected.parameters })
    const address = path + (query && `?${query}`)
    pages.push({ route, expected, name: nameOf(route), address })
  }
  return pages
}

async function pagesOutside(stranger: 'allowed' | 'to sign in') {
  const pages: PageAddress[] = []
  for (const route of routes) {
    const expected = outside[route.file]
    if (!expected || !(await isPage(route))) continue
    const isForSignedIn = expected.loader?.stranger === 'to sign in'
    if (isForSignedIn !== (stranger === 'to sign in') || isOfState(route)) continue
    pages.push({ name: nameOf(route), address: fill(route.path, expected.parameters ?? {}) })
  }
  return pages
}

const isOfState = ({ path }: Route) => path.startsWith('/s/:state')

/** The pages of a state, which no member of a district may open. */
async function pagesOfState() {
  const pages: PageAddress[] = []
  for (const route of routes.filter(isOfState)) {
    if (!(await isPage(route))) continue
    const { parameters = {} } = outside[route.file]!
    pages.push({ name: nameOf(route), address: fill(route.path, parameters) })
  }
  return pages
}

const isPage = async (route: Route) => !route.isLayout && !!(await moduleOf(route)).default

/** `activities-show` */
const nameOf = ({ file }: Route) => file.replace(/\.tsx?$/, '').replaceAll('/', '-')
