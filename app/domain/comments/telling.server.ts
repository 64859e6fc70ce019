import { and, eq, gte, inArray, isNotNull, maxOf, ne } from '#db/query.server'
import { affiliations, events, members, pathwayReaders, pathwayVersions } from '#db/schema'
import type { Role } from '#db/words'
import { isEmail, normalizeEmail } from '../mail/address'
import { queueMails } from '../mail/outbox.server'
import { holdsOn } from '../people/actor.server'
import type { Scope, WriteScope } from '../scope.server'
import { commentLetter } from './letter'

/** The SQL twin of the permission `pathway.build`. */
const BUILDERS: Role[] = ['coordinator', 'administrator']

type Commented = {
  pathway: { id: string; title: string }
  version: { id: string; number: number }
  step: string | null
  origin: string
}

/**
 * Writes to those who build a version that the actor has commented on, where the district lets letters leave
 * by themselves: who worked on it or asked others about it, and still builds pathways. Never to the actor.
 */
export async function tellBuilders(scope: WriteScope, commented: Commented) {
  if (!scope.district.sendsNotices) return
  const { pathway, version, step, origin } = commented
  const { name: district, slug } = scope.district
  const rows = await scope.db
    .selectDistinct({ id: members.id, givenName: members.givenName, email: members.email })
    .from(members)
    .innerJoin(affiliations, eq(affiliations.memberId, members.id))
    .where(
      and(
        inArray(members.id, await workedOn(scope, pathway.id, version.id)),
        ne(members.id, scope.actor.id),
        inArray(affiliations.role, BUILDERS),
        holdsOn(scope.today),
      ),
    )
  await queueMails(
    scope,
    rows.flatMap(({ givenName, email }) => {
      const recipient = normalizeEmail(email ?? '')
      if (!isEmail(recipient)) return []
      const link = `${origin}/d/${slug}/manage/pathways/${pathway.id}/preview#comments`
      const about = { by: scope.actor.name, pathway: pathway.title, number: version.number, step }
      return [{ recipient, ...commentLetter({ givenName, ...about, district, link }) }]
    }),
  )
}

/** Who has changed a version since the one before was published, or asked others about it. */
async function workedOn(scope: Scope, pathwayId: string, versionId: string) {
  const [before] = await scope.db
    .select({ publishedAt: maxOf(pathwayVersions.publishedAt) })
    .from(pathwayVersions)
    .where(and(eq(pathwayVersions.pathwayId, pathwayId), isNotNull(pathwayVersions.publishedAt)))
  const [changed, asked] = await Promise.all([
    scope.db
      .selectDistinct({ id: events.actorId })
      .from(events)
      .where(
        and(
          eq(events.subjectId, pathwayId),
          inArray(events.type, ['pathway.created', 'pathway.edited']),
          before?.publishedAt ? gte(events.happenedAt, before.publishedAt) : undefined,
        ),
      ),
    scope.db
      .selectDistinct({ id: pathwayReaders.askedById })
      .from(pathwayReaders)
      .where(eq(pathwayReaders.versionId, versionId)),
  ])
  return [...new Set([...changed, ...asked].flatMap(({ id }) => id ?? []))]
}
