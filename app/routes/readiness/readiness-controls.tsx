import { Form } from '@remix-run/react'
import type { Readiness } from '~/domain/readiness/queries.server'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { DateField, SelectField } from '~/ui/field'

/** Which organization and which day; both live in the address. */
export function ReadinessControls({ readiness }: { readiness: Readiness }) {
  const { today } = useDistrict()
  const { organization, organizations, asOf } = readiness
  return (
    <Form method="get" className="mb-10 flex flex-wrap items-end gap-3 print:hidden">
      {organizations.length > 1 && (
        <SelectField
          name="organization"
          label="School"
          width="medium"
          choices={organizations.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={organization.id}
        />
      )}
      <DateField name="asOf" label="As of" max={today} defaultValue={asOf} />
      <Button>Show</Button>
    </Form>
  )
}
