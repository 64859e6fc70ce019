import { Form, useNavigation } from '@remix-run/react'
import { type FormEvent, useRef } from 'react'
import { MAX_TITLE_LENGTH } from '~/domain/activities/activity'
import { hoursTyped } from '~/domain/duration'
import { COURSE_KINDS, courseKindChoices } from '~/domain/completions/completion'
import type { openCorrectionForm, openNewForm } from '~/domain/completions/form.server'
import type { Evidence } from '~/domain/evidence/queries.server'
import { ACCEPTED_FILES } from '~/domain/evidence/file-storage'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { EvidenceList } from '~/parts/evidence-list'
import { anyOf } from '~/domain/people/name'
import { Button } from '~/ui/button'
import { DateField, SelectField, TextField } from '~/ui/field'
import { FileField } from '~/ui/file-field'
import { FormActions } from '~/ui/form-actions'
import { FormReply, type Reply } from '~/ui/form-reply'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'

type Choices = Pick<Awaited<ReturnType<typeof openNewForm>>, 'courses' | 'reviewers'>
type Completion = Awaited<ReturnType<typeof openCorrectionForm>>['completion']

/** The form about one finished course, for a new one and for one that is corrected. */
export function CompletionForm(
  props: Choices & {
    id: string
    version: number
    values: Partial<Omit<Completion, 'id' | 'version'>>
    evidence?: Evidence[]
    reply: (Reply & { existingId?: string }) | null
  },
) {
  const { values, reply, courses, reviewers } = props
  const { district, today } = useDistrict()
  const isSending = useNavigation().state === 'submitting'
  const filling = useFilling(courses)
  const decider = anyOf(reviewers)

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
        <input type="hidden" name="version" value={props.version} />
        <div className="space-y-6">
          {reply?.existingId && (
            <Notice
              title="It is in your record already"
              action={
                <TextLink href={paths.completion(district, reply.existingId)}>Open it</TextLink>
              }
            />
          )}
          {courses.length > 0 && (
            <SelectField
              name="courseId"
              label="Is it in the district’s catalog?"
              hint="Then title, provider and hours are filled in for you."
              placeholder="No, another course"
              choices={courses.map(({ id, title, provider }) => ({
                value: id,
                label: provider ? `${title} (${provider})` : title,
              }))}
              defaultValue={values.courseId ?? undefined}
              onChange={filling.fill}
            />
          )}
          <TextField
            name="title"
            label="What is the course called?"
            maxLength={MAX_TITLE_LENGTH}
            defaultValue={values.title}
            onInput={filling.unchoose}
          />
          <TextField
            name="provider"
            label="Who offered it?"
            optional
            maxLength={MAX_TITLE_LENGTH}
            defaultValue={values.provider ?? undefined}
          />
          <div className="grid items-end gap-6 sm:grid-cols-2">
            <DateField
              name="completedOn"
              label="On which day did you finish it?"
              required
              max={today}
              defaultValue={values.completedOn}
            />
            <TextField
              name="hours"
              label="How many hours?"
              hint="1.5, 1:30 or 90 min"
              width="short"
              autoComplete="off"
              defaultValue={values.minutes ? hoursTyped(values.minutes) : undefined}
            />
          </div>
          <SelectField
            name="kind"
            label="What kind of course was it?"
            width="medium"
            choices={courseKindChoices}
            defaultValue={values.kind ?? COURSE_KINDS[0]}
          />
          <fieldset className="space-y-4">
            <legend className="font-serif text-xl font-semibold">Certificate</legend>
            <EvidenceList evidence={props.evidence ?? []} removable />
            <FileField
              name="files"
              label="Certificate or transcript"
              hint="Up to 3 files: PDF, PNG or JPEG, 25 MB each."
              optional
              multiple
              camera
              accept={ACCEPTED_FILES}
            />
            <TextField name="link" type="url" label="Or a link" optional placeholder="https://" />
          </fieldset>
        </div>
        <FormActions note={`Its hours count once ${decider} has approved it.`}>
          <Button tone="primary" pending={isSending}>
            Send to {decider}
          </Button>
        </FormActions>
      </FormReply>
    </Form>
  )
}

const FILLED = ['title', 'provider', 'hours'] as const

/** Fills the fields from the course that is chosen; a title typed over it is another course. */
function useFilling(courses: Choices['courses']) {
  const form = useRef<HTMLFormElement>(null)
  const field = (name: string) => form.current?.elements.namedItem(name)

  function fill(event: FormEvent<HTMLSelectElement>) {
    const course = courses.find(({ id }) => id === event.currentTarget.value)
    if (!course) return
    const values = {
      title: course.title,
      provider: course.provider ?? '',
      hours: course.minutes ? hoursTyped(course.minutes) : '',
    }
    for (const name of FILLED) {
      const input = field(name)
      if (input instanceof HTMLInputElement) input.value = values[name]
    }
  }

  function unchoose() {
    const choice = field('courseId')
    if (choice instanceof HTMLSelectElement) choice.value = ''
  }

  return { form, fill, unchoose }
}
