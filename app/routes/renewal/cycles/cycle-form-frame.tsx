import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { FormActions } from '~/ui/form-actions'
import { FormReply, type Reply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'

/** A form about one cycle, on a page of its own. */
export function CycleFormFrame(props: {
  cycle: { id: string; version: number }
  reply: Reply | null
  action: string
  children: ReactNode
}) {
  const { district } = useDistrict()
  const isSaving = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="max-w-form">
      <FormReply reply={props.reply}>
        <input type="hidden" name="version" value={props.cycle.version} />
        <div className="space-y-6">{props.children}</div>
        <FormActions>
          <Button tone="primary" pending={isSaving}>
            {props.action}
          </Button>
          <ButtonLink href={paths.editCycle(district, props.cycle)} tone="quiet">
            Leave it
          </ButtonLink>
        </FormActions>
      </FormReply>
    </Form>
  )
}
