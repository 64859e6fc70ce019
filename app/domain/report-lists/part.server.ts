import { and, contains, type SQL } from '#db/query.server'
import { members } from '#db/schema'
import type { Day } from '../calendar'
import { NotFound } from '../errors'
import { fold } from '../people/name'
import { authorize } from '../policy'
import { placeReport } from '../reports/frame.server'
import type { Scope } from '../scope.server'

const MOST_WORDS = 5

/** What a list behind the report is about: its day, and a line of the report's tables. */
export type Part = {
  asOf: Day
  /** A school with its departments, or the district itself without its schools. */
  organizationId?: string
}

/**
 * The places of the report as of a day, the organizations that count to the one that is asked for, and
 * what the figures of these are made from.
 *
 * @throws Forbidden for who may not see lists of the records of persons
 * @throws Invalid when the day is none, or still to come
 * @throws NotFound when there is no such place
 */
export async function placePart(scope: Scope, { asOf, organizationId }: Part) {
  authorize(scope.actor, 'record.list')
  const frame = await placeReport(scope, { asOf })
  const { places: lines, schools, placeOf } = frame
  const isSchool = new Set(schools.map(({ id }) => id))
  const places = lines.map(({ id, name }) => ({
    id,
    name: isSchool.has(id) ? name : `${name}, without its schools`,
  }))
  if (organizationId === undefined) return { places, organizationIds: undefined, frame }
  if (placeOf.get(organizationId) !== organizationId) throw new NotFound('No such school.')
  const organizationIds = [...placeOf]
    .filter(([, place]) => place === organizationId)
    .map(([id]) => id)
  return { places, organizationIds, frame: { ...frame, organizationIds } }
}

/** The name of the person has each of the words. */
export const isNamed = (text?: string): SQL[] =>
  wordsOf(text).map((word) => contains(members.sortName, word))

/** The ids of the people so named, as a query. */
export const peopleNamed = (scope: Scope, text: string) =>
  scope.db
    .select({ id: members.id })
    .from(members)
    .where(and(...isNamed(text)))

/** As `isNamed`, of a name in memory. */
export function hasName(text?: string) {
  const words = wordsOf(text)
  return ({ sortName }: { sortName: string }) => words.every((word) => sortName.includes(word))
}

const wordsOf = (text = '') => fold(text).split(' ').filter(Boolean).slice(0, MOST_WORDS)
