import { Form } from '@remix-run/react'
import { REQUEST_KINDS } from '~/domain/pathways/request'
import type { RequestList } from '~/domain/pathways/requests.server'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { Day } from '~/ui/day-text'
import { TextField } from '~/ui/field'

/** What somebody asks for, with the decision on it. */
export function RequestItem(props: { request: RequestList['rows'][number]; isWaiting: boolean }) {
  const { request, isWaiting } = props
  const { today } = useDistrict()
  return (
    <li className="space-y-2 py-4">
      <p>
        <strong>{request.name}</strong>
        {request.workplace && ` of ${request.workplace}`} asked on{' '}
        <Day value={request.askedOn} today={today} /> about {request.pathway}
        {request.dueOn && (
          <>
            , due <Day value={request.dueOn} today={today} />
          </>
        )}
        .
      </p>
      <p>
        {REQUEST_KINDS[request.kind].name}
        {request.until && (
          <>
            {' '}
            until <Day value={request.until} today={today} />
          </>
        )}
        : “{request.reason}”
      </p>
      {request.decidedBy && (
        <p className="text-sm text-ink-quiet">
          Decided by {request.decidedBy}
          {request.answer && `: “${request.answer}”`}
        </p>
      )}
      {isWaiting && !request.isOwn && (
        <Form method="post" className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="request" value={request.id} />
          <TextField
            id={`answer-${request.id}`}
            name="answer"
            label="Answer"
            hint="They read it. Whoever is refused needs one."
            optional
          />
          <Button tone="primary" name="decision" value="approved">
            Grant
          </Button>
          <Button name="decision" value="denied">
            Refuse
          </Button>
        </Form>
      )}
    </li>
  )
}
