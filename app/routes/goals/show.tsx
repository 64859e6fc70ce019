import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { competencyName, FRAMEWORK } from '~/domain/frameworks/competency'
import { GOAL_KINDS } from '~/domain/goals/goal'
import { getGoal, type GoalPage } from '~/domain/goals/queries.server'
import { listPlacesCounted } from '~/domain/counted/places.server'
import { countedAsItIs } from '~/domain/counted/row'
import { priorityName } from '~/domain/priorities/priority'
import { noteView } from '~/domain/record/opening.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { CountsToward } from '~/parts/counts-toward'
import { useDistrict } from '~/parts/district-context'
import { EvidenceList, EvidenceRemovalForms } from '~/parts/evidence-list'
import { SubjectTrail } from '~/parts/subject-trail'
import { Button } from '~/ui/button'
import { Day } from '~/ui/day-text'
import { Facts } from '~/ui/facts'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { FromToBy } from './from-to-by'
import { GoalStatusWord } from './goal-status'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Goal'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const goal = await member.read(getGoal, idOf(args.params.goal))
  if (!goal.isOwn) await member.write(noteView, goal.memberId, 'goal')
  const counted = await member.read(listPlacesCounted, countedAsItIs('goal', goal))
  return { ...goal, counted }
}

export default function ShowGoal() {
  const goal = useLoaderData<typeof loader>()
  const { can, isOwn, evidence, checkIns } = goal
  const { district, today } = useDistrict()
  return (
    <>
      <PageHeader
        trail={
          <SubjectTrail isOwn={isOwn} list={{ label: 'Goals', href: paths.goals(district) }} />
        }
        title={goal.title}
        lead={isOwn ? undefined : goal.owner}
        action={
          can.edit && (
            <ButtonLink href={paths.goalCheckIns(district, goal)} tone="primary" icon="plus">
              Check in
            </ButtonLink>
          )
        }
      >
        <div className="mb-3 text-lg">
          <FromToBy {...goal} />
        </div>
        <GoalStatusWord {...goal} />
        {goal.outcome && <p className="mt-3 max-w-line whitespace-pre-line">{goal.outcome}</p>}
        {can.reopen && (
          <Form method="post" action={paths.goalReopening(district, goal)} className="mt-3">
            <Button size="small" icon="return">
              It was closed by mistake: reopen it
            </Button>
          </Form>
        )}
      </PageHeader>

      <Section
        title="The goal"
        action={
          can.edit && (
            <span className="flex gap-4">
              <TextLink href={paths.editGoal(district, goal)}>Change it</TextLink>
              <TextLink href={paths.goalOutcome(district, goal)}>Close it</TextLink>
            </span>
          )
        }
      >
        <Facts items={factsOf(goal)} />
        {goal.competency && (
          <p className="mt-2 max-w-line text-sm text-ink-quiet">
            {FRAMEWORK.title}: {FRAMEWORK.attribution}
          </p>
        )}
      </Section>
      <CountsToward places={goal.counted} />
      <Section title="Check-ins">
        {checkIns.length > 0 ? (
          <ol className="space-y-4 border-l border-line pl-5">
            {checkIns.map(({ id, note, checkedOn }) => (
              <li key={id}>
                <p className="text-sm text-ink-quiet">
                  <Day value={checkedOn} today={today} />
                </p>
                <p className="max-w-line whitespace-pre-line">{note}</p>
              </li>
            ))}
          </ol>
        ) : (
          <p className="text-ink-quiet">
            {can.edit ? 'None yet. A sentence now and then makes the end easy to write.' : 'None.'}
          </p>
        )}
      </Section>
      {evidence.length > 0 && (
        <Section title="Evidence">
          <EvidenceList evidence={evidence} removable={can.edit} />
          {can.edit && <EvidenceRemovalForms evidence={evidence} />}
        </Section>
      )}
    </>
  )
}

const factsOf = (goal: GoalPage) => [
  { term: 'For', value: GOAL_KINDS[goal.kind] },
  ...(goal.priority ? [{ term: 'Priority', value: priorityName(goal.priority) }] : []),
  ...(goal.competency ? [{ term: 'Competency', value: competencyName(goal.competency) }] : []),
  ...(goal.measure ? [{ term: 'Measured by', value: goal.measure }] : []),
  { term: 'Set', value: <Day value={goal.setOn} /> },
  ...(goal.closedOn ? [{ term: 'Closed', value: <Day value={goal.closedOn} /> }] : []),
  { term: 'School', value: goal.organization },
]
