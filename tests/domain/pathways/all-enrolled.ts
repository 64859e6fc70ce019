import {
  type Enrolled,
  enrolledInBatches,
  idsOfEnrolled,
} from '~/domain/pathways/enrolled-people.server'
import type { Scope } from '~/domain/scope.server'

/** Everybody who fits, as a file has them. */
export async function allEnrolled(
  scope: Scope,
  ...given: Parameters<typeof idsOfEnrolled> extends [Scope, ...infer Given] ? Given : never
) {
  const ids = await idsOfEnrolled(scope, ...given)
  const people: Enrolled[] = []
  for await (const batch of enrolledInBatches(scope, ids)) people.push(...batch)
  return people
}
