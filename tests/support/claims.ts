import { type ClaimKind, subjectOf } from '~/domain/claims/editing.server'
import type { ClaimInput } from '~/domain/claims/inputs.server'
import { saveClaim } from '~/domain/claims/saving.server'
import type { WriteScope } from '~/domain/scope.server'

/** What somebody claimed of something of their own when they sent it, also where it is approved by now. */
export const claimOnSending = (scope: WriteScope, kind: ClaimKind, id: string, input: ClaimInput) =>
  saveClaim(scope, subjectOf(kind, id), scope.actor.id, input)
