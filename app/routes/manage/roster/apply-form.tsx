import { Form, useNavigation } from '@remix-run/react'
import { changesAnything } from '~/domain/roster/outcome'
import type { RosterPreview } from '~/domain/roster/preview'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { CheckboxField, CheckboxGroupField } from '~/ui/choice-field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/section'

/** What has to be decided before a roster is applied, and applying it. */
export function ApplyForm({ outcome }: { outcome: RosterPreview }) {
  const { stop, emailMatches } = outcome
  const { district } = useDistrict()
  const reply = useReply()
  const isSending = useNavigation().state === 'submitting'
  return (
    <Section title="Apply it">
      <Form method="post" noValidate className="max-w-form space-y-6">
        <FormReply reply={reply}>
          {stop && (
            <>
              <Notice tone="warn" title="This would end many affiliations.">
                {stop.ended.toLocaleString('en-US')} of {stop.active.toLocaleString('en-US')} active
                affiliations ({Math.round(stop.share * 100)} %). That is right when a school year
                ends, and wrong when the export is not complete.
              </Notice>
              <CheckboxField
                label={`Yes, end ${stop.ended.toLocaleString('en-US')} affiliations`}
                name="acceptEndings"
              />
            </>
          )}
          {emailMatches.length > 0 && (
            <CheckboxGroupField
              label="The same person?"
              name="confirmed"
              hint="These have the address of somebody who is known by another number. Tick those who are the same person; the others are added as new people."
              choices={emailMatches.map(({ sourcedId, name, member, email }) => ({
                value: sourcedId,
                label: `${name} is ${member}`,
                hint: email,
              }))}
            />
          )}
          <FormActions>
            <Button type="submit" tone="primary" pending={isSending}>
              {changesAnything(outcome) ? 'Apply the roster' : 'Close this import'}
            </Button>
            <ButtonLink href={paths.rosterImports(district)} tone="quiet">
              Not now
            </ButtonLink>
          </FormActions>
        </FormReply>
      </Form>
    </Section>
  )
}
