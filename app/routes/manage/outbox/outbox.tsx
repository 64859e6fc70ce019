import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOutbox } from '~/domain/mail/outbox.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { useListUrl } from '~/parts/list-url'
import { counted } from '~/parts/people-words'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Pagination } from '~/ui/pagination'
import { Letter } from './letter'

export const meta: MetaFunction = () => [{ title: 'Outbox · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const letters = await member.read(listOutbox, queryOf(args.request).page())
  return { letters, sendsMail: args.context.environment.smtpUrl !== undefined }
}

export default function Outbox() {
  const { letters, sendsMail } = useLoaderData<typeof loader>()
  const url = useListUrl()
  return (
    <>
      <PageHeader
        title="Outbox"
        lead={
          letters.total > 0
            ? `${counted(letters.total, 'letter', 'letters')}, newest first.`
            : undefined
        }
      />
      {!sendsMail && (
        <div className="mb-6">
          <Notice tone="warn" title="This server sends no mail.">
            Letters wait here. Hand the links of invitations over yourself, or ask whoever runs the
            server to set up a mail server.
          </Notice>
        </div>
      )}
      {letters.total === 0 ? (
        <EmptyState title="No letters yet" icon="mail">
          Invitations and other letters that Cairn writes for the district are shown here, with
          whether they were sent.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {letters.rows.map((letter) => (
            <Letter key={letter.id} letter={letter} />
          ))}
        </ul>
      )}
      <Pagination
        page={letters.page}
        pageCount={letters.pages}
        href={(page) => url({ page }, 'keep page')}
      />
    </>
  )
}
