import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { editTopic } from '~/domain/mandates/building.server'
import { openTopic } from '~/domain/mandates/form.server'
import { topicInput } from '~/domain/mandates/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { choicesFor } from '~/http/ask-choices.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { MandateTrail } from './mandate-trail'
import { TopicForm } from './topic-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.topic.title ?? 'Topic'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const [id, topicId] = [idOf(args.params.mandate), idOf(args.params.topic)]
  return { ...(await member.read(openTopic, id, topicId)), choices: await choicesFor(member, '') }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.mandate)
  return submit(args.request, topicInput, async (input) => {
    await member.write(editTopic, id, idOf(args.params.topic), input)
    return redirectWithNotice(paths.mandate(member.district, id), 'The topic is saved.')
  })
}

export default function EditTopic() {
  const { mandate, topic, kind, asked, choices } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply()
  return (
    <>
      <PageHeader
        trail={<MandateTrail mandate={mandate} />}
        title={topic.title}
        lead="Who has been asked for it and has not met it is asked for it as it is now."
      />
      <TopicForm kind={kind} choices={choices} topic={topic} reply={reply} />
      {asked === 0 && (
        <div className="mt-12">
          <Section title="Take it out" lead="Nobody has been asked for it yet.">
            <Form method="post" action={paths.mandateTopicRemoval(district, mandate, topic)}>
              <Button tone="danger">Remove the topic</Button>
            </Form>
          </Section>
        </div>
      )}
    </>
  )
}
