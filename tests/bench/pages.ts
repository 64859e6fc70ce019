import { newId } from '#db/id'
import type { GeneratedDistrict } from '#db/seed/generate'
import { paths } from '~/http/paths'
import { Visitor } from '../support/visitor'
import type { Visit } from './measuring'
import { PASSWORD } from './database'

/** The people who visit, signed in. */
export type People = {
  educators: Visitor[]
  principals: Visitor[]
  office: Visitor[]
  nobody: Visitor
}

const EDUCATORS = 40
const PRINCIPALS = 20

/** Signs everybody in, one after the other. */
export async function gather(origin: string, district: GeneratedDistrict): Promise<People> {
  const enter = async (emails: string[]) => {
    const visitors = []
    for (const email of emails) {
      const visitor = new Visitor(origin)
      await visitor.signIn(email, PASSWORD)
      visitors.push(visitor)
    }
    return visitors
  }
  return {
    educators: await enter(district.educators.slice(0, EDUCATORS)),
    principals: await enter(district.principals.slice(0, PRINCIPALS)),
    office: await enter([district.coordinator, district.administrator]),
    nobody: new Visitor(origin),
  }
}

/** What is measured, in the order of the day: a name, and the visits that take turns. */
export function pagesOf(people: People, district: GeneratedDistrict, today: string) {
  const { educators, principals, office } = people
  const each = (visitors: Visitor[], path: () => string): Visit[] =>
    visitors.map((visitor) => () => follow(visitor, path()))
  const june = lastJune(today)

  return {
    'educator home': each(educators, () => paths.home(district)),
    activities: each(educators, () => paths.activities(district)),
    'record of an educator': each(educators, () => paths.record(district)),
    'log an activity: the form': each(
      educators,
      () => `${paths.newActivity(district)}?id=${newId()}`,
    ),
    'log an activity': educators.map((visitor) => () => logActivity(visitor, district, today)),
    'principal home': each(principals, () => paths.home(district)),
    staff: each(principals, () => paths.staff(district)),
    'approval queue': each(principals, () => paths.approvals(district)),
    'readiness of a school': each(principals, () => paths.readiness(district)),
    'staff of the district': each(office.slice(1), () => paths.staff(district)),
    'readiness of the district': each(office, () => paths.readiness(district)),
    'district report': each(office, () => paths.report(district)),
    'district report after a write': office.map((visitor, turn) => async () => {
      await logActivity(educators[turn]!, district, today)
      return follow(visitor, paths.report(district))
    }),
    'district report as of June': each(office, () => `${paths.report(district)}?asOf=${june}`),
    'district report as CSV': each(office, () => paths.reportFile(district, 'csv')),
  } satisfies Record<string, Visit[]>
}

/** The page at a path, and the redirect before it where there is one. */
async function follow(visitor: Visitor, path: string) {
  const first = await visitor.get(path)
  const to = first.headers.location
  return to ? [first, await visitor.get(to)] : [first]
}

/** Sends five minutes of learning; the answer is a redirect once they are on the disk. */
async function logActivity(visitor: Visitor, district: GeneratedDistrict, today: string) {
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
