import { Form } from '@remix-run/react'
import type { ReportPage } from './request.server'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { DateField, SelectField } from '~/ui/field'
import { CompareFields } from './compare-fields'

/** Which day, which school, and what beside it; all live in the address. */
export function ReportControls(props: {
  report: ReportPage
  snapshots: { id: string; name: string }[]
}) {
  const { report, snapshots } = props
  const { today } = useDistrict()
  return (
    <Form method="get" className="mb-10 flex flex-wrap items-end gap-3 print:hidden">
      <DateField name="asOf" label="As of" max={today} defaultValue={report.asOf} />
      <SelectField
        name="organization"
        label="School"
        placeholder="The whole district"
        width="medium"
        choices={report.schools.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={report.organization?.id}
      />
      <CompareFields hasDistrict={report.organization !== null} snapshots={snapshots} />
      <Button>Show</Button>
    </Form>
  )
}
