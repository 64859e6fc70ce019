import type { PolicyPreview } from '~/domain/renewal/policy-preview.server'
import { counted } from '~/parts/people-words'
import { Notice } from '~/ui/notice'

/** What the policy in the form would change, before it is saved. */
export function PolicyChanges({ preview }: { preview: PolicyPreview }) {
  const { people, newlyShort, newlyBehind } = preview
  const of = `Of ${counted(people, 'educator', 'educators')} with these rules, as if it held today. Nothing is saved yet.`
  return (
    <div className="mb-8">
      <Notice live tone={newlyShort + newlyBehind > 0 ? 'warn' : 'good'} title={titleOf(preview)}>
        {newlyShort > 0 &&
          `${counted(newlyShort, 'educator who has', 'educators who have')} all that is asked now would be short. `}
        {newlyBehind > 0 &&
          `${counted(newlyBehind, 'educator who is', 'educators who are')} not behind now would be. `}
        {of}
      </Notice>
    </div>
  )
}

function titleOf({ newlyShort, newlyBehind }: PolicyPreview) {
  if (newlyShort + newlyBehind === 0) return 'Nobody would be short or behind who is not now'
  return 'It would put educators behind in the middle of their cycle'
}
