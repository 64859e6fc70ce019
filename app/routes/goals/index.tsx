import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOwnClosedGoals, listOwnOpenGoals } from '~/domain/goals/queries.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { Disclosure } from '~/ui/disclosure'
import { EmptyState } from '~/ui/empty-state'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { Section } from '~/ui/section'
import { ClosedGoals } from './closed-goals'
import { OpenGoals } from './open-goals'

export const meta: MetaFunction = () => [{ title: 'Goals · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const page = queryOf(args.request).page()
  const [open, closed] = await Promise.all([
    member.read(listOwnOpenGoals),
    member.read(listOwnClosedGoals, page),
  ])
  return { open, closed }
}

export default function Goals() {
  const { open, closed } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const url = useListUrl()
  const set = (
    <ButtonLink href={paths.newGoal(district)} tone="primary" icon="plus">
      Set a goal
    </ButtonLink>
  )
  if (open.length === 0 && closed.total === 0) {
    return (
      <>
        <PageHeader title="Goals" />
        <EmptyState title="No goal yet" icon="goal" action={set}>
          Where are you now, where do you want to be, and by when? A goal answers these three. Check
          in on it from time to time; at the end you say how it went.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title="Goals" action={set} />
      <Section title="Open" lead={open.length > 1 ? 'The nearest day comes first.' : undefined}>
        {open.length > 0 ? (
          <OpenGoals goals={open} />
        ) : (
          <p className="text-ink-quiet">No goal is open. What would you like to reach next?</p>
        )}
      </Section>
      {closed.total > 0 && (
        <Disclosure
          summary="Closed"
          note={counted(closed.total, 'goal', 'goals')}
          rememberAs="closed-goals"
          open={closed.page > 1 || open.length === 0 || undefined}
        >
          <ClosedGoals goals={closed.rows} />
          <Pagination
            page={closed.page}
            pageCount={closed.pages}
            href={(page) => url({ page }, 'keep page')}
          />
        </Disclosure>
      )}
    </>
  )
}
