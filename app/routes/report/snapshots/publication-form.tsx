import { Form } from '@remix-run/react'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { Disclosure } from '~/ui/disclosure'
import { TextLink } from '~/ui/link'

/** Whether everybody sees this snapshot, and how that begins and ends. */
export function Publication(props: {
  snapshot: { id: string }
  publication: { isThis: boolean; isAnother: boolean; can: { publish: boolean } }
}) {
  const { isThis, isAnother, can } = props.publication
  const { district } = useDistrict()
  if (!can.publish && !isThis) return null
  const page = paths.publicReport(district)
  return (
    <div className="mb-10 print:hidden">
      <Disclosure summary={isThis ? 'Everybody can see this snapshot' : 'Publish this snapshot'}>
        <div className="max-w-line space-y-3">
          <p>
            Its page needs no sign-in and shows rounded totals: people to the nearest five, hours to
            the nearest ten, no group of fewer than five and no person.
            {isAnother && ' It takes the place of the snapshot that is published now.'}
          </p>
          {isThis && (
            <p>
              <TextLink href={page} plain>
                {page}
              </TextLink>
              ; with <code>?embed</code> after it, it goes into a frame of your own site.
            </p>
          )}
          {can.publish && (
            <Form method="post" action={paths.snapshotPublication(district, props.snapshot)}>
              <input type="hidden" name="intent" value={isThis ? 'take down' : 'publish'} />
              <Button>{isThis ? 'Take the page down' : 'Show it to everybody'}</Button>
            </Form>
          )}
        </div>
      </Disclosure>
    </div>
  )
}
