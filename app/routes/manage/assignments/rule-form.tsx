import { Form, useNavigation } from '@remix-run/react'
import type { openAssignmentForm } from '~/domain/pathways/assignment-form.server'
import { ASSIGNMENT_KINDS, AUDIENCE_ROLES, GRADE_BANDS } from '~/domain/pathways/pathway'
import { Button } from '~/ui/button'
import { RadioGroupField } from '~/ui/choice-field'
import { DateField, NumberField, SelectField } from '~/ui/field'
import { FormReply, type Reply } from '~/ui/form-reply'

type Organizations = Awaited<ReturnType<typeof openAssignmentForm>>['organizations']

/** To whom, how binding and until when; the answers go into the address, which can be sent to others. */
export function RuleForm(props: {
  organizations: Organizations
  values: Record<string, string>
  reply: Reply | null
  /** The answers are shown beside the form already. */
  isTried: boolean
}) {
  const { organizations, values, reply } = props
  const isTrying = useNavigation().state === 'loading'
  return (
    <Form method="get" noValidate className="space-y-6" preventScrollReset>
      <FormReply reply={reply}>
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
        <SelectField
          name="organizationId"
          label="Where?"
          required
          placeholder="Choose a school or the district"
          choices={organizations.map(({ id, name, kind }) => ({
            value: id,
            label: kind === 'district' ? `${name}, all schools` : name,
          }))}
          defaultValue={values.organizationId ?? ''}
        />
        <SelectField
          name="role"
          label="Role"
          placeholder="Everybody"
          choices={choicesOf(AUDIENCE_ROLES)}
          defaultValue={values.role ?? ''}
        />
        <SelectField
          name="gradeBand"
          label="Grade band"
          placeholder="All"
          choices={choicesOf(GRADE_BANDS)}
          defaultValue={values.gradeBand ?? ''}
        />
        <DateField
          name="hiredAfter"
          label="Hired on or after"
          hint="People without a hire date need attention then."
          optional
          defaultValue={values.hiredAfter}
        />
        <div className="group/due space-y-4">
          <RadioGroupField
            name="due"
            label="When is it due?"
            choices={[
              { value: 'none', label: 'No due date' },
              { value: 'day', label: 'On a day' },
              { value: 'days', label: 'Days after enrollment' },
            ]}
            defaultValue={values.due ?? 'none'}
          />
          <div className="hidden group-has-[[value=day]:checked]/due:block">
            <DateField name="dueOn" label="Day" defaultValue={values.dueOn} />
          </div>
          <div className="hidden group-has-[[value=days]:checked]/due:block">
            <NumberField name="dueDays" label="Days" defaultValue={values.dueDays} />
          </div>
        </div>
        <Button tone={props.isTried ? 'secondary' : 'primary'} pending={isTrying}>
          See who it would be
        </Button>
      </FormReply>
    </Form>
  )
}

const choicesOf = (names: Record<string, string>) =>
  Object.entries(names).map(([value, name]) => ({
    value,
    label: name.charAt(0).toUpperCase() + name.slice(1),
  }))
