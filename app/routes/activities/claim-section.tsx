import type { ClaimForm } from '~/domain/claims/form.server'
import type { ClaimPreview } from '~/domain/renewal/preview.server'
import { ClaimFields } from '~/parts/claim-fields'
import { RuleView } from '~/parts/rule-view'
import { Disclosure } from '~/ui/disclosure'

/** What it is for, and what the rules make of the draft as it was saved last. */
export function ClaimSection(props: {
  id: string
  form: ClaimForm
  preview: ClaimPreview | null
  savedAt: string | null
}) {
  return (
    <Disclosure
      summary="For your license"
      note="Topic, categories, college credit"
      rememberAs="activity-claim"
      open={!!props.form.claim || undefined}
    >
      <ClaimFields form={props.form} />
      <RuleView kind="activity" {...props} />
    </Disclosure>
  )
}
