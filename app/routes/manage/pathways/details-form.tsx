import { Form, useNavigation } from '@remix-run/react'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { CheckboxField } from '~/ui/choice-field'
import { NumberField } from '~/ui/field'
import { FormReply, type Reply } from '~/ui/form-reply'
import { PathwayFields } from './pathway-fields'

type Pathway = {
  id: string
  title: string
  description: string
  validMonths: number | null
  version: number
}

/** The words of a pathway and how much of it is asked for. */
export function DetailsForm(props: {
  pathway: Pathway
  /** The version that is being built, if one is. */
  draft: { requiredSteps: number | null; ordered: boolean } | null
  parts: number
  reply: Reply | null
}) {
  const { pathway, draft, parts, reply } = props
  const { district } = useDistrict()
  const action = paths.managedPathway(district, pathway)
  const isSaving = useNavigation().formAction === action
  return (
    <Form method="post" action={action} noValidate className="max-w-form">
      <FormReply reply={reply}>
        <input type="hidden" name="version" value={pathway.version} />
        <div className="space-y-6">
          <PathwayFields values={pathway} />
          {draft && (
            <>
              <NumberField
                name="requiredSteps"
                label={`How many of the ${parts} parts of the path are asked for?`}
                hint="Leave it empty where all of them are. A group is one part."
                optional
                suffix="parts"
                defaultValue={draft.requiredSteps ?? undefined}
              />
              <CheckboxField
                name="ordered"
                label="One after the other"
                hint="A part counts only after those before it are done."
                defaultChecked={draft.ordered}
              />
            </>
          )}
          <Button pending={isSaving}>Save</Button>
        </div>
      </FormReply>
    </Form>
  )
}
