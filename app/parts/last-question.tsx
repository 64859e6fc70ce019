import { Form, useNavigation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'

/** The last question before what cannot be undone: what it means, point by point, to do it or to keep things. */
export function LastQuestion(props: { points: ReactNode[]; doing: string; backTo: string }) {
  const { points, doing, backTo } = props
  const isDoing = useNavigation().state === 'submitting'
  return (
    <Form method="post" className="max-w-form">
      <FormReply reply={useReply()}>
        <ul className="max-w-line list-disc space-y-2 pl-5">
          {points.map((point, position) => point && <li key={position}>{point}</li>)}
        </ul>
        <FormActions>
          <Button tone="danger" pending={isDoing}>
            {doing}
          </Button>
          <ButtonLink href={backTo} tone="quiet">
            Keep it
          </ButtonLink>
        </FormActions>
      </FormReply>
    </Form>
  )
}
