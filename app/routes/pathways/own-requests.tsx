import { Form } from '@remix-run/react'
import { REQUEST_KINDS, REQUEST_STATUSES } from '~/domain/pathways/request'
import type { OwnRequest } from '~/domain/pathways/requests.server'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { Day } from '~/ui/day-text'

/** What somebody asked for on one pathway, and what became of it. */
export function OwnRequests({ requests }: { requests: OwnRequest[] }) {
  const { today } = useDistrict()
  return (
    <ul className="max-w-line divide-y divide-line border-y border-line">
      {requests.map((request) => (
        <li key={request.id} className="space-y-1 py-3">
          <p className="font-medium">
            {REQUEST_KINDS[request.kind].name}
            {request.until && (
              <>
                {' '}
                until <Day value={request.until} today={today} />
              </>
            )}
          </p>
          <p>“{request.reason}”</p>
          <p className="text-sm text-ink-quiet">
            {REQUEST_STATUSES[request.status]}
            {request.status === 'waiting' && (
              <>
                {' '}
                since <Day value={request.askedOn} today={today} />
              </>
            )}
            {request.decidedBy && request.decidedOn && (
              <>
                {' '}
                by {request.decidedBy} on <Day value={request.decidedOn} today={today} />
              </>
            )}
            {request.answer && <>: “{request.answer}”</>}
          </p>
          {request.status === 'waiting' && (
            <Form method="post">
              <input type="hidden" name="request" value={request.id} />
              <Button tone="quiet" size="small">
                Take it back
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
