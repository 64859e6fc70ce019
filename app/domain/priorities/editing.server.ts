import { newId } from '#db/id'
import { and, eq, isNull, maxOf, ne } from '#db/query.server'
import { priorities } from '#db/schema'
import type { PriorityOwner } from '#db/words'
import { schoolYearOf } from '../calendar'
import { Conflict, Invalid, NotFound } from '../errors'
import { authorize } from '../policy'
import type { Scope, WriteScope } from '../scope.server'
import type { MoveInput, PriorityInput } from './inputs.server'
import { MAX_PRIORITIES, MAX_YEARS_APART, OWNER_WORDS } from './priority'
import { countServing, listInUse } from './queries.server'

/**
 * Adds a priority, last among those of its owner, or changes one. The years decide only what can be
 * chosen: goals that serve it already go on doing so.
 *
 * @throws Forbidden
 * @throws NotFound when the one to change is not there or is retired
 * @throws Invalid when the owner has one of that name, the years are a slip, the district has as many as
 * it can have, or the owner is to change though goals serve it: reports told it as that owner's
 */
export async function savePriority(scope: WriteScope, input: PriorityInput) {
  authorize(scope.actor, 'catalog.edit')
  const { id, ...given } = input
  const values = {
    ...given,
    description: given.description ?? null,
    untilYear: given.untilYear ?? null,
  }
  const before = id ? await requireInUse(scope, id) : null
  checkYears(scope, values)
  await refuseNamesake(scope, values, id)
  if (!before) return addPriority(scope, values)
  const isMoved = before.owner !== values.owner
  if (isMoved && (await countServing(scope, before.id)) > 0) {
    throw new Invalid(
      'owner',
      'Goals serve it already, and reports have told whose it is. Retire it and add another one.',
    )
  }
  const position = isMoved ? await nextPosition(scope, values.owner) : before.position
  await scope.db
    .update(priorities)
    .set({ ...values, position })
    .where(eq(priorities.id, before.id))
  await scope.record('priority.edited', before.id)
  return { id: before.id }
}

/** Puts a priority before or behind its neighbor of the same owner. @throws Forbidden · NotFound */
export async function movePriority(scope: WriteScope, { id, to }: MoveInput) {
  authorize(scope.actor, 'catalog.edit')
  const { owner } = await requireInUse(scope, id)
  const order = (await listInUse(scope, owner)).map((row) => row.id)
  const at = order.indexOf(id)
  const next = to === 'up' ? at - 1 : at + 1
  if (next < 0 || next >= order.length) return
  order[at] = order[next]!
  order[next] = id
  for (const [position, each] of order.entries()) {
    await scope.db.update(priorities).set({ position }).where(eq(priorities.id, each))
  }
  await scope.record('priority.moved', id, { to })
}

/** Retires a priority: no goal chooses it any more, those that serve it keep it. @throws Forbidden · NotFound */
export async function retirePriority(scope: WriteScope, id: string) {
  authorize(scope.actor, 'catalog.edit')
  const { name } = await requireInUse(scope, id)
  await scope.db.update(priorities).set({ retiredAt: scope.now }).where(eq(priorities.id, id))
  await scope.record('priority.retired', id)
  return { name }
}

/**
 * Takes a priority into use again, last among those of its owner.
 *
 * @throws Forbidden · NotFound
 * @throws Conflict when another one has taken its name, or the district has as many as it can have
 */
export async function restorePriority(scope: WriteScope, id: string) {
  authorize(scope.actor, 'catalog.edit')
  const [priority] = await scope.db.select(fields).from(priorities).where(eq(priorities.id, id))
  if (!priority) throw new NotFound('No priority.')
  const { name, owner, retiredAt } = priority
  if (retiredAt === null) return { name }
  await refuseNamesake(scope, priority, id).catch((error: unknown) => {
    throw error instanceof Invalid
      ? new Conflict('Another priority is called so now. Give that one another name first.')
      : error
  })
  await requireRoom(scope)
  const position = await nextPosition(scope, owner)
  await scope.db.update(priorities).set({ retiredAt: null, position }).where(eq(priorities.id, id))
  await scope.record('priority.restored', id)
  return { name }
}

const fields = {
  id: priorities.id,
  name: priorities.name,
  owner: priorities.owner,
  position: priorities.position,
  retiredAt: priorities.retiredAt,
}

async function requireInUse(scope: Scope, id: string) {
  const [priority] = await scope.db
    .select(fields)
    .from(priorities)
    .where(and(eq(priorities.id, id), isNull(priorities.retiredAt)))
  if (!priority) throw new NotFound('No priority.')
  return priority
}

type Values = Omit<typeof priorities.$inferInsert, 'id' | 'districtId' | 'position' | 'createdAt'>

async function addPriority(scope: WriteScope, values: Values) {
  await requireRoom(scope)
  const id = newId()
  const position = await nextPosition(scope, values.owner)
  await scope.db.insert(priorities).values({ id, ...values, position, createdAt: scope.now })
  await scope.record('priority.added', id)
  return { id }
}

async function nextPosition(scope: Scope, owner: PriorityOwner) {
  const [row] = await scope.db
    .select({ last: maxOf(priorities.position) })
    .from(priorities)
    .where(eq(priorities.owner, owner))
  return (row?.last ?? -1) + 1
}

async function refuseNamesake(
  scope: Scope,
  { name, owner }: { name: string; owner: PriorityOwner },
  id?: string,
) {
  const same = and(
    eq(priorities.name, name),
    eq(priorities.owner, owner),
    isNull(priorities.retiredAt),
    id ? ne(priorities.id, id) : undefined,
  )
  if ((await scope.db.count(priorities, same)) === 0) return
  throw new Invalid(
    'name',
    `Another priority of the ${OWNER_WORDS[owner].toLowerCase()} is called so.`,
  )
}

async function requireRoom(scope: Scope) {
  if ((await scope.db.count(priorities, isNull(priorities.retiredAt))) < MAX_PRIORITIES) return
  throw new Conflict(`${MAX_PRIORITIES} priorities are in use. Retire one first.`)
}

function checkYears(scope: Scope, { fromYear, untilYear }: Values) {
  const thisYear = schoolYearOf(scope.today, scope.district.schoolYearStartsOn)
  const isSlip = (year: number) => Math.abs(year - thisYear) > MAX_YEARS_APART
  if (isSlip(fromYear)) throw new Invalid('fromYear', 'Check the year.')
  if (untilYear && isSlip(untilYear)) throw new Invalid('untilYear', 'Check the year.')
}
