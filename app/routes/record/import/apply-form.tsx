import { Form, useNavigation } from '@remix-run/react'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { CheckboxField } from '~/ui/choice-field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import type { ShownRead } from './show'

/** Brings what the package holds; licenses and cycles only where they are asked for. */
export function ApplyForm({ read }: { read: ShownRead }) {
  const { district } = useDistrict()
  const isSending = useNavigation().state === 'submitting'
  const { licenses, cycles } = read
  return (
    <Form method="post" noValidate className="mt-8 max-w-form space-y-6">
      <FormReply reply={useReply()}>
        {licenses.length > 0 && (
          <CheckboxField
            name="licenses"
            label="Bring my licenses and their cycles too"
            hint={`${licenses.map(({ area }) => area).join(', ')}; ${cycles.length} ${cycles.length === 1 ? 'cycle' : 'cycles'}, under the rules they were opened under.`}
          />
        )}
        {!read.isMine && (
          <CheckboxField
            name="isMine"
            label={`I am the ${read.owner} of this package`}
            hint="It names somebody else than your account here. What you say is kept with the import."
          />
        )}
      </FormReply>
      <FormActions>
        <Button type="submit" tone="primary" pending={isSending}>
          Bring it
        </Button>
        <ButtonLink href={paths.record(district)} tone="quiet">
          Cancel
        </ButtonLink>
      </FormActions>
    </Form>
  )
}
