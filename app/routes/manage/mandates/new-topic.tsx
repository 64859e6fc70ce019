import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addTopic } from '~/domain/mandates/building.server'
import { openMandate } from '~/domain/mandates/form.server'
import { topicInput } from '~/domain/mandates/inputs.server'
import { TOPIC_KINDS } from '~/domain/mandates/mandate'
import { STEP_KINDS } from '~/domain/pathways/step-kinds'
import { redirectWithNotice } from '~/http/flash.server'
import { choicesFor } from '~/http/ask-choices.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf, queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useReply } from '~/parts/use-reply'
import { PageHeader } from '~/ui/page-header'
import { Tabs } from '~/ui/tabs'
import { MandateTrail } from './mandate-trail'
import { TopicForm } from './topic-form'

export const meta: MetaFunction = () => [{ title: 'Add a topic · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const { mandate } = await member.read(openMandate, idOf(args.params.mandate))
  const kind = queryOf(args.request).oneOf('kind', TOPIC_KINDS) ?? 'course'
  return { mandate, kind, choices: await choicesFor(member, '') }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.mandate)
  return submit(args.request, topicInput, async (input) => {
    await member.write(addTopic, id, input)
    return redirectWithNotice(paths.mandate(member.district, id), 'The topic is added.')
  })
}

export default function NewTopic() {
  const { mandate, kind, choices } = useLoaderData<typeof loader>()
  const reply = useReply()
  return (
    <>
      <PageHeader
        trail={<MandateTrail mandate={mandate} />}
        title="What is to be taken?"
        lead="One topic is asked for each time. Where there are several, they take turns: one this time, the next one the next time."
      />
      <div className="mb-8">
        <Tabs
          label="Met by"
          items={TOPIC_KINDS.map((each) => ({
            label: STEP_KINDS[each].name,
            current: each === kind,
            href: `?kind=${each}`,
          }))}
        />
      </div>
      <TopicForm kind={kind} choices={choices} reply={reply} />
    </>
  )
}
