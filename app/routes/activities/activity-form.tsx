import { Form, useNavigation } from '@remix-run/react'
import {
  ACTIVITY_KINDS,
  type ActivityKind,
  COMMON_KINDS,
  FUNDING_SOURCES,
  MAX_TITLE_LENGTH,
} from '~/domain/activities/activity'
import { hoursTyped } from '~/domain/duration'
import type { openForm } from '~/domain/activities/form.server'
import type { ClaimPreview } from '~/domain/renewal/preview.server'
import { ACCEPTED_FILES } from '~/domain/evidence/file-storage'
import { competenciesByArea, FRAMEWORK } from '~/domain/frameworks/competency'
import { paths } from '~/http/paths'
import { EvidenceList } from '~/parts/evidence-list'
import { useDistrict } from '~/parts/district-context'
import { useAutosave } from '~/parts/use-autosave'
import { Button } from '~/ui/button'
import { CheckboxField, CheckboxGroupField, RadioGroupField } from '~/ui/choice-field'
import { Disclosure } from '~/ui/disclosure'
import { DateField, SelectField, TextAreaField, TextField } from '~/ui/field'
import { FileField } from '~/ui/file-field'
import { FormActions } from '~/ui/form-actions'
import { FormReply, type Reply } from '~/ui/form-reply'
import { ClaimSection } from './claim-section'

type Form = Awaited<ReturnType<typeof openForm>>
type Values = Partial<Omit<NonNullable<Form['activity']>, 'id' | 'version'>>

const choices = (kinds: ActivityKind[]) =>
  kinds.map((kind) => ({ value: kind, label: ACTIVITY_KINDS[kind] }))
const otherKinds = (Object.keys(ACTIVITY_KINDS) as ActivityKind[]).filter(
  (kind) => !COMMON_KINDS.includes(kind),
)

/** The form about one activity, for a new one and for one that is kept already. */
export function ActivityForm(props: {
  id: string
  version: number
  values: Values
  evidence: Form['evidence']
  reviewers: Form['reviewers']
  claim: Form['claim']
  preview: ClaimPreview | null
  reply: Reply | null
}) {
  const { values, reply, evidence } = props
  const { district, today } = useDistrict()
  const isSending = useNavigation().state === 'submitting'
  const { savedAt, formProps } = useAutosave(paths.activityDraft(district, props.id))
  const version = reply?.initialValue?.version ?? props.version
  const kind = String(reply?.initialValue?.kind ?? values.kind ?? '')
  const isRare = otherKinds.includes(kind as ActivityKind)
  const [reviewer] = props.reviewers

  return (
    <Form
      method="post"
      encType="multipart/form-data"
      noValidate
      className="max-w-form"
      {...formProps}
    >
      <FormReply reply={reply}>
        <input type="hidden" name="id" value={props.id} />
        <input type="hidden" name="version" defaultValue={String(version)} />
        <div className="space-y-6">
          <TextField
            name="title"
            label="What did you do?"
            hint="As you would tell a colleague: “AI literacy webinar, part 2”."
            required
            maxLength={MAX_TITLE_LENGTH}
            defaultValue={values.title}
          />
          <RadioGroupField
            name="kind"
            label="What kind was it?"
            layout="large"
            required
            choices={choices(COMMON_KINDS)}
            defaultValue={isRare ? undefined : kind}
          />
          <Disclosure summary="More kinds" open={isRare || undefined}>
            <RadioGroupField
              id="kind-more"
              name="kind"
              label="Other kinds"
              labelHidden
              error={[]}
              choices={choices(otherKinds)}
              defaultValue={isRare ? kind : undefined}
            />
          </Disclosure>
          <div className="grid items-end gap-6 sm:grid-cols-2">
            <DateField
              name="startedOn"
              label="On which day?"
              required
              max={today}
              defaultValue={values.startedOn ?? today}
            />
            <TextField
              name="hours"
              label="How many hours?"
              hint="1.5, 1:30 or 90 min"
              width="short"
              required
              inputMode="text"
              autoComplete="off"
              defaultValue={values.minutes ? hoursTyped(values.minutes) : undefined}
            />
          </div>

          <Disclosure
            summary="Add details"
            rememberAs="activity-details"
            open={hasDetails(values) || undefined}
          >
            <div className="space-y-6">
              <DateField
                name="endedOn"
                label="Last day, if it took several"
                optional
                max={today}
                defaultValue={values.endedOn ?? undefined}
              />
              <TextField
                name="provider"
                label="Who offered it?"
                optional
                defaultValue={values.provider ?? undefined}
              />
              <TextField
                name="sponsorNumber"
                label="Sponsor or provider number"
                optional
                width="medium"
                defaultValue={values.sponsorNumber ?? undefined}
              />
              <TextField
                name="location"
                label="Where?"
                optional
                defaultValue={values.location ?? undefined}
              />
              <CompetencyChoices chosen={values.competencies ?? []} />
              <TextAreaField
                name="reflection"
                label="What will you do differently?"
                optional
                defaultValue={values.reflection ?? undefined}
              />
              <SelectField
                name="fundingSource"
                label="Paid from"
                optional
                placeholder="Nothing, or not known"
                choices={Object.entries(FUNDING_SOURCES).map(([value, label]) => ({
                  value,
                  label,
                }))}
                defaultValue={values.fundingSource ?? undefined}
              />
            </div>
          </Disclosure>

          {props.claim && <ClaimSection {...props} form={props.claim} savedAt={savedAt} />}

          <fieldset className="space-y-4">
            <legend className="font-serif text-xl font-semibold">Evidence</legend>
            <EvidenceList evidence={evidence} removable />
            <FileField
              name="files"
              label="Certificate, agenda, or a photo of it"
              hint="Up to 3 files: PDF, PNG or JPEG, 25 MB each."
              optional
              multiple
              camera
              accept={ACCEPTED_FILES}
            />
            <TextField name="link" type="url" label="Or a link" optional placeholder="https://" />
            <CheckboxField
              name="mayShowStudents"
              label="It may show students, or work with their names on it"
              hint="Then only your reviewer can open it."
            />
          </fieldset>
        </div>

        <FormActions note={savedAt && `Draft saved ${savedAt}`}>
          <Button tone="primary" name="then" value="send" pending={isSending}>
            {reviewer ? `Send to ${reviewer.name}` : 'Send for approval'}
          </Button>
          <Button name="then" value="draft">
            Save draft
          </Button>
        </FormActions>
      </FormReply>
    </Form>
  )
}

function CompetencyChoices({ chosen }: { chosen: string[] }) {
  return (
    <div>
      <p className="font-semibold">Which competencies did it touch?</p>
      {competenciesByArea().map(({ label, competencies }) => (
        <Disclosure
          key={label}
          summary={label}
          open={competencies.some(({ id }) => chosen.includes(id)) || undefined}
        >
          <CheckboxGroupField
            id={`competencies-${competencies[0]!.code}`}
            name="competencies"
            label={label}
            labelHidden
            error={[]}
            choices={competencies.map(({ id, code, label }) => ({
              value: id,
              label: `${code} ${label}`,
            }))}
            defaultValue={chosen}
          />
        </Disclosure>
      ))}
      <p className="mt-2 text-sm text-ink-quiet">
        {FRAMEWORK.title}: {FRAMEWORK.attribution}
      </p>
    </div>
  )
}

const hasDetails = (values: Values) =>
  !!(
    values.endedOn ||
    values.provider ||
    values.sponsorNumber ||
    values.location ||
    values.reflection ||
    values.fundingSource ||
    values.competencies?.length
  )
