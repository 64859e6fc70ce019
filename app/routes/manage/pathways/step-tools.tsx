import { Form, useNavigation } from '@remix-run/react'
import { type FormEvent, useEffect, useRef } from 'react'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { IconButton } from '~/ui/button'
import { TextLink } from '~/ui/link'

/** What one can do with a step of a version that is being built; by mouse and by keyboard alike. */
export function StepTools(props: {
  pathway: { id: string }
  step: { stepKey: string; title: string }
  isFirst: boolean
  isLast: boolean
}) {
  const { pathway, step, isFirst, isLast } = props
  const { district } = useDistrict()
  return (
    <div className="flex items-center gap-1">
      <Form
        method="post"
        action={paths.pathwayStepPosition(district, pathway, step.stepKey)}
        preventScrollReset
        className="flex"
        {...useFocusAfterMove()}
      >
        <IconButton
          type="submit"
          name="direction"
          value="up"
          icon="chevron-up"
          label={`Move “${step.title}” up`}
          disabled={isFirst}
        />
        <IconButton
          type="submit"
          name="direction"
          value="down"
          icon="chevron-down"
          label={`Move “${step.title}” down`}
          disabled={isLast}
        />
      </Form>
      <TextLink href={paths.pathwayStep(district, pathway, step.stepKey)}>
        Change<span className="sr-only"> “{step.title}”</span>
      </TextLink>
      <Form
        method="post"
        action={paths.pathwayStepRemoval(district, pathway, step.stepKey)}
        preventScrollReset
      >
        <IconButton type="submit" icon="trash" label={`Remove “${step.title}”`} />
      </Form>
    </div>
  )
}

/** A browser takes the focus from what moves; it comes back to the button, or to its neighbor at an end. */
function useFocusAfterMove() {
  const form = useRef<HTMLFormElement>(null)
  const pressed = useRef<string | null>(null)
  const { state } = useNavigation()

  useEffect(() => {
    if (state !== 'idle' || pressed.current === null) return
    const enabled = [...(form.current?.querySelectorAll('button:enabled') ?? [])]
    const same = enabled.find((button) => button.getAttribute('value') === pressed.current)
    pressed.current = null
    const button = same ?? enabled[0]
    if (button instanceof HTMLElement) button.focus()
  }, [state])

  return {
    ref: form,
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      const { submitter } = event.nativeEvent as SubmitEvent
      pressed.current = submitter?.getAttribute('value') ?? null
    },
  }
}
