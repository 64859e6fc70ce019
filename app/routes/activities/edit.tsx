import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { openExistingForm } from '~/domain/activities/form.server'
import { listHistory } from '~/domain/reviews/history.server'
import { previewClaim } from '~/domain/renewal/preview.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { idOf } from '~/http/params.server'
import { useDistrict } from '~/parts/district-context'
import { EvidenceRemovalForms } from '~/parts/evidence-list'
import { QuestionAsked } from '~/parts/question-asked'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { PageHeader } from '~/ui/page-header'
import { ActivityForm } from './activity-form'
import { saveActivity } from './activity-page.server'

export const meta: MetaFunction = () => [{ title: 'Edit an activity · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const activityId = idOf(args.params.activity)
  const form = await member.read(openExistingForm, activityId)
  const history = await member.read(listHistory, { activityId })
  const preview = await member.read(previewClaim, 'activity', activityId)
  return { ...form, history, preview, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  await member.read(openExistingForm, idOf(args.params.activity))
  return saveActivity(args, member)
}

export default function EditActivity() {
  const { activity, history, kept, ...form } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply(kept)
  return (
    <>
      <PageHeader
        title={activity.title || 'An activity without a title yet'}
        lead={
          activity.status === 'returned'
            ? 'It came back with a question. Change what is needed and send it again.'
            : 'This is a draft; only you see it.'
        }
      />
      <QuestionAsked history={history} />
      <ActivityForm
        key={activity.id}
        id={activity.id}
        version={activity.version}
        values={activity}
        reply={reply}
        {...form}
      />
      {activity.status === 'draft' && (
        <Form
          method="post"
          action={paths.activityDeletion(district, activity)}
          className="mt-10 max-w-form border-t border-line pt-4"
        >
          <Button tone="danger" size="small" icon="trash">
            Delete this draft
          </Button>
        </Form>
      )}
      <EvidenceRemovalForms evidence={form.evidence} />
    </>
  )
}
