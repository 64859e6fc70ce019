import { Form } from '@remix-run/react'
import type { OpenSession } from '~/http/auth.server'
import { paths } from '~/http/paths'
import { Button } from '~/ui/button'
import { Status } from '~/ui/status'
import { Table } from '~/ui/table'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { agoWords } from './ago'

/** The browsers somebody is signed in with, each with a way to end it. */
export function SessionList({ sessions, now }: { sessions: OpenSession[]; now: Date }) {
  return (
    <Table
      caption="Browsers you are signed in with"
      captionHidden
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        { key: 'device', head: 'Browser', rowHead: true, cell: ({ device }) => device },
        {
          key: 'used',
          head: 'Last used',
          cell: (session) =>
            session.isThisOne ? (
              <Status tone="good">This browser</Status>
            ) : (
              <Ago at={session.lastUsedAt} now={now} />
            ),
        },
        {
          key: 'since',
          head: 'Signed in',
          cell: ({ startedAt }) => <Ago at={startedAt} now={now} />,
        },
        {
          key: 'end',
          head: 'End it',
          headHidden: true,
          cell: ({ id, device, isThisOne }) =>
            isThisOne ? null : (
              <Form method="post" action={paths.accountSessions()}>
                <input type="hidden" name="session" value={id} />
                <Button size="small">
                  Sign out<VisuallyHidden> {device}</VisuallyHidden>
                </Button>
              </Form>
            ),
        },
      ]}
    />
  )
}

function Ago({ at, now }: { at: Date; now: Date }) {
  return (
    <time dateTime={at.toISOString()} title={at.toUTCString()}>
      {agoWords(at, now)}
    </time>
  )
}
