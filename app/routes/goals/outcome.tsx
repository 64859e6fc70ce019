import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { closeGoal } from '~/domain/goals/following.server'
import { GOAL_OUTCOMES, GOAL_STATUSES, OUTCOME_HINTS } from '~/domain/goals/goal'
import { outcomeInput } from '~/domain/goals/inputs.server'
import { openGoalForm } from '~/domain/goals/setting.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { RadioGroupField } from '~/ui/choice-field'
import { TextAreaField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { FromToBy } from './from-to-by'

export const meta: MetaFunction = () => [{ title: 'Close a goal · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const goal = await member.read(openGoalForm, idOf(args.params.goal))
  return { goal, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.goal)
  return submit(args.request, outcomeInput, async (input) => {
    await member.write(closeGoal, id, input)
    return redirectWithNotice(
      paths.goal(member.district, id),
      'Goal closed. Until midnight you can reopen it.',
    )
  })
}

export default function Outcome() {
  const { goal, kept } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const isSaving = useNavigation().state === 'submitting'
  const reply = useReply(kept)
  return (
    <>
      <PageHeader title="How did it end?" lead={goal.title}>
        <FromToBy {...goal} />
      </PageHeader>
      <Form method="post" noValidate className="max-w-form">
        <FormReply reply={reply}>
          <div className="space-y-6">
            <RadioGroupField
              name="status"
              label="Did you reach it?"
              layout="large"
              required
              choices={GOAL_OUTCOMES.map((status) => ({
                value: status,
                label: GOAL_STATUSES[status],
                hint: OUTCOME_HINTS[status],
              }))}
            />
            <TextAreaField
              name="outcome"
              label="Say it in a sentence"
              hint="What is true now, and what you take from it."
              required
            />
          </div>
          <FormActions>
            <Button tone="primary" pending={isSaving}>
              Close the goal
            </Button>
            <ButtonLink href={paths.goal(district, goal)} tone="quiet">
              Leave it open
            </ButtonLink>
          </FormActions>
        </FormReply>
      </Form>
    </>
  )
}
