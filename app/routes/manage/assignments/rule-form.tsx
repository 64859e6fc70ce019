import { Form, useNavigation } from '@remix-run/react'
import type { AssignmentForm } from '~/domain/pathways/assignment-form.server'
import { ASSIGNMENT_KINDS } from '~/domain/pathways/pathway'
import { AudienceFields } from '~/parts/audience/audience-fields'
import { Button } from '~/ui/button'
import { RadioGroupField } from '~/ui/choice-field'
import { FormReply, type Reply } from '~/ui/form-reply'
import { DueFields } from './due-fields'
import { RULE_FORM } from './rule-form-id'
import type { RuleValues } from './rule-values'

/**
 * To whom, how binding, and until when. The form is sent by address: parts and conditions are added and
 * removed by buttons that bring it back, and the dry run stands beside it.
 */
export function RuleForm(props: {
  form: AssignmentForm
  values: RuleValues
  reply: Reply | null
  isTried: boolean
}) {
  const { form, values, reply } = props
  const isTrying = useNavigation().state === 'loading'
  return (
    <Form
      id={RULE_FORM}
      method="get"
      noValidate
      className="space-y-8"
      preventScrollReset
      key={JSON.stringify(values)}
    >
      <FormReply reply={reply}>
        <div hidden>
          <Button>Preview who gets it</Button>
        </div>
        {values.version && <input type="hidden" name="version" value={values.version} />}
        <RadioGroupField
          name="kind"
          label="How binding is it?"
          required
          choices={Object.entries(ASSIGNMENT_KINDS).map(([value, { name, hint }]) => ({
            value,
            label: name,
            hint,
          }))}
          defaultValue={values.kind ?? 'mandated'}
        />
        <AudienceFields choices={form} values={values} />
        <DueFields form={form} values={values} />
        <Button tone={props.isTried ? 'secondary' : 'primary'} pending={isTrying}>
          Preview who gets it
        </Button>
      </FormReply>
    </Form>
  )
}
