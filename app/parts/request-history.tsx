import type { ReactNode } from 'react'
import { REQUEST_KINDS, REQUEST_STATUSES } from '~/domain/pathways/request'
import type { OwnRequest } from '~/domain/pathways/requests.server'
import { useDistrict } from './district-context'
import { Day } from '~/ui/day-text'

/** What somebody asked for or was given on one pathway, and what became of it. */
export function RequestHistory(props: {
  requests: OwnRequest[]
  /** What can be done about one that waits. */
  action?: (request: OwnRequest) => ReactNode
}) {
  const { today } = useDistrict()
  return (
    <ul className="max-w-line divide-y divide-line border-y border-line">
      {props.requests.map((request) => (
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
          {request.status === 'waiting' && props.action?.(request)}
        </li>
      ))}
    </ul>
  )
}
