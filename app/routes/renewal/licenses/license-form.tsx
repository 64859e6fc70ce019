import { Form, useNavigation } from '@remix-run/react'
import type { LicenseChoices } from '~/domain/licenses/choices'
import { MAX_AREA, MAX_NUMBER } from '~/domain/licenses/license'
import type { LicensePage } from '~/domain/licenses/queries.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { DateField, TextField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply, type Reply } from '~/ui/form-reply'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { NoRules } from '../no-rules'
import { BirthMonthField, KindFields } from './kind-fields'

type Values = Partial<
  Pick<
    LicensePage,
    'kind' | 'class' | 'area' | 'number' | 'issuedOn' | 'expiresOn' | 'endorsements'
  >
>

/** The form about one license, for a new one and for one that is changed. */
export function LicenseForm(props: {
  id: string
  version: number
  state: { code: string; name: string }
  choices: LicenseChoices | null
  values: Values
  reply: (Reply & { existingId?: string }) | null
  /** Where to go when nothing is to be saved. */
  backTo: string
  action: string
}) {
  const { values, reply, choices, state } = props
  const { district, today } = useDistrict()
  const isSaving = useNavigation().state === 'submitting'
  return (
    <Form method="post" noValidate className="max-w-form">
      <FormReply reply={reply}>
        <input type="hidden" name="id" value={String(reply?.initialValue?.id ?? props.id)} />
        <input type="hidden" name="version" value={props.version} />
        <input type="hidden" name="jurisdiction" value={state.code} />
        <div className="space-y-6">
          {reply?.existingId && (
            <Notice
              title="It is among your licenses already"
              action={<TextLink href={paths.license(district, reply.existingId)}>Open it</TextLink>}
            />
          )}
          {!choices && <NoRules state={state.name} />}
          <KindFields choices={choices} values={values} />
          <TextField
            name="area"
            label="What is it for?"
            hint="As it stands on the license, such as “Physics 8–12”."
            optional
            maxLength={MAX_AREA}
            defaultValue={values.area ?? undefined}
          />
          <div className="grid items-end gap-6 sm:grid-cols-2">
            <DateField
              name="issuedOn"
              label="Issued on"
              optional
              max={today}
              defaultValue={values.issuedOn ?? undefined}
            />
            <DateField
              name="expiresOn"
              label="Expires on"
              hint="The last day it is good. Leave it empty if it has none."
              optional
              defaultValue={values.expiresOn ?? undefined}
            />
          </div>
          {choices?.asksBirthMonth && <BirthMonthField />}
          <TextField
            name="number"
            label="License number"
            hint="Only you and the administrators of your district see it."
            optional
            maxLength={MAX_NUMBER}
            autoComplete="off"
            width="medium"
            defaultValue={values.number ?? undefined}
          />
        </div>
        <FormActions>
          <Button tone="primary" pending={isSaving}>
            {props.action}
          </Button>
          <ButtonLink href={props.backTo} tone="quiet">
            Leave it
          </ButtonLink>
        </FormActions>
      </FormReply>
    </Form>
  )
}
