import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { ACCEPTED_FILES } from '~/domain/evidence/file-storage'
import { stepEvidenceInput } from '~/domain/pathways/inputs.server'
import { MAX_EVIDENCE_LENGTH } from '~/domain/pathways/pathway'
import { openEvidenceForm, sendStepEvidence } from '~/domain/pathways/step-evidence.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submitWithFiles } from '~/http/form-with-files.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { idOf, queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { anyOf } from '~/domain/people/name'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { CheckboxField } from '~/ui/choice-field'
import { TextAreaField, TextField } from '~/ui/field'
import { FileField } from '~/ui/file-field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { PageHeader } from '~/ui/page-header'
import { ShownAlready } from './shown-already'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.step.title ?? 'Show evidence'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.enrollment)
  const stepKey = idOf(queryOf(args.request).id('step'))
  const form = await member.read(openEvidenceForm, id, stepKey)
  return { ...form, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.enrollment)
  return submitWithFiles(args, member, stepEvidenceInput, async (input, { files }) => {
    const { reviewers } = await member.write(sendStepEvidence, id, input, files)
    return redirectWithNotice(
      paths.enrollment(member.district, id),
      `Sent to ${anyOf(reviewers)}. The step is done once it is approved.`,
    )
  })
}

export default function ShowEvidence() {
  const { kept, ...form } = useLoaderData<typeof loader>()
  const { enrollment, step, reviewers } = form
  const { district } = useDistrict()
  const isSending = useNavigation().state === 'submitting'
  const reply = useReply(kept)
  const decider = anyOf(reviewers)
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            items={[
              { label: 'Pathways', href: paths.enrollments(district) },
              { label: enrollment.title, href: paths.enrollment(district, enrollment) },
            ]}
          />
        }
        title={step.title}
        lead={step.instructions ?? 'Show it in a file, behind a link or in your own words.'}
      />
      {form.rubric.length > 0 && (
        <div className="mb-8 max-w-line">
          <p className="font-semibold">A reviewer looks for</p>
          <ul className="mt-1 list-disc pl-5">
            {form.rubric.map((criterion) => (
              <li key={criterion}>{criterion}</li>
            ))}
          </ul>
        </div>
      )}
      <ShownAlready {...form} />
      <Form method="post" encType="multipart/form-data" noValidate className="max-w-form">
        <FormReply reply={reply}>
          <input type="hidden" name="step" value={step.stepKey} />
          <div className="space-y-6">
            <FileField
              name="files"
              label="Files"
              hint="Up to 3 files: PDF, PNG or JPEG, 25 MB each."
              optional
              multiple
              camera
              accept={ACCEPTED_FILES}
            />
            <TextField name="link" type="url" label="A link" optional placeholder="https://" />
            <TextAreaField
              name="text"
              label="In your own words"
              optional
              maxLength={MAX_EVIDENCE_LENGTH}
            />
            <CheckboxField
              name="mayShowStudents"
              label="It may show students"
              hint="Then only you and those who supervise your school can open it."
            />
          </div>
          <FormActions note={`The step is done once ${decider} has approved it.`}>
            <Button tone="primary" pending={isSending}>
              Send to {decider}
            </Button>
          </FormActions>
        </FormReply>
      </Form>
    </>
  )
}
