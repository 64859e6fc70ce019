import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { goalInput } from '~/domain/goals/inputs.server'
import { openNewGoal, setGoal } from '~/domain/goals/setting.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { PageHeader } from '~/ui/page-header'
import { GoalForm } from './goal-form'

export const meta: MetaFunction = () => [{ title: 'Set a goal · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return { ...(await member.read(openNewGoal)), kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submit(args.request, goalInput, async (input) => {
    const goal = await member.write(setGoal, input)
    return redirectWithNotice(paths.goal(member.district, goal), 'Goal set.')
  })
}

export default function NewGoal() {
  const { id, priorities, kept } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply(kept)
  return (
    <>
      <PageHeader
        title="Set a goal"
        lead="Where you are, where you want to be, and by when. Your principal can see it; nobody rates it."
      />
      <GoalForm
        id={id}
        version={0}
        values={{}}
        priorities={priorities}
        reply={reply}
        backTo={paths.goals(district)}
        action="Set the goal"
      />
    </>
  )
}
