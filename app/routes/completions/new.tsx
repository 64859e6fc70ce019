import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openNewForm } from '~/domain/completions/form.server'
import { completionInput } from '~/domain/completions/inputs.server'
import { recordCompletion } from '~/domain/completions/recording.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submitWithFiles } from '~/http/form-with-files.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { anyOf } from '~/domain/people/name'
import { useReply } from '~/parts/use-reply'
import { PageHeader } from '~/ui/page-header'
import { CompletionForm } from './completion-form'

export const meta: MetaFunction = () => [{ title: 'Record a course · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const form = await member.read(openNewForm)
  const asked = form.courses.find(({ id }) => id === queryOf(args.request).id('course'))
  return { ...form, asked: asked ?? null, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submitWithFiles(args, member, completionInput, async (input, { files, discard }) => {
    const { id, reviewers, isNew } = await member.write(recordCompletion, input, files)
    if (!isNew) await discard()
    return redirectWithNotice(
      paths.completion(member.district, id),
      `Recorded and sent to ${anyOf(reviewers)}.`,
    )
  })
}

export default function NewCompletion() {
  const { asked, kept, id, ...form } = useLoaderData<typeof loader>()
  const reply = useReply(kept)
  return (
    <>
      <PageHeader
        title="Record a course"
        lead="One that you have finished, from the district’s catalog or from anywhere else."
      />
      <CompletionForm
        id={id}
        version={0}
        values={
          asked
            ? {
                courseId: asked.id,
                title: asked.title,
                provider: asked.provider,
                minutes: asked.minutes ?? undefined,
              }
            : {}
        }
        reply={reply}
        {...form}
      />
    </>
  )
}
