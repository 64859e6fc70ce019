import { newId } from '#db/id'
import { and, eq, inArray } from '#db/query.server'
import { affiliations, members, pathwayReaders } from '#db/schema'
import { findPeople } from '../audiences/finding.server'
import { Invalid, NotFound } from '../errors'
import { isEmail, normalizeEmail } from '../mail/address'
import { queueMails } from '../mail/outbox.server'
import { requirePathway } from '../pathways/building.server'
import { openDraft } from '../pathways/draft.server'
import { findDraft } from '../pathways/versions.server'
import { holdsOn } from '../people/actor.server'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import { listReaders } from './asked.server'
import { MAX_READERS } from './comment'
import type { SharingInput } from './inputs.server'
import { askingLetter } from './letter'

/**
 * Who is asked about the version that is being built, to ask others; null where none is.
 *
 * @throws NotFound · Forbidden
 */
export async function openSharing(scope: Scope, pathwayId: string) {
  authorize(scope.actor, 'pathway.build')
  const { id, title, status } = await requirePathway(scope, pathwayId)
  const draft = await findDraft(scope, pathwayId)
  if (!draft || status === 'retired') return null
  const readers = await listReaders(scope, draft.id)
  return { pathway: { id, title }, version: { number: draft.number }, readers }
}

/**
 * Asks people who work here what they think of the version that is being built. Each gets a letter; who was
 * asked before does not get another.
 *
 * @param origin the address of this server, as people type it
 * @returns how many were asked who had not been
 * @throws NotFound, Forbidden, Conflict as `openDraft`
 * @throws Invalid when a line names nobody who works here, or they are too many
 */
export async function shareDraft(
  scope: WriteScope,
  pathwayId: string,
  { who, question = null }: SharingInput,
  origin: string,
) {
  const { draft } = await openDraft(scope, pathwayId)
  const pathway = await requirePathway(scope, pathwayId)
  const named = await whoWorksHere(scope, who)
  const known = new Set((await listReaders(scope, draft.id)).map(({ memberId }) => memberId))
  const fresh = named.filter((id) => !known.has(id) && id !== scope.actor.id)
  if (known.size + fresh.length > MAX_READERS) {
    throw new Invalid('who', `At most ${MAX_READERS} people can be asked about one version.`)
  }
  await scope.db.insertMany(
    pathwayReaders,
    fresh.map((memberId) => ({
      id: newId(),
      versionId: draft.id,
      memberId,
      askedById: scope.actor.id,
      askedAt: scope.now,
      question,
    })),
  )
  await write(scope, fresh, { pathway, number: draft.number, question, origin })
  await scope.record('pathway.shared', pathwayId, { number: draft.number, with: fresh })
  return fresh.length
}

/** Takes somebody off those who are asked; what they said stays. @throws NotFound, Forbidden, Conflict */
export async function stopSharing(scope: WriteScope, pathwayId: string, readerId: string) {
  const { draft } = await openDraft(scope, pathwayId)
  const [gone] = await scope.db
    .delete(pathwayReaders)
    .where(and(eq(pathwayReaders.id, readerId), eq(pathwayReaders.versionId, draft.id)))
    .returning({ memberId: pathwayReaders.memberId })
  if (!gone) throw new NotFound('Nobody.')
  await scope.record('pathway.unshared', pathwayId, { with: gone.memberId })
}

async function whoWorksHere(scope: Scope, who: string) {
  const found = await findPeople(scope, who)
  const ids = found.flatMap((each) => ('memberId' in each ? each.memberId : []))
  const here = await scope.db
    .selectDistinct({ memberId: affiliations.memberId })
    .from(affiliations)
    .where(and(inArray(affiliations.memberId, ids), holdsOn(scope.today)))
  const works = new Set(here.map(({ memberId }) => memberId))
  const lost = found.flatMap((each) => {
    if ('problem' in each) return [`Line ${each.line}, ${each.text}: ${each.problem}`]
    return works.has(each.memberId) ? [] : [`${each.name} does not work here today.`]
  })
  if (lost.length > 0) throw new Invalid('who', lost.slice(0, 5).join(' '))
  return [...new Set(ids)]
}

async function write(
  scope: WriteScope,
  memberIds: string[],
  about: {
    pathway: { id: string; title: string }
    number: number
    question: string | null
    origin: string
  },
) {
  const { pathway, number, question, origin } = about
  const { name: district, slug } = scope.district
  const link = `${origin}/d/${slug}/manage/pathways/${pathway.id}/preview`
  const rows = await scope.db
    .select({ givenName: members.givenName, email: members.email })
    .from(members)
    .where(inArray(members.id, memberIds))
  const by = scope.actor.name
  await queueMails(
    scope,
    rows.flatMap(({ givenName, email }) => {
      const recipient = normalizeEmail(email ?? '')
      if (!isEmail(recipient)) return []
      const letter = { givenName, by, pathway: pathway.title, number, question, district, link }
      return [{ recipient, ...askingLetter(letter) }]
    }),
  )
}
