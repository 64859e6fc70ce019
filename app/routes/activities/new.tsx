import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openNewForm } from '~/domain/activities/form.server'
import { newDraftId } from '~/domain/activities/drafting.server'
import { previewClaim } from '~/domain/renewal/preview.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { EvidenceRemovalForms } from '~/parts/evidence-list'
import { useReply } from '~/parts/use-reply'
import { PageHeader } from '~/ui/page-header'
import { ActivityForm } from './activity-form'
import { saveActivity } from './activity-page.server'

export const meta: MetaFunction = () => [{ title: 'Log an activity · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = new URL(args.request.url).searchParams
  const id = query.get('id')
  if (!id) {
    query.set('id', newDraftId())
    throw redirect(`${paths.newActivity(member.district)}?${query}`)
  }
  const form = await member.read(openNewForm, id)
  if (!form) throw redirect(paths.activity(member.district, id))
  return {
    ...form,
    id,
    preview: form.activity ? await member.read(previewClaim, 'activity', id) : null,
    asked: {
      title: query.get('title') ?? undefined,
      startedOn: query.get('startedOn') ?? undefined,
      competencies: query.getAll('competency'),
    },
    kept: await takeKeptForm(args),
  }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return saveActivity(args, member)
}

export default function NewActivity() {
  const { id, activity, asked, kept, ...form } = useLoaderData<typeof loader>()
  const reply = useReply(kept)
  return (
    <>
      <PageHeader
        title="Log an activity"
        lead="Four answers are enough. Everything is kept as a draft while you type."
      />
      <ActivityForm
        key={id}
        id={id}
        version={activity?.version ?? 0}
        values={activity ?? asked}
        reply={reply}
        {...form}
      />
      <EvidenceRemovalForms evidence={form.evidence} />
    </>
  )
}
