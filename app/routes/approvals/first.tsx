import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findOldest, showSubmission } from '~/domain/approvals/showing.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { SubmissionPanel } from './submission-panel'

/** Beside the list on a wide screen: the oldest one, so that deciding can begin at once. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const id = await member.read(findOldest, queryOf(args.request).id('organization'))
  return id === null ? null : member.read(showSubmission, id)
}

export default function First() {
  const shown = useLoaderData<typeof loader>()
  return (
    shown && (
      <div className="max-lg:hidden">
        <SubmissionPanel {...shown} reply={null} />
      </div>
    )
  )
}
