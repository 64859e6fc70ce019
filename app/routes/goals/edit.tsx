import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { goalInput } from '~/domain/goals/inputs.server'
import { editGoal, openGoalForm } from '~/domain/goals/setting.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { PageHeader } from '~/ui/page-header'
import { GoalForm } from './goal-form'

export const meta: MetaFunction = () => [{ title: 'Change a goal · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const goal = await member.read(openGoalForm, idOf(args.params.goal))
  return { goal, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.goal)
  return submit(args.request, goalInput, async (input) => {
    await member.write(editGoal, { ...input, id })
    return redirectWithNotice(paths.goal(member.district, id), 'Goal changed.')
  })
}

export default function EditGoal() {
  const { goal, kept } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply(kept)
  return (
    <>
      <PageHeader title="Change the goal" lead={goal.title} />
      <GoalForm
        key={goal.id}
        id={goal.id}
        version={goal.version}
        values={goal}
        priorities={goal.priorities}
        reply={reply}
        backTo={paths.goal(district, goal)}
        action="Save"
      />
    </>
  )
}
