import { isId } from '#db/id'
import { isSchoolYear } from '~/domain/calendar'
import { notFound } from './respond.server'

/** A parameter of the path that must be an identifier. @throws Response 404 */
export function idOf(parameter: string | undefined) {
  if (!parameter || !isId(parameter)) throw notFound()
  return parameter
}

/** A parameter of the path that must be one of some words. @throws Response 404 */
export function oneOf<T extends string>(parameter: string | undefined, allowed: readonly T[]) {
  const found = allowed.find((word) => word === parameter)
  if (!found) throw notFound()
  return found
}

const HALF_A_CHARACTER = /[\ud800-\udbff]$/

/** What the query string says, read leniently: a value that is not one of those allowed is not there. */
export function queryOf(request: Request) {
  const query = new URL(request.url).searchParams
  return {
    text: (name: string) =>
      query.get(name)?.trim().slice(0, 200).replace(HALF_A_CHARACTER, '') || undefined,
    all: (name: string) => query.getAll(name).slice(0, 100),
    id: (name: string) => {
      const value = query.get(name)
      return value && isId(value) ? value : undefined
    },
    page: () => {
      const page = Number(query.get('page'))
      return Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1
    },
    number: (name: string) => {
      const value = Number(query.get(name) || NaN)
      return Number.isInteger(value) ? value : undefined
    },
    schoolYear: (name: string) => {
      const value = Number(query.get(name))
      return isSchoolYear(value) ? value : undefined
    },
    oneOf: <T extends string>(name: string, allowed: readonly T[]) =>
      allowed.find((value) => value === query.get(name)),
  }
}
