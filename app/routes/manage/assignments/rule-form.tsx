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
import { RULE_FORM } from './rule-form-id'
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
      id={RULE_FORM}
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
            Give it to others too
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
    <fieldset className="space-y-4">
      <legend className="w-full">
        {block > 0 && <Or />}
        <span className="font-serif text-xl font-semibold">
          {block === 0 ? 'Who gets it' : 'Who gets it too'}
        </span>
      </legend>
      {conditions.map((condition, position) => (
        <div key={position} className="space-y-4">
          {position > 0 && <p className="pl-4 font-semibold text-ink-quiet">and only those</p>}
          <div className="space-y-3 rounded-card border border-line bg-card p-4">
            <div className="flex items-center justify-between gap-3">
              <h3 className="font-semibold">{CONDITION_KINDS[condition.kind]}</h3>
              <Button
                tone="quiet"
                size="small"
                name="change"
                value={`remove.${block}.${position}`}
                aria-label={`Remove: ${CONDITION_KINDS[condition.kind]}`}
              >
                Remove
              </Button>
            </div>
            <ConditionFields
              name={`any[${block}].all[${position}]`}
              values={condition}
              form={form}
            />
          </div>
        </div>
      ))}
      {conditions.length < MAX_CONDITIONS && (
        <div className="flex flex-wrap items-end gap-3">
          <SelectField
            name={`adding[${block}]`}
            label="And only those, by"
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

const Or = () => (
  <span className="mb-4 flex items-center gap-4 text-ink-quiet">
    <span className="h-px grow bg-line-strong" />
    or
    <span className="h-px grow bg-line-strong" />
  </span>
)
