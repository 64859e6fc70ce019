import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { answerInput } from '~/domain/pathways/inputs.server'
import { REQUEST_STATUSES } from '~/domain/pathways/request'
import { decideRequest } from '~/domain/pathways/requesting.server'
import { listRequests } from '~/domain/pathways/requests.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useListUrl } from '~/parts/list-url'
import { useReply } from '~/parts/use-reply'
import { EmptyState } from '~/ui/empty-state'
import { FormReply } from '~/ui/form-reply'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { Tabs } from '~/ui/tabs'
import { PathwayTrail } from '../pathway-trail'
import { RequestItem } from './request-item'

export const meta: MetaFunction = () => [{ title: 'Requests about pathways · Cairn' }]

const SHOWN = ['waiting', 'approved', 'denied'] as const

const TABS = { ...REQUEST_STATUSES, waiting: 'Waiting for us' }

const NONE = {
  waiting: 'Nobody waits for a decision',
  approved: 'Nothing was granted yet',
  denied: 'Nothing was refused yet',
}

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const status = query.oneOf('status', SHOWN) ?? 'waiting'
  return { status, requests: await member.read(listRequests, { status, page: query.page() }) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submit(args.request, answerInput, async ({ request, ...answer }) => {
    await member.write(decideRequest, request, answer)
    return redirectWithNotice(
      paths.pathwayRequests(member.district),
      answer.decision === 'approved' ? 'Granted.' : 'Refused; they see why.',
    )
  })
}

export default function Requests() {
  const { status, requests } = useLoaderData<typeof loader>()
  const reply = useReply()
  const url = useListUrl()
  return (
    <>
      <PageHeader
        trail={<PathwayTrail />}
        title="Requests about pathways"
        lead="More time, or to be let off. Who has asked longest stands first."
      />
      <Tabs
        label="Requests"
        items={SHOWN.map((each) => ({
          label: TABS[each],
          current: each === status,
          href: url({ status: each }),
        }))}
      />
      <div className="mt-6">
        <FormReply reply={reply}>
          {requests.total === 0 ? (
            <EmptyState title={NONE[status]} icon="pathway">
              Educators ask for more time on the page of a pathway; what they ask stands here until
              somebody decides.
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line border-y border-line">
              {requests.rows.map((request) => (
                <RequestItem key={request.id} request={request} isWaiting={status === 'waiting'} />
              ))}
            </ul>
          )}
        </FormReply>
        <Pagination
          page={requests.page}
          pageCount={requests.pages}
          href={(page) => url({ page }, 'keep page')}
        />
      </div>
    </>
  )
}
