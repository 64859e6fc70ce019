import { Form } from '@remix-run/react'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { CheckboxField } from '~/ui/choice-field'
import { Section } from '~/ui/section'

/** What the principal may see; nothing unless the educator says so. */
export function SharingForm({ shares }: { shares: boolean }) {
  const { district } = useDistrict()
  return (
    <Section title="Who sees this">
      <Form method="post" action={paths.renewalSharing(district)} className="max-w-form">
        <CheckboxField
          key={String(shares)}
          name="shares"
          label="My principal may see whether my license renewal is on course"
          hint="Only that: not your licenses, their numbers or your hours. You can take it back at any time."
          defaultChecked={shares}
        />
        <div className="mt-2 pl-8">
          <Button size="small">Save</Button>
        </div>
      </Form>
    </Section>
  )
}
