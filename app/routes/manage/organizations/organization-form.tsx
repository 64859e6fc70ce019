import { Form, useNavigation } from '@remix-run/react'
import {
  GRADE_BAND_NAMES,
  MAX_NAME_LENGTH,
  MAX_NUMBER_LENGTH,
  POVERTY_BAND_NAMES,
} from '~/domain/organizations/organization'
import type { getOrganization } from '~/domain/organizations/queries.server'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { SelectField, TextField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { Section } from '~/ui/section'

type Organization = Pick<
  Awaited<ReturnType<typeof getOrganization>>,
  'name' | 'kind' | 'identifier' | 'gradeBand' | 'povertyBand' | 'sourceId'
>

/** What may be changed about an organization. */
export function OrganizationForm({ organization }: { organization: Organization }) {
  const reply = useReply()
  const isSending = useNavigation().state === 'submitting'
  const comesFromRoster = organization.sourceId !== null && organization.kind !== 'district'
  return (
    <Section title="Change it">
      <Form method="post" noValidate className="max-w-form space-y-6">
        <FormReply reply={reply}>
          <TextField
            name="name"
            label="Name"
            required
            maxLength={MAX_NAME_LENGTH}
            defaultValue={organization.name}
            hint={
              comesFromRoster
                ? 'It comes from the roster: the next import changes it back.'
                : undefined
            }
          />
          <TextField
            name="identifier"
            label="Number"
            width="medium"
            optional
            maxLength={MAX_NUMBER_LENGTH}
            defaultValue={organization.identifier ?? ''}
            hint={
              comesFromRoster
                ? 'By which the state knows it. Where the roster has one, the next import brings it back.'
                : 'By which the state knows it.'
            }
          />
          <SelectField
            name="gradeBand"
            label="Grade band"
            placeholder="None"
            width="medium"
            hint="What is set here stays, whatever a roster says."
            defaultValue={organization.gradeBand ?? ''}
            choices={Object.entries(GRADE_BAND_NAMES).map(([value, label]) => ({ value, label }))}
          />
          {organization.kind === 'school' && (
            <SelectField
              name="povertyBand"
              label="Poverty band"
              placeholder="Not said"
              width="medium"
              hint="By the share of students eligible for free or reduced-price lunch. The report compares what educators of the bands get."
              defaultValue={organization.povertyBand ?? ''}
              choices={Object.entries(POVERTY_BAND_NAMES).map(([value, label]) => ({
                value,
                label,
              }))}
            />
          )}
        </FormReply>
        <FormActions>
          <Button type="submit" tone="primary" pending={isSending}>
            Save
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}
