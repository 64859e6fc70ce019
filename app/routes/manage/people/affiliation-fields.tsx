import { ROLES } from '~/domain/staff/staff'
import { useDistrict } from '~/parts/district-context'
import { DateField, SelectField } from '~/ui/field'

/** Where somebody works, as what, and from when on. */
export function AffiliationFields(props: { organizations: { id: string; name: string }[] }) {
  const { today } = useDistrict()
  return (
    <>
      <SelectField
        name="organizationId"
        label="Works at"
        placeholder="Choose the school"
        required
        choices={props.organizations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name="role"
        label="Role"
        hint="Coordinators, administrators and auditors see the whole district: choose the district for them."
        required
        width="medium"
        defaultValue="educator"
        choices={Object.entries(ROLES).map(([value, label]) => ({ value, label }))}
      />
      <DateField name="startedOn" label="From" required defaultValue={today} />
    </>
  )
}
