import { Form } from '@remix-run/react'
import { rhythmInWords } from '~/domain/reports/delivery'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'

/** Whether a saved report comes to the reader by mail, and how they stop it. */
export function ByMail(props: {
  saved: { id: string }
  delivery: { weekday: number | null; withFigures: boolean } | null
}) {
  const { saved, delivery } = props
  const { district } = useDistrict()
  const there = paths.reportDelivery(district, saved)
  return (
    <Section title="By mail">
      <p>
        {delivery
          ? `It comes to you ${rhythmInWords(delivery)}${delivery.withFigures ? ', with its figures as CSV' : ''}. `
          : 'It does not come to you by mail. '}
        <TextLink href={there}>{delivery ? 'Change when' : 'Let it come'}</TextLink>
      </p>
      {delivery && (
        <Form method="post" action={there} className="mt-3">
          <input type="hidden" name="intent" value="stop" />
          <Button>Stop the letters</Button>
        </Form>
      )}
    </Section>
  )
}
