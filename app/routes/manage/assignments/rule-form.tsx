import { Form, useNavigation } from '@remix-run/react'
import type { AssignmentForm } from '~/domain/pathways/assignment-form.server'
import { MAX_BLOCKS, MAX_CONDITIONS } from '~/domain/audiences/audience'
import { ASSIGNMENT_KINDS } from '~/domain/pathways/pathway'
import { Button } from '~/ui/button'
import { RadioGroupField } from '~/ui/choice-field'
import { SelectField, TextAreaField } from '~/ui/field'
import { FormReply, type Reply } from '~/ui/form-reply'
import { ConditionFields } from './condition-fields'
import { DueFields } from './due-fields'
import { CONDITION_KINDS, type RuleValues } from './rule-values'

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
  const blocks = values.any ?? []
  return (
    <Form
      method="get"
      noValidate
      className="space-y-8"
      preventScrollReset
      key={JSON.stringify(values)}
    >
      <FormReply reply={reply}>
        <div hidden>
          <Button>See who it would be</Button>
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
        {blocks.map((_, block) => (
          <Block key={block} block={block} form={form} values={values} />
        ))}
        {blocks.length < MAX_BLOCKS && (
          <Button tone="quiet" icon="plus" name="change" value="or">
            Or somebody else
          </Button>
        )}
        <TextAreaField
          name="except"
          label="But for"
          hint="An e-mail address, staff number or full name on each line."
          optional
          rows={2}
          defaultValue={values.except}
        />
        <DueFields form={form} values={values} />
        <Button tone={props.isTried ? 'secondary' : 'primary'} pending={isTrying}>
          See who it would be
        </Button>
      </FormReply>
    </Form>
  )
}

function Block({
  block,
  form,
  values,
}: {
  block: number
  form: AssignmentForm
  values: RuleValues
}) {
  const conditions = values.any?.[block]?.all ?? []
  return (
    <fieldset className="space-y-4 border-t border-line pt-4">
      <legend className="font-semibold">{block === 0 ? 'For' : 'Or for'}</legend>
      {conditions.map((condition, position) => (
        <div key={position} className="space-y-3 rounded-card border border-line bg-card p-4">
          <p className="flex items-center justify-between gap-3 text-sm text-ink-quiet">
            {CONDITION_KINDS[condition.kind]}
            <Button
              tone="quiet"
              size="small"
              name="change"
              value={`remove.${block}.${position}`}
              aria-label={`Remove: ${CONDITION_KINDS[condition.kind]}`}
            >
              Remove
            </Button>
          </p>
          <ConditionFields name={`any[${block}].all[${position}]`} values={condition} form={form} />
        </div>
      ))}
      {conditions.length < MAX_CONDITIONS && (
        <div className="flex flex-wrap items-end gap-3">
          <SelectField
            name={`adding[${block}]`}
            label="And only those"
            choices={Object.entries(CONDITION_KINDS).map(([value, label]) => ({ value, label }))}
            defaultValue="hired"
          />
          <Button tone="secondary" name="change" value={`add.${block}`}>
            Add
          </Button>
        </div>
      )}
    </fieldset>
  )
}
