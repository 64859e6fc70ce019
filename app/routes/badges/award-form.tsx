import { Form, useNavigation } from '@remix-run/react'
import { type FormEvent, useRef } from 'react'
import { MAX_AWARD_TEXT } from '~/domain/badges/award'
import type { openCorrectionForm, openNewForm } from '~/domain/badges/form.server'
import { ACCEPTED_FILES } from '~/domain/evidence/file-storage'
import type { Evidence } from '~/domain/evidence/queries.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { EvidenceList } from '~/parts/evidence-list'
import { anyOf } from '~/domain/people/name'
import { Button } from '~/ui/button'
import { CheckboxField } from '~/ui/choice-field'
import { DateField, SelectField, TextField } from '~/ui/field'
import { FileField } from '~/ui/file-field'
import { FormActions } from '~/ui/form-actions'
import { FormReply, type Reply } from '~/ui/form-reply'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'

type Choices = Pick<Awaited<ReturnType<typeof openNewForm>>, 'achievements' | 'reviewers'>
type Award = Awaited<ReturnType<typeof openCorrectionForm>>['award']
type Values = Partial<
  Pick<Award, 'achievementId' | 'title' | 'issuer' | 'awardedOn' | 'expiresOn' | 'url'>
>

/** The form about one badge, for a new one and for one that is corrected. */
export function AwardForm(
  props: Choices & {
    id: string
    values: Values
    evidence?: Evidence[]
    reply: (Reply & { existingId?: string }) | null
  },
) {
  const { values, reply, achievements, reviewers } = props
  const { district, today } = useDistrict()
  const isSending = useNavigation().state === 'submitting'
  const filling = useFilling(achievements)
  const checker = anyOf(reviewers)

  return (
    <Form
      method="post"
      encType="multipart/form-data"
      noValidate
      className="max-w-form"
      ref={filling.form}
    >
      <FormReply reply={reply}>
        <input type="hidden" name="id" value={String(reply?.initialValue?.id ?? props.id)} />
        <div className="space-y-6">
          {reply?.existingId && (
            <Notice
              title="It is in your record already"
              action={<TextLink href={paths.award(district, reply.existingId)}>Open it</TextLink>}
            />
          )}
          {achievements.length > 0 && (
            <SelectField
              name="achievementId"
              label="Is it one of these?"
              hint="Then name and issuer are filled in for you, and it counts toward pathways that ask for it."
              placeholder="No, another badge"
              choices={achievements.map(({ id, title, issuer }) => ({
                value: id,
                label: `${title} (${issuer})`,
              }))}
              defaultValue={values.achievementId ?? undefined}
              onChange={filling.fill}
            />
          )}
          <TextField
            name="title"
            label="What is the badge called?"
            maxLength={MAX_AWARD_TEXT}
            defaultValue={values.title}
            onInput={filling.unchoose}
          />
          <TextField
            name="issuer"
            label="Who issued it?"
            maxLength={MAX_AWARD_TEXT}
            defaultValue={values.issuer}
          />
          <div className="grid gap-6 sm:grid-cols-2">
            <DateField
              name="awardedOn"
              label="On which day was it awarded?"
              required
              max={today}
              defaultValue={values.awardedOn}
            />
            <DateField
              name="expiresOn"
              label="Until when does it hold?"
              optional
              defaultValue={values.expiresOn ?? undefined}
            />
          </div>
          <fieldset className="space-y-4">
            <legend className="font-serif text-xl font-semibold">Proof</legend>
            <TextField
              name="url"
              type="url"
              label="The badge’s own page"
              hint="The address that the issuer gave you for sharing it."
              placeholder="https://"
              defaultValue={values.url ?? undefined}
            />
            <EvidenceList evidence={props.evidence ?? []} removable />
            <FileField
              name="files"
              label="Or a file that shows it"
              hint="Up to 3 files: PDF, PNG or JPEG, 25 MB each."
              multiple
              camera
              accept={ACCEPTED_FILES}
            />
            <CheckboxField
              name="selfReported"
              label="I have neither; I report it myself"
              hint="Then it says “Self-reported” beside it."
            />
          </fieldset>
        </div>
        <FormActions note={`It shows as not verified until ${checker} has checked it.`}>
          <Button tone="primary" pending={isSending}>
            Send to {checker}
          </Button>
        </FormActions>
      </FormReply>
    </Form>
  )
}

/** Fills name and issuer from the badge that is chosen; a name typed over it is another badge. */
function useFilling(achievements: Choices['achievements']) {
  const form = useRef<HTMLFormElement>(null)
  const field = (name: string) => form.current?.elements.namedItem(name)

  function fill(event: FormEvent<HTMLSelectElement>) {
    const chosen = achievements.find(({ id }) => id === event.currentTarget.value)
    if (!chosen) return
    for (const name of ['title', 'issuer'] as const) {
      const input = field(name)
      if (input instanceof HTMLInputElement) input.value = chosen[name]
    }
  }

  function unchoose() {
    const choice = field('achievementId')
    if (choice instanceof HTMLSelectElement) choice.value = ''
  }

  return { form, fill, unchoose }
}
