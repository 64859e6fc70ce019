import { and, inArray, isNotNull, or } from '#db/query.server'
import { members, peopleLists } from '#db/schema'
import { Invalid, NotFound } from '../errors'
import { groupBy } from '../grouping'
import { fold, fullName } from '../people/name'
import type { Scope } from '../scope.server'
import { type Audience, conditionsOf, MAX_NAMED_PEOPLE } from './audience'
import type { AudienceInput } from './inputs.server'
import { namesIn } from './names.server'

/** What became of one line that names somebody. */
export type FoundLine =
  | { line: number; text: string; memberId: string; name: string }
  | {
      line: number
      text: string
      problem: string
      /** Who is called so, where there are several; nobody otherwise. */
      namesakes: string[]
    }

/**
 * Finds people by lines that hold an e-mail address, a staff number or a full name each, in two queries
 * at most. Empty lines are passed over; a line with an address in angle brackets goes by the address.
 */
export async function findPeople(scope: Scope, text: string): Promise<FoundLine[]> {
  const asked = text
    .split(/\r?\n|;/)
    .map((raw, position) => ({ line: position + 1, text: raw.trim() }))
    .filter((each) => each.text !== '')
  const keys = asked.map((each) => keyOf(each.text))
  const rows =
    keys.length === 0
      ? []
      : await scope.db
          .select({
            id: members.id,
            givenName: members.givenName,
            familyName: members.familyName,
            email: members.email,
            identifier: members.identifier,
            sortName: members.sortName,
          })
          .from(members)
          .where(
            or(
              inArray(
                members.email,
                keys.map((key) => key.toLowerCase()),
              ),
              inArray(members.identifier, keys),
              inArray(members.sortName, keys.flatMap(turned)),
            ),
          )
  const byEmail = groupBy(rows, ({ email }) => email)
  const byNumber = groupBy(rows, ({ identifier }) => identifier)
  const byName = groupBy(rows, ({ sortName }) => sortName)
  return asked.map((each) => {
    const key = keyOf(each.text)
    const found =
      byEmail.get(key.toLowerCase()) ??
      byNumber.get(key) ??
      turned(key).flatMap((name) => byName.get(name) ?? [])
    const [one, another] = found
    if (!one) return { ...each, problem: NOBODY, namesakes: [] }
    if (another)
      return { ...each, problem: SEVERAL, namesakes: found.map(({ id }) => id).toSorted() }
    return { ...each, memberId: one.id, name: fullName(one) }
  })
}

const NOBODY = 'Nobody here has this address, number or name.'
const SEVERAL = 'More than one person is called so; give the address or the staff number.'

const keyOf = (text: string) => /<([^>]+)>/.exec(text)?.[1]?.trim() ?? text

/** A name as it is sorted by: each word may be where the family name begins. */
function turned(name: string) {
  const words = fold(name.replace(',', ' ')).split(' ')
  return words.map((_, start) => [...words.slice(start), ...words.slice(0, start)].join(' '))
}

/**
 * The audience that a form describes, with the people it names found.
 *
 * @throws Invalid at the field with a line that names nobody here
 * @throws NotFound when it names a place, a pathway, a list or somebody by an id that is not of the district
 */
export async function resolveAudience(
  scope: Scope,
  input: AudienceInput | Audience,
): Promise<Audience> {
  const audience = Array.isArray(input.except)
    ? (input as Audience)
    : await readAudience(scope, input as AudienceInput)
  const names = await namesIn(scope, [audience])
  if (idsIn(audience).some((id) => !(id in names))) throw new NotFound('Not of this district.')
  if (await namesRemovedList(scope, audience)) throw new NotFound('The list was removed.')
  return audience
}

async function namesRemovedList(scope: Scope, audience: Audience) {
  const ids = conditionsOf([audience], 'list').map(({ listId }) => listId)
  if (ids.length === 0) return false
  const removed = and(inArray(peopleLists.id, ids), isNotNull(peopleLists.removedAt))
  return (await scope.db.count(peopleLists, removed)) > 0
}

/** Everything that an audience names. */
const idsIn = (audience: Audience) => [
  ...conditionsOf([audience], 'works').map(({ organizationId }) => organizationId),
  ...conditionsOf([audience], 'pathway').map(({ pathwayId }) => pathwayId),
  ...conditionsOf([audience], 'list').map(({ listId }) => listId),
  ...conditionsOf([audience], 'people').flatMap(({ memberIds }) => memberIds),
  ...audience.except,
]

async function readAudience(scope: Scope, given: AudienceInput): Promise<Audience> {
  const any: Audience['any'] = []
  for (const [block, { all }] of given.any.entries()) {
    const conditions = []
    for (const [position, condition] of all.entries()) {
      if (condition.kind !== 'people') conditions.push(condition)
      else {
        const { who, ...rest } = condition
        const field = `any[${block}].all[${position}].who`
        const memberIds = [...new Set([...rest.memberIds, ...(await peopleOf(scope, who, field))])]
        if (memberIds.length === 0) throw new Invalid(field, 'Name at least one person.')
        conditions.push({ ...rest, memberIds })
      }
    }
    any.push(conditions)
  }
  return { any, except: await peopleOf(scope, given.except, 'except') }
}

async function peopleOf(scope: Scope, text: string, field: string) {
  const found = await findPeople(scope, text)
  const lost = found.flatMap((each) => ('problem' in each ? each : []))
  refuseLost(lost, field)
  const ids = [...new Set(found.flatMap((each) => ('memberId' in each ? each.memberId : [])))]
  if (ids.length > MAX_NAMED_PEOPLE) {
    throw new Invalid(field, `Name at most ${MAX_NAMED_PEOPLE} people; for more, keep a list.`)
  }
  return ids
}

/** @throws Invalid at the field when a line names nobody, or not clearly whom */
export function refuseLost(
  lost: { line: number; text: string; problem: string }[],
  field: string,
): void {
  if (lost.length === 0) return
  const lines = lost.slice(0, 5).map((each) => `Line ${each.line}, ${each.text}: ${each.problem}`)
  throw new Invalid(field, lines.join(' '))
}
