import type { RosterQuestion } from '~/domain/roster/roster'
import { RadioGroupField } from '~/ui/choice-field'
import { SelectField } from '~/ui/field'

/** The questions of an earlier reading that can only be answered together with the file. */
export function AnswerFields({ questions }: { questions: RosterQuestion[] }) {
  const roles = questions.filter((question) => question.kind === 'unknown_role')
  const dates = questions.find((question) => question.kind === 'date_order')
  const mode = questions.find((question) => question.kind === 'mode')
  return (
    <>
      {mode && (
        <RadioGroupField
          label="What is in the file?"
          name="mode"
          hint={mode.message}
          choices={[
            { value: 'bulk', label: 'The full list of the staff: who is not in it has left' },
            { value: 'delta', label: 'Only what changed' },
          ]}
        />
      )}
      {dates && (
        <RadioGroupField
          label="Which comes first in a date?"
          name="dateOrder"
          hint={`${dates.message} For example: ${dates.examples.join(', ')}.`}
          choices={[
            { value: 'month-first', label: 'The month' },
            { value: 'day-first', label: 'The day' },
          ]}
        />
      )}
      {roles.map(({ role, message }, index) => (
        <div key={role}>
          <input type="hidden" name={`otherRoles[${index}].name`} value={role} />
          <SelectField
            label={`Who are people with the role “${role}”?`}
            name={`otherRoles[${index}].role`}
            hint={message}
            width="medium"
            defaultValue="skip"
            choices={[
              { value: 'skip', label: 'No staff: skip them' },
              { value: 'educator', label: 'Educators' },
              { value: 'principal', label: 'Principals' },
            ]}
          />
        </div>
      ))}
    </>
  )
}
