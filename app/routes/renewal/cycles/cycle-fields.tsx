import { Form, useNavigation } from '@remix-run/react'
import type { CycleForm } from '~/domain/licenses/forms.server'
import { Button } from '~/ui/button'
import { CheckboxGroupField, RadioGroupField } from '~/ui/choice-field'
import { DateField, NumberField } from '~/ui/field'
import { FormReply, type Reply } from '~/ui/form-reply'
import { Section } from '~/ui/section'

const percentOf = (thousandths: number) => String(thousandths / 10)

/** The days of a cycle, and what holds for the educator in it. */
export function CycleFields({ cycle, reply }: { cycle: CycleForm; reply: Reply | null }) {
  const isSaving = useNavigation().state === 'submitting'
  return (
    <Section
      title="Dates and facts"
      lead="What no hour can show, and what changes what is asked of you."
    >
      <Form method="post" noValidate className="max-w-form">
        <FormReply reply={reply}>
          <input type="hidden" name="version" value={cycle.version} />
          <div className="space-y-6">
            <div className="grid gap-6 sm:grid-cols-2">
              <DateField name="startsOn" label="First day" required defaultValue={cycle.startsOn} />
              <DateField name="endsOn" label="Last day" required defaultValue={cycle.endsOn} />
            </div>
            <RadioGroupField
              name="isEmployed"
              label={`Does a public school of ${cycle.state} employ you?`}
              layout="row"
              required
              choices={[
                { value: 'yes', label: 'Yes' },
                { value: 'no', label: 'No' },
              ]}
              defaultValue={cycle.isEmployed ? 'yes' : 'no'}
            />
            <div className="grid gap-6 sm:grid-cols-2">
              <NumberField
                name="fteThousandths"
                label="Share of a full position"
                suffix="%"
                required
                defaultValue={percentOf(cycle.fteThousandths)}
              />
              <NumberField
                name="leaveThousandths"
                label="Share of the cycle on leave"
                suffix="%"
                required
                defaultValue={percentOf(cycle.leaveThousandths)}
              />
            </div>
            <Codes cycle={cycle} kind="fact" name="facts" label="What holds for you" />
            <Codes
              cycle={cycle}
              kind="met_once"
              name="metOnce"
              label="What you have done already, and is asked once in a career"
            />
          </div>
          <div className="mt-6">
            <Button tone="primary" pending={isSaving}>
              Save
            </Button>
          </div>
        </FormReply>
      </Form>
    </Section>
  )
}

function Codes(props: {
  cycle: CycleForm
  kind: 'fact' | 'met_once'
  name: string
  label: string
}) {
  const { facts, choices } = props.cycle
  const offered = props.kind === 'fact' ? choices.facts : choices.metOnce
  if (offered.length === 0) return null
  return (
    <CheckboxGroupField
      name={props.name}
      label={props.label}
      choices={offered.map(({ code, label }) => ({ value: code, label }))}
      defaultValue={facts.flatMap(({ kind, code }) => (kind === props.kind ? [code] : []))}
    />
  )
}
