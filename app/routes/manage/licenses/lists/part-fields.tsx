import { SelectField } from '~/ui/field'

export type Choices = {
  schools: { id: string; name: string }[]
  states: { code: string; name: string }[]
}

/** Which school and which state a list is about. */
export function PartFields(props: {
  choices: Choices
  filter: { organizationId?: string; jurisdiction?: string }
}) {
  const { choices, filter } = props
  return (
    <>
      <SelectField
        name="organization"
        label="School"
        placeholder="All"
        width="medium"
        choices={choices.schools.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={filter.organizationId}
      />
      {choices.states.length > 1 && (
        <SelectField
          name="state"
          label="State"
          placeholder="All"
          width="medium"
          choices={choices.states.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={filter.jurisdiction}
        />
      )}
    </>
  )
}
