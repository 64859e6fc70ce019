import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '~/http/paths'
import { ErrorPage } from '~/ui/error-page'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { PlainFrame } from '~/ui/plain-frame'

/** What a page behind a link that works once shows when the link does not work any more. */
export function GoneLink({ children, action }: { children: ReactNode; action?: ReactNode }) {
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  return (
    <PlainFrame>
      {status === 404 ? (
        <>
          <PageHeader title="This link does not work any more" />
          <div className="space-y-6">
            <p>{children}</p>
            {action ?? (
              <ButtonLink href={paths.signIn()} tone="primary">
                Go to sign in
              </ButtonLink>
            )}
          </div>
        </>
      ) : (
        <ErrorPage status={status} />
      )}
    </PlainFrame>
  )
}
