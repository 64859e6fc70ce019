import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { activityInput } from '~/domain/activities/inputs.server'
import { logActivity } from '~/domain/activities/sending.server'
import { openHome } from '~/domain/home/home.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { anyOf } from '~/domain/people/name'
import { useReply } from '~/parts/use-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { GoalsAhead } from './home/goals-ahead'
import { HoursThisYear } from './home/hours-this-year'
import { NextForYou } from './home/next-for-you'
import { PathwaysAhead } from './home/pathways-ahead'
import { QuickLog } from './home/quick-log'
import { RenewalsAhead } from './home/renewals-ahead'
import { stateOfThings } from './home/state-of-things'

export const meta: MetaFunction = () => [{ title: 'Home · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(openHome)
}

/** The quick log: logs and sends in one step. */
export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submit(args.request, activityInput, async (input) => {
    const { reviewers } = await member.write(logActivity, input)
    return redirectWithNotice(
      paths.home(member.district),
      `Logged, and sent to ${anyOf(reviewers)}.`,
    )
  })
}

export default function Home() {
  const home = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply()
  return (
    <>
      <PageHeader
        title={`Hello, ${home.name.split(' ')[0]}`}
        lead={stateOfThings(home)}
        action={
          home.can.learn && (
            <ButtonLink href={paths.newActivity(district)} tone="primary" icon="plus">
              Log an activity
            </ButtonLink>
          )
        }
      />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          <NextForYou home={home} />
          {home.can.learn && <HoursThisYear home={home} />}
          <RenewalsAhead renewals={home.renewals} />
        </div>
        <div className="min-w-0">
          {home.can.learn && <QuickLog home={home} reply={reply} />}
          <PathwaysAhead pathways={home.pathways} />
          {home.can.learn && <GoalsAhead goals={home.goals} />}
        </div>
      </div>
    </>
  )
}
