import { newId, newLongId } from '#db/id'
import { and, asc, count, eq, inArray, isNull, ne, withoutCase } from '#db/query.server'
import { members, peopleListMembers, peopleLists } from '#db/schema'
import { findPeople, type FoundLine, refuseLost } from '../audiences/finding.server'
import { Invalid, NotFound } from '../errors'
import { followUpMoves } from '../follow-up/moved.server'
import { batchesOf, groupBy } from '../grouping'
import { pageOf, window } from '../listing'
import { fullName } from '../people/name'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import type { ListInput } from './inputs.server'

const AT_ONCE = 400

const stands = isNull(peopleLists.removedAt)

/** A page of the lists of people by name, with how many are on each. */
export async function listLists(scope: Scope, page: number) {
  authorize(scope.actor, 'pathway.assign')
  const [rows, total] = await Promise.all([
    scope.db
      .select({ id: peopleLists.id, name: peopleLists.name })
      .from(peopleLists)
      .where(stands)
      .orderBy(asc(withoutCase(peopleLists.name)), asc(peopleLists.id))
      .limit(window(page).limit)
      .offset(window(page).offset),
    scope.db.count(peopleLists, stands),
  ])
  const on = await scope.db
    .select({ listId: peopleListMembers.listId, people: count() })
    .from(peopleListMembers)
    .where(
      and(
        inArray(
          peopleListMembers.listId,
          rows.map(({ id }) => id),
        ),
        isNull(peopleListMembers.removedOn),
      ),
    )
    .groupBy(peopleListMembers.listId)
  const peopleOn = new Map(on.map(({ listId, people }) => [listId, people]))
  return {
    newId: newLongId(),
    lists: pageOf(
      rows.map((row) => ({ ...row, people: peopleOn.get(row.id) ?? 0 })),
      total,
      page,
    ),
  }
}

/** Who is on a list now. */
export const isOnNow = (listId: string) =>
  and(eq(peopleListMembers.listId, listId), isNull(peopleListMembers.removedOn))!

/** A list that was not removed. @throws NotFound */
export async function requireList(scope: Scope, id: string) {
  const [list] = await scope.db
    .select({ id: peopleLists.id, name: peopleLists.name })
    .from(peopleLists)
    .where(and(eq(peopleLists.id, id), stands))
  if (!list) throw new NotFound('No list.')
  return list
}

/** A list with everybody on it, as lines that can be edited. @throws NotFound · Forbidden */
export async function openList(scope: Scope, id: string) {
  authorize(scope.actor, 'pathway.assign')
  const list = await requireList(scope, id)
  const people = await scope.db
    .select({
      givenName: members.givenName,
      familyName: members.familyName,
      email: members.email,
      identifier: members.identifier,
    })
    .from(peopleListMembers)
    .innerJoin(members, eq(members.id, peopleListMembers.memberId))
    .where(isOnNow(id))
    .orderBy(asc(members.sortName), asc(members.id))
  const lines = people.map(({ email, identifier, ...person }) => {
    const key = email ?? identifier
    return key === null ? fullName(person) : `${fullName(person)} <${key}>`
  })
  return { list: { ...list, people: people.length, who: lines.join('\n') } }
}

/**
 * Keeps a list: everybody who was found on the lines is on it, and nobody else. Who comes to it or
 * leaves it is assigned pathways accordingly.
 *
 * @returns how many are on it, and the lines that named nobody
 * @throws Forbidden
 * @throws NotFound when it was removed
 * @throws Invalid when another list has the name, or a line names several people and does not say which
 */
export async function saveList(scope: WriteScope, input: ListInput) {
  authorize(scope.actor, 'pathway.assign')
  const { id, name, who = '' } = input
  const taken = and(eq(peopleLists.name, name), ne(peopleLists.id, id), stands)
  if ((await scope.db.count(peopleLists, taken)) > 0) {
    throw new Invalid('name', 'Another list is called so.')
  }
  if ((await scope.db.count(peopleLists, eq(peopleLists.id, id))) > 0) {
    await requireList(scope, id)
    await scope.db.update(peopleLists).set({ name }).where(eq(peopleLists.id, id))
  } else {
    await scope.db
      .insert(peopleLists)
      .values({ id, name, createdById: scope.actor.id, createdAt: scope.now })
  }
  const present = await listPresent(scope, id)
  const found = withNamesakes(await findInBatches(scope, who), present)
  const lost = found.flatMap((line) => ('problem' in line ? line : []))
  refuseLost(
    lost.filter(({ namesakes }) => namesakes.length > 0),
    'who',
  )
  const wanted = new Set(found.flatMap((line) => ('memberId' in line ? line.memberId : [])))
  const changed = await replace(scope, id, present, wanted)
  await followUpMoves(scope, changed)
  await scope.record('list.saved', id, { people: wanted.size, changed: changed.length })
  return { people: wanted.size, lost }
}

type Present = Awaited<ReturnType<typeof listPresent>>

const listPresent = (scope: Scope, listId: string) =>
  scope.db
    .select({ id: peopleListMembers.id, memberId: peopleListMembers.memberId })
    .from(peopleListMembers)
    .where(isOnNow(listId))

/**
 * A line with a name that several people have stands for whoever of them is on the list already, where
 * there are as many such lines as there are such people.
 */
function withNamesakes(found: FoundLine[], present: Present): FoundLine[] {
  const isPresent = new Set(present.map(({ memberId }) => memberId))
  const lines = groupBy(found, (line) => ('problem' in line ? line.namesakes.join() : null))
  return found.map((line) => {
    if ('memberId' in line || line.namesakes.length === 0) return line
    const alike = lines.get(line.namesakes.join())!
    const stay = line.namesakes.filter((id) => isPresent.has(id))
    const memberId = stay[alike.indexOf(line)]
    if (memberId === undefined || stay.length !== alike.length) return line
    return { line: line.line, text: line.text, memberId, name: line.text }
  })
}

async function findInBatches(scope: Scope, who: string) {
  const lines = who.split(/\r?\n|;/)
  const found: FoundLine[] = []
  for (const [position, some] of batchesOf(lines, AT_ONCE).entries()) {
    const read = await findPeople(scope, some.join('\n'))
    found.push(...read.map((each) => ({ ...each, line: each.line + position * AT_ONCE })))
  }
  return found
}

/** Brings the people of a list in line. @returns the ids of those who came or went */
async function replace(scope: WriteScope, listId: string, present: Present, wanted: Set<string>) {
  const known = new Set(present.map(({ memberId }) => memberId))
  const gone = present.filter(({ memberId }) => !wanted.has(memberId))
  const came = [...wanted].filter((memberId) => !known.has(memberId))
  for (const batch of batchesOf(gone, AT_ONCE)) {
    await scope.db
      .update(peopleListMembers)
      .set({ removedOn: scope.today })
      .where(
        inArray(
          peopleListMembers.id,
          batch.map(({ id }) => id),
        ),
      )
  }
  await scope.db.insertMany(
    peopleListMembers,
    came.map((memberId) => ({ id: newId(), listId, memberId, addedOn: scope.today })),
  )
  return [...gone.map(({ memberId }) => memberId), ...came]
}
