import { Form } from '@remix-run/react'
import type { openNewLicense } from '~/domain/licenses/forms.server'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'

type Choices = Pick<Awaited<ReturnType<typeof openNewLicense>>, 'states' | 'likely'>

/** The first question about a license: the state. It goes into the address of the next page. */
export function StateForm({ states, likely }: Choices) {
  const group = (list: { code: string; label: string }[]) =>
    list.map(({ code, label }) => ({ value: code, label }))
  return (
    <Form method="get" className="max-w-form">
      <SelectField
        name="state"
        label="State"
        required
        choices={[
          { label: 'With renewal rules', choices: group(states.withRules) },
          { label: 'Without renewal rules so far', choices: group(states.others) },
        ]}
        defaultValue={likely ?? undefined}
      />
      <FormActions>
        <Button tone="primary">Continue</Button>
      </FormActions>
    </Form>
  )
}
