import type { PolicyPreview } from '~/domain/renewal/policy-preview.server'
import { counted } from '~/parts/people-words'
import { Notice } from '~/ui/notice'

/** What the policy in the form would change, before it is saved. */
export function PolicyChanges({ preview }: { preview: PolicyPreview }) {
  const { people, newlyShort, newlyBehind } = preview
  const hurts = newlyShort + newlyBehind > 0
  return (
    <div className="mb-8">
      <Notice
        live
        tone={hurts ? 'warn' : 'good'}
        title={
          hurts
            ? `${counted(newlyShort, 'educator', 'educators')} would be short who ${newlyShort === 1 ? 'has' : 'have'} all that is asked now`
            : 'Nobody would be short or behind who is not now'
        }
      >
        {newlyBehind > 0 &&
          `${counted(newlyBehind, 'educator', 'educators')} would be behind who ${newlyBehind === 1 ? 'is' : 'are'} not now. `}
        Of {counted(people, 'educator', 'educators')} with these rules, as if it held today. Nothing
        is saved yet.
      </Notice>
    </div>
  )
}
