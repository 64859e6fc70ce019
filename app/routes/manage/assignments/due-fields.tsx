import type { AssignmentForm } from '~/domain/pathways/assignment-form.server'
import { DUE_FROM } from '~/domain/pathways/due'
import { RadioGroupField } from '~/ui/choice-field'
import { DateField, NumberField, SelectField } from '~/ui/field'
import { DueExamples } from './due-examples'
import type { RuleValues } from './rule-values'

/** Until when it is due, what becomes of those whose day would have passed, and the days of grace. */
export function DueFields({ form, values }: { form: AssignmentForm; values: RuleValues }) {
  return (
    <div className="group/due space-y-4">
      <RadioGroupField
        name="due"
        label="When is it due?"
        choices={Object.entries(DUE_FROM)
          .filter(([value]) => value !== 'pathway' || form.pathways.length > 0)
          .map(([value, label]) => ({ value, label }))}
        defaultValue={values.due ?? 'none'}
      />
      <div className="hidden group-has-[[name=due][value=day]:checked]/due:block">
        <DateField name="dueOn" label="Day" defaultValue={values.dueOn} />
      </div>
      <div className="hidden group-has-[[value=pathway]:checked]/due:block">
        <SelectField
          name="duePathwayId"
          label="Which pathway?"
          placeholder="Choose a pathway"
          choices={form.pathways.map(({ id, name: label }) => ({ value: id, label }))}
          defaultValue={values.duePathwayId ?? ''}
        />
      </div>
      <div className="group-has-[[name=due][value=day]:checked]/due:hidden group-has-[[name=due][value=none]:checked]/due:hidden">
        <NumberField name="dueDays" label="Days" defaultValue={values.dueDays} />
      </div>
      <DueExamples values={values} schoolYearStartsOn={form.schoolYearStartsOn} />
      <div className="space-y-4 group-has-[[name=due][value=none]:checked]/due:hidden">
        <RadioGroupField
          name="otherwise"
          label="Where that day has passed, or no day of hire is known"
          choices={[
            { value: 'leave_out', label: 'Leave them out until somebody decides' },
            { value: 'none', label: 'Enroll them without a due date' },
            { value: 'days', label: 'Give them some days from the assignment' },
          ]}
          defaultValue={values.otherwise}
        />
        <NumberField
          name="otherwiseDays"
          label="How many days do they get?"
          optional
          defaultValue={values.otherwiseDays}
        />
        <NumberField
          name="graceDays"
          label="Days of grace"
          hint="Somebody is overdue only after them. Only what is mandated can be overdue."
          defaultValue={values.graceDays ?? '0'}
        />
      </div>
    </div>
  )
}
