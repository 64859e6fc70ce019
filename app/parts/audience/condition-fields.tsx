import type { AudienceChoices } from '~/domain/audiences/choices.server'
import { AUDIENCE_ROLES, GRADE_BANDS } from '~/domain/audiences/roles'
import { STATES } from '~/domain/people/states'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { CheckboxField, CheckboxGroupField } from '~/ui/choice-field'
import { DateField, NumberField, SelectField, TextAreaField, TextField } from '~/ui/field'
import { TextLink } from '~/ui/link'
import type { ConditionValues } from './audience-values'

type Props = { name: string; values: ConditionValues; choices: AudienceChoices }

/** The fields of one condition; `name` is where it stands in the form, such as `any[0].all[1]`. */
export function ConditionFields(props: Props) {
  const { name, values } = props
  return (
    <div className="space-y-4">
      <input type="hidden" name={`${name}.kind`} value={values.kind} />
      <KindFields {...props} />
      {values.kind !== 'hired' && values.kind !== 'service' && (
        <CheckboxField
          name={`${name}.not`}
          label="Everybody but these"
          hint="Turns it around: only those whom this does not describe."
          defaultChecked={values.not === 'on'}
        />
      )}
    </div>
  )
}

function KindFields(props: Props) {
  const { name, values, choices } = props
  const { district } = useDistrict()
  const one = (field: string) => [values[field] ?? ''].flat()[0] ?? ''
  switch (values.kind) {
    case 'works':
      return <WorksFields {...props} />
    case 'hired':
      return (
        <div className="flex flex-wrap gap-4">
          <DateField name={`${name}.from`} label="Hired on or after" defaultValue={one('from')} />
          <DateField name={`${name}.until`} label="Until" defaultValue={one('until')} />
        </div>
      )
    case 'service':
      return (
        <div className="flex flex-wrap gap-4">
          <NumberField
            name={`${name}.atLeast`}
            label="At least so many years"
            defaultValue={one('atLeast')}
          />
          <NumberField
            name={`${name}.lessThan`}
            label="Less than so many years"
            defaultValue={one('lessThan')}
          />
        </div>
      )
    case 'pathway':
      return (
        <>
          <SelectField
            name={`${name}.pathwayId`}
            label="Pathway"
            placeholder="Choose a pathway"
            choices={choices.pathways.map(({ id, name: label }) => ({ value: id, label }))}
            defaultValue={one('pathwayId')}
          />
          <SelectField
            name={`${name}.state`}
            label="How far"
            choices={[
              { value: 'completed', label: 'Have completed it at some time' },
              { value: 'current', label: 'Hold a completion that is current' },
              { value: 'under_way', label: 'Are under way on it' },
            ]}
            defaultValue={one('state') || 'completed'}
          />
        </>
      )
    case 'license':
      return (
        <>
          <SelectField
            name={`${name}.jurisdiction`}
            label="Valid license of"
            placeholder="Any state"
            choices={Object.entries(STATES).map(([code, label]) => ({
              value: `US-${code}`,
              label,
            }))}
            defaultValue={one('jurisdiction')}
          />
          <TextField
            name={`${name}.license`}
            label="Kind of license"
            hint="As the state’s rules call it, such as professional. Leave it empty for any."
            optional
            defaultValue={one('license')}
          />
        </>
      )
    case 'people':
      return (
        <TextAreaField
          name={`${name}.who`}
          label="Who"
          hint="An e-mail address, staff number or full name on each line."
          rows={4}
          defaultValue={one('who')}
        />
      )
    case 'list':
      return (
        <SelectField
          name={`${name}.listId`}
          label="List"
          placeholder="Choose a list"
          hint={
            <TextLink href={paths.peopleLists(district)}>
              Make a list or change who is on one
            </TextLink>
          }
          choices={choices.lists.map(({ id, name: label }) => ({ value: id, label }))}
          defaultValue={one('listId')}
        />
      )
  }
}

function WorksFields({ name, values, choices }: Props) {
  const many = (field: string) => [values[field] ?? []].flat()
  return (
    <>
      <SelectField
        name={`${name}.organizationId`}
        label="Where?"
        required
        placeholder="Choose a school or the district"
        choices={choices.organizations.map(({ id, name: label, kind }) => ({
          value: id,
          label: kind === 'district' ? `${label}, all schools` : label,
        }))}
        defaultValue={many('organizationId')[0] ?? ''}
      />
      <CheckboxGroupField
        name={`${name}.roles`}
        label="Roles"
        hint="None ticked means everybody."
        layout="row"
        choices={choicesOf(AUDIENCE_ROLES)}
        defaultValue={many('roles')}
      />
      <CheckboxGroupField
        name={`${name}.gradeBands`}
        label="Grade bands"
        hint="None ticked means all."
        layout="row"
        choices={choicesOf(GRADE_BANDS)}
        defaultValue={many('gradeBands')}
      />
      {choices.subjects.length > 0 && (
        <CheckboxGroupField
          name={`${name}.subjects`}
          label="Subjects taught"
          hint="None ticked means any."
          layout="row"
          choices={choices.subjects.map((subject) => ({ value: subject, label: subject }))}
          defaultValue={many('subjects')}
        />
      )}
    </>
  )
}

const choicesOf = (names: Record<string, string>) =>
  Object.entries(names).map(([value, name]) => ({
    value,
    label: name.charAt(0).toUpperCase() + name.slice(1),
  }))
