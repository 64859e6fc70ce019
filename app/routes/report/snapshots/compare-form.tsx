import { Form, useSearchParams } from '@remix-run/react'
import { Button } from '~/ui/button'
import { SelectField } from '~/ui/field'

/** Which other snapshot stands beside this one; it lives in the address. */
export function CompareForm({ snapshots }: { snapshots: { id: string; name: string }[] }) {
  const [query] = useSearchParams()
  if (snapshots.length === 0) return null
  return (
    <Form method="get" className="mb-10 flex flex-wrap items-end gap-3 print:hidden">
      <SelectField
        name="compare"
        label="Beside it"
        placeholder="Nothing"
        width="medium"
        choices={snapshots.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={query.get('compare') ?? ''}
      />
      <Button>Compare</Button>
    </Form>
  )
}
