import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOwnTrainings } from '~/domain/mandates/queries.server'
import { requireMember } from '~/http/member.server'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { EmptyState } from '~/ui/empty-state'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { OpenTraining } from './open-training'
import { PastTurns } from './past-turns'

export const meta: MetaFunction = () => [{ title: 'Required training · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(listOwnTrainings)
}

export default function Training() {
  const { open, past, names } = useLoaderData<typeof loader>()
  const { today } = useDistrict()
  const now = open.filter(({ opensOn }) => opensOn <= today)
  const ahead = open.filter(({ opensOn }) => opensOn > today)
  if (open.length === 0 && past.length === 0) {
    return (
      <>
        <PageHeader title="Required training" />
        <EmptyState title="Nothing is required of you" icon="completion">
          What your state or your district requires again and again stands here, with the day by
          which you have to take it, why, and every time you took it. It does not count toward your
          license by itself.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title="Required training" lead={stateOfThings(now, today)} />
      {now.length > 0 && (
        <Section title="To take">
          <ul className="space-y-5">
            {now.map((turn) => (
              <li key={turn.id}>
                <OpenTraining turn={turn} names={names} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {ahead.length > 0 && (
        <Section title="Nothing to do yet">
          <ul className="space-y-5">
            {ahead.map((turn) => (
              <li key={turn.id}>
                <OpenTraining turn={turn} names={names} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {past.length > 0 && (
        <Section title="Every time before">
          <div className="space-y-8">
            {past.map((group) => (
              <PastTurns key={group.mandateId} title={group.title} turns={group.turns} />
            ))}
          </div>
        </Section>
      )}
    </>
  )
}

function stateOfThings(now: { lateOn: string }[], today: string) {
  const overdue = now.filter(({ lateOn }) => lateOn <= today).length
  if (overdue > 0) return `${counted(overdue, 'training is', 'trainings are')} overdue.`
  if (now.length > 0) return `${counted(now.length, 'training waits', 'trainings wait')} for you.`
  return 'You have taken all that is asked of you now.'
}
