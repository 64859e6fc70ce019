import { Form } from '@remix-run/react'
import type { getAssignment } from '~/domain/pathways/assignments.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { useLookAgain } from '~/parts/use-look-again'
import { Button } from '~/ui/button'
import { ButtonLink, TextLink } from '~/ui/link'
import { Progress } from '~/ui/progress'

type Page = Pick<
  Awaited<ReturnType<typeof getAssignment>>,
  'assignment' | 'undoable' | 'requestsWaiting' | 'can'
>

const UNDO = {
  made: 'Undo the assignment',
  edited: 'Undo the last change',
  ended: 'Undo the ending',
}

/** What can be done with an assignment, and how far enrolling is while it goes on. */
export function AssignmentActions({ assignment, undoable, requestsWaiting, can }: Page) {
  const { district } = useDistrict()
  return (
    <div className="mb-10 space-y-4">
      {assignment.isEnrolling && <Enrolling assignment={assignment} />}
      {requestsWaiting > 0 && (
        <p>
          <TextLink href={paths.pathwayRequests(district)} strong>
            {counted(requestsWaiting, 'request waits', 'requests wait')}
          </TextLink>{' '}
          for a decision: more time, or to be let off.
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {can.end && (
          <>
            <ButtonLink href={paths.assignmentEdit(district, assignment)}>Change it</ButtonLink>
            <ButtonLink href={paths.assignmentEnding(district, assignment)}>End it</ButtonLink>
          </>
        )}
        {can.undo && undoable && (
          <Form method="post" action={paths.assignmentUndoing(district, assignment)}>
            <Button tone="quiet">{UNDO[undoable]}</Button>
          </Form>
        )}
      </div>
    </div>
  )
}

function Enrolling({ assignment }: Pick<Page, 'assignment'>) {
  useLookAgain()
  const [reached, size] = [assignment.reached ?? 0, assignment.audienceSize ?? 0]
  return (
    <div role="status" className="max-w-form">
      <Progress
        label="Enrolling"
        value={Math.min(reached, size)}
        max={Math.max(size, 1)}
        words={`${reached.toLocaleString('en-US')} of ${size.toLocaleString('en-US')} people`}
      />
    </div>
  )
}
