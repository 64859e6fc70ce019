import { Form } from '@remix-run/react'
import { schoolYearName } from '~/domain/calendar'
import { useListUrl } from '~/parts/list-url'
import { Button } from '~/ui/button'
import { DateField } from '~/ui/field'
import { FilterChips } from '~/ui/filter-chips'

/** Chooses a school year, or a first and a last day. */
export function PeriodForm(props: {
  period: { first: string; last: string }
  years: number[]
  schoolYear: number | null
}) {
  const url = useListUrl()
  return (
    <div className="mb-6 space-y-4 print:hidden">
      <FilterChips
        label="School year"
        chips={props.years.map((year) => ({
          label: schoolYearName(year),
          active: year === props.schoolYear,
          href: url({ year, first: null, last: null }),
        }))}
      />
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <DateField name="first" label="First day" defaultValue={props.period.first} />
        <DateField name="last" label="Last day" defaultValue={props.period.last} />
        <Button icon="calendar">Show these days</Button>
      </Form>
    </div>
  )
}
