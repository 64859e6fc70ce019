import { Form } from '@remix-run/react'
import type { ReportPage } from './request.server'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { DateField, SelectField } from '~/ui/field'

/** Which day and which school; both live in the address. */
export function ReportControls({ report }: { report: ReportPage }) {
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
      <Button>Show</Button>
    </Form>
  )
}
