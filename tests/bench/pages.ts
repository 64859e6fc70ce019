import { brotliDecompressSync } from 'node:zlib'
import { newId } from '#db/id'
import { STATE } from '#db/seed/day'
import type { GeneratedDistrict } from '#db/seed/generate'
import { paths } from '~/http/paths'
import { type Reply, Visitor } from '../support/visitor'
import type { Visit } from './measuring'
import { type Measured, PASSWORD } from './database'

/** The people who visit, signed in. */
export type People = {
  educators: Visitor[]
  principals: Visitor[]
  coordinator: Visitor
  /** Who may open every record, and compares the districts of the state as well. */
  administrator: Visitor
  /** Educators of all districts, each with the slug of theirs. */
  senders: { slug: string; visitor: Visitor }[]
  nobody: Visitor
}

/** A page, the visits of it that take turns, and its part in the mix of June. */
export type Page = { visits: Visit[]; weight: number }

const EDUCATORS = 40
const PRINCIPALS = 20
/** Of how many people a page of their own is looked for by following a link. */
const FOLLOWED = 12

/** Signs everybody in, one after the other. */
export async function gather(origin: string, district: Measured): Promise<People> {
  const enter = async (email: string) => {
    const visitor = new Visitor(origin)
    await visitor.signIn(email, PASSWORD)
    return visitor
  }
  const enterAll = async (emails: string[]) => {
    const visitors = []
    for (const email of emails) visitors.push(await enter(email))
    return visitors
  }
  const senders = []
  for (const { slug, email } of district.senders)
    senders.push({ slug, visitor: await enter(email) })
  return {
    senders,
    educators: await enterAll(district.educators.slice(0, EDUCATORS)),
    principals: await enterAll(district.principals.slice(0, PRINCIPALS)),
    coordinator: await enter(district.coordinator),
    administrator: await enter(district.administrator),
    nobody: new Visitor(origin),
  }
}

/**
 * What is measured, in the order of the day. The weights are taken for the last days of June: fifteen
 * pages are looked at for each activity that is sent; which ones is our guess, most of them by educators.
 * A page without a weight is not part of the mix.
 */
export async function pagesOf(people: People, d: GeneratedDistrict, today: string) {
  const { educators, principals, coordinator, administrator } = people
  const june = lastJune(today)
  const at = (visitors: Visitor[], path: (() => string) | string, weight = 0): Page => ({
    visits: visitors.map(
      (visitor) => () => follow(visitor, typeof path === 'string' ? path : path()),
    ),
    weight,
  })
  const first = (visitors: Visitor[], list: string, weight = 0) =>
    linked(visitors, list, new RegExp(`href="(${list}/[0-9a-hjkmnp-tv-z]{7,})"`), weight)
  const readiness = paths.readiness(d)
  const peopleOf = new RegExp(`href="(${readiness}\\?[^"]*pathway=[^"]+)"`)

  const pages: Record<string, Page> = {
    'educator home': at(educators, paths.home(d), 350),
    activities: at(educators, paths.activities(d), 180),
    'an activity': await first(educators, paths.activities(d), 140),
    courses: at(educators, paths.completions(d), 30),
    'a course': await first(educators, paths.completions(d), 15),
    goals: at(educators, paths.goals(d), 40),
    'a goal': await first(educators, paths.goals(d), 25),
    badges: at(educators, paths.awards(d), 20),
    'my pathways': at(educators, paths.enrollments(d), 70),
    'a pathway of mine': await first(educators, paths.enrollments(d), 60),
    'my trainings': at(educators, paths.training(d), 20),
    'my renewal': at(educators, paths.renewal(d), 30),
    'my record': at(educators, paths.record(d), 70),
    'log an activity: the form': at(educators, () => `${paths.newActivity(d)}?id=${newId()}`, 120),
    'log an activity': {
      visits: educators.map((visitor) => () => logActivity(visitor, d, today)),
      weight: 100,
    },
    'principal home': at(principals, paths.home(d), 40),
    staff: at(principals, paths.staff(d), 30),
    'a member of the staff': await first(principals, paths.staff(d), 30),
    'approval queue': at(principals, paths.approvals(d), 130),
    'readiness of a school': at(principals, readiness, 20),
    'people on a pathway': await linked(principals, readiness, peopleOf, 10),
    'who needs support': at(principals, paths.support(d), 20),
    'staff of the district': at([administrator], paths.staff(d), 10),
    people: at([administrator], paths.people(d), 10),
    'pathways of the district': at([coordinator], paths.managedPathways(d), 10),
    'readiness of the district': at([coordinator, administrator], readiness, 10),
    'required trainings': at([coordinator], paths.mandates(d), 5),
    'district report': at([coordinator, administrator], paths.report(d), 10),
    'district report after a write': {
      visits: [coordinator, administrator].map((visitor, turn) => async () => {
        await logActivity(educators[turn]!, d, today)
        return follow(visitor, paths.report(d))
      }),
      weight: 0,
    },
    'district report as of June': at(
      [coordinator, administrator],
      `${paths.report(d)}?asOf=${june}`,
      5,
    ),
    'district report beside last year': at(
      [coordinator, administrator],
      `${paths.report(d)}?compare=year-before`,
      2,
    ),
    'report of a school': await linked(
      [administrator],
      `${paths.report(d)}?table=participation`,
      /href="[^"]*report\/educators\?[^"]*(organization=[^"&]+)/,
      2,
      (found) => `${paths.report(d)}?${found}`,
    ),
    'educators of the report': at([administrator], paths.reportEducators(d), 2),
    'credit of the report': at([administrator], paths.reportCredit(d), 2),
    'credit of the report by name': at([administrator], `${paths.reportCredit(d)}?sort=name`, 2),
    'decisions of the report': at([administrator], paths.reportDecisions(d), 2),
    'goals of the report': at([administrator], paths.reportGoals(d), 2),
    'badges of the report': at([administrator], paths.reportBadges(d), 2),
    'district report as CSV': at([administrator], paths.reportFile(d, 'csv')),
    'the state': at([administrator], paths.state(STATE)),
  }
  return Object.fromEntries(Object.entries(pages).filter(([, { visits }]) => visits.length > 0))
}

/** The first page that another links to in such words, for those whose page has such a link. */
async function linked(
  visitors: Visitor[],
  from: string,
  words: RegExp,
  weight: number,
  pathOf = (found: string) => found,
): Promise<Page> {
  const visits: Visit[] = []
  for (const visitor of visitors.slice(0, FOLLOWED)) {
    const [reply] = (await follow(visitor, from)).slice(-1)
    const found = words.exec(textOf(reply!))?.[1]?.replaceAll('&amp;', '&')
    if (found) visits.push(() => follow(visitor, pathOf(found)))
  }
  return { visits, weight }
}

const textOf = ({ headers, body }: Reply) =>
  (headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body).toString()
/** The page at a path, and the redirect before it where there is one. */
async function follow(visitor: Visitor, path: string) {
  const first = await visitor.get(path)
  const to = first.headers.location
  return to ? [first, await visitor.get(to)] : [first]
}

/** Sends five minutes of learning; the answer is a redirect once they are on the disk. */
export async function logActivity(visitor: Visitor, district: { slug: string }, today: string) {
  const answer = await visitor.post(paths.newActivity(district), {
    id: newId(),
    version: '0',
    title: 'Five minutes with a new tool',
    kind: 'independent_study',
    startedOn: today,
    hours: '0:05',
    then: 'send',
  })
  if (answer.status !== 302) throw new Error(`Logging an activity answered ${answer.status}.`)
  return [answer]
}

/** The last day of the latest school year that is over. */
function lastJune(today: string) {
  const year = Number(today.slice(0, 4))
  return today > `${year}-06-30` ? `${year}-06-30` : `${year - 1}-06-30`
}
