import { Form } from '@remix-run/react'
import type { EnrollmentPage, EnrollmentStep } from '~/domain/pathways/enrollment-page.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { FoundCriteria } from '~/parts/found-criteria'
import { WaitingSentence } from '~/parts/waiting-sentence'
import { Button } from '~/ui/button'
import { Hours } from '~/ui/hours-text'

/** Something that would count once it is approved, or that came back with a question. */
export function PendingRow(props: {
  pending: EnrollmentStep['pending'][number]
  reviewers: EnrollmentPage['reviewers']
  /** Says what it is, where it does not stand alone beside it. */
  isNamed: boolean
}) {
  const { pending, reviewers, isNamed } = props
  const { district } = useDistrict()
  if (pending.status !== 'waiting') {
    return (
      <div>
        <p>
          {pending.by} {pending.status === 'returned' ? 'returned' : 'did not accept'} “
          {pending.title}”{pending.reason && <>: “{pending.reason}”</>}
        </p>
        <FoundCriteria found={pending.found} />
      </div>
    )
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <div>
        {isNamed && (
          <p>
            “{pending.title}”
            {pending.kind === 'activity' && pending.minutes !== null && (
              <>
                {' '}
                · <Hours minutes={pending.minutes} />
              </>
            )}
          </p>
        )}
        <WaitingSentence waiting={pending} reviewers={reviewers} />
      </div>
      {pending.kind === 'evidence' && (
        <Form
          method="post"
          action={paths.withdrawal(district, pending.submissionId)}
          preventScrollReset
        >
          <Button size="small" icon="return" aria-label={`Take back “${pending.title}”`}>
            Take it back
          </Button>
        </Form>
      )}
    </div>
  )
}
