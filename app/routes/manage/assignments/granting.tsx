import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requestInput } from '~/domain/pathways/inputs.server'
import { grantAtOnce } from '~/domain/pathways/requesting.server'
import { openGranting } from '~/domain/pathways/requests.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { RequestHistory } from '~/parts/request-history'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Day } from '~/ui/day-text'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { GrantingForm } from './granting-form'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `More time for ${data?.enrollment.name ?? 'somebody'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(openGranting, idOf(args.params.enrollment))
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.enrollment)
  return submit(args.request, requestInput, async (input) => {
    const { enrollment } = await member.read(openGranting, id)
    await member.write(grantAtOnce, id, input)
    return redirectWithNotice(
      peopleOf(member.district, enrollment),
      input.kind === 'waiver'
        ? `${enrollment.name} is let off, and sees why.`
        : `${enrollment.name} has more time, and sees why.`,
    )
  })
}

/** The page on which everybody stands who has the pathway for the same reason. */
const peopleOf = (
  district: { slug: string },
  { assignmentId, pathwayId }: { assignmentId: string | null; pathwayId: string },
) =>
  assignmentId
    ? paths.assignment(district, assignmentId)
    : paths.pathwayProgress(district, pathwayId)

export default function GrantAtOnce() {
  const { enrollment, isOwn, requests } = useLoaderData<typeof loader>()
  const { district, today } = useDistrict()
  const reply = useReply()
  const back = peopleOf(district, enrollment)
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            items={[
              { label: 'Pathways', href: paths.managedPathways(district) },
              {
                label: enrollment.title,
                href: paths.managedPathway(district, enrollment.pathwayId),
              },
              { label: enrollment.assignmentId ? 'Assignment' : 'Progress', href: back },
            ]}
          />
        }
        title={`More time for ${enrollment.name}`}
        lead={
          enrollment.dueOn ? (
            <>
              “{enrollment.title}” is due <Day value={enrollment.dueOn} today={today} />. Give more
              time, or let them off; they see why.
            </>
          ) : (
            `“${enrollment.title}” has no due date. They can be let off; they see why.`
          )
        }
      />
      {isOwn ? (
        <Notice title="Somebody else decides on your own pathways.">
          Ask for more time on the page of the pathway, under My learning.
        </Notice>
      ) : (
        <GrantingForm dueOn={enrollment.dueOn} reply={reply} backTo={back} />
      )}
      {requests.length > 0 && (
        <div className="mt-12">
          <Section title="Asked and granted before">
            <RequestHistory requests={requests} />
          </Section>
        </div>
      )}
    </>
  )
}
