import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Outlet, useLoaderData, useParams } from '@remix-run/react'
import { decide } from '~/domain/approvals/deciding.server'
import { decisionInput } from '~/domain/approvals/inputs.server'
import { listWaiting } from '~/domain/approvals/waiting.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { FormReply } from '~/ui/form-reply'
import { TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { keptQueryOf, useKeptQuery } from './kept-query'
import { QueueFilter } from './queue-filter'
import { QueueItem } from './queue-item'

export const meta: MetaFunction = () => [{ title: 'Approvals · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  return member.read(listWaiting, {
    organizationId: query.id('organization'),
    all: query.oneOf('whose', ['all']) !== undefined,
    page: query.page(),
  })
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submit(args.request, decisionInput, async (input) => {
    const decided = await member.write(decide, input)
    return redirectWithNotice(
      paths.approvals(member.district) + keptQueryOf(args.request),
      `${counted(decided.length, 'submission', 'submissions')} approved.`,
    )
  })
}

export default function Queue() {
  const list = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const { submission } = useParams()
  const url = useListUrl()
  const kept = useKeptQuery()
  const reply = useReply()
  const narrowing = <QueueFilter list={list} />
  if (list.total === 0 && !submission) {
    return (
      <>
        <PageHeader title="Approvals">{narrowing}</PageHeader>
        {list.organizationId ? (
          <EmptyState
            title="Nothing waits there"
            icon="filter"
            action={<TextLink href={url({ organization: null })}>Show all schools</TextLink>}
          >
            Nothing from this school waits for {list.all ? 'a' : 'your'} decision now.
          </EmptyState>
        ) : (
          <EmptyState title="Nothing waits for you" icon="approvals">
            When somebody of your staff sends an activity, a finished course or a badge, it comes
            here, oldest first, with the day by which to decide.
          </EmptyState>
        )}
      </>
    )
  }
  return (
    <>
      <div className={submission ? 'max-lg:sr-only' : ''}>
        <PageHeader
          title="Approvals"
          lead={`${counted(list.total, 'waits', 'wait')} for ${list.all ? 'a' : 'your'} decision, oldest first.`}
        >
          {narrowing}
        </PageHeader>
      </div>
      <div className="gap-8 lg:grid lg:grid-cols-[22rem_minmax(0,1fr)]">
        <Form
          method="post"
          action={paths.approvals(district) + kept}
          className={submission ? 'max-lg:hidden' : ''}
        >
          <FormReply reply={submission ? null : reply}>
            <ul className="divide-y divide-line border-y border-line">
              {list.rows.map((row) => (
                <QueueItem key={row.id} row={row} isCurrent={row.id === submission} />
              ))}
            </ul>
            <div className="mt-4 flex flex-wrap items-center gap-3">
              <Button name="decision" value="approved" icon="check">
                Approve the chosen
              </Button>
            </div>
          </FormReply>
          <Pagination
            page={list.page}
            pageCount={list.pages}
            href={(page) => url({ page }, 'keep page')}
          />
        </Form>
        <div className="min-w-0 lg:sticky lg:top-6 lg:self-start">
          <Outlet />
        </div>
      </div>
    </>
  )
}
