import { listAllEnrolled } from '~/domain/pathways/enrolled-people.server'
import type { Scope } from '~/domain/scope.server'
import { allOf } from '../../support/csv'

/** Everybody who fits, as a file has them. */
export const allEnrolled = async (
  scope: Scope,
  ...given: Parameters<typeof listAllEnrolled> extends [Scope, ...infer Given] ? Given : never
) => allOf(await listAllEnrolled(scope, ...given))
