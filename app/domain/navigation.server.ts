import { eq } from '#db/query.server'
import { members, submissions } from '#db/schema'
import { waitingFor } from './approvals/waiting.server'
import { schoolYearName, schoolYearOf } from './calendar'
import { can } from './policy'
import type { Scope } from './scope.server'

/** What the frame around every page shows: where one is, who one is, and which places are open. */
export async function navigationOf(scope: Scope) {
  const { district, actor, today } = scope
  const reviews = can(actor, 'queue.view')
  const [[member], waiting] = await Promise.all([
    scope.db.select({ email: members.email }).from(members).where(eq(members.id, actor.id)),
    reviews ? waitingFor(scope).then((mine) => scope.db.count(submissions, mine)) : 0,
  ])
  return {
    district: { slug: district.slug, name: district.name },
    timeZone: district.timeZone,
    today,
    schoolYear: schoolYearName(schoolYearOf(today, district.schoolYearStartsOn)),
    person: { name: actor.name, email: member?.email ?? '' },
    waiting,
    can: {
      learn: can(actor, 'activity.log'),
      review: reviews,
      seeStaff: can(actor, 'staff.list'),
      seeReadiness: can(actor, 'readiness.view'),
      seePathways: can(actor, 'pathway.view'),
      seeMandates: can(actor, 'mandate.view'),
      editCatalog: can(actor, 'catalog.edit'),
      seePeople: can(actor, 'people.list'),
      seeLicenses: can(actor, 'license.list'),
      editPolicy: can(actor, 'overlay.edit'),
      seeStateFile: can(actor, 'state_file.view'),
      seeRetention: can(actor, 'retention.view'),
      importRoster: can(actor, 'roster.import'),
      seeReport: can(actor, 'report.view'),
      editSettings: can(actor, 'settings.edit'),
      seeOutbox: can(actor, 'outbox.view'),
    },
  }
}

export type Navigation = Awaited<ReturnType<typeof navigationOf>>
