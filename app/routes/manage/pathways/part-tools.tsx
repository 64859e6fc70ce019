import { Form, useNavigation } from '@remix-run/react'
import { type FormEvent, useEffect, useRef } from 'react'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { IconButton } from '~/ui/button'
import { TextLink } from '~/ui/link'

type Edges = { isFirst: boolean; isLast: boolean }

/** What one can do with a step of a version that is being built; by mouse and by keyboard alike. */
export function StepTools(
  props: Edges & { pathway: { id: string }; step: { stepKey: string; title: string } },
) {
  const { pathway, step } = props
  const { district } = useDistrict()
  return (
    <div className="flex items-center gap-1">
      <MoveButtons {...props} partKey={step.stepKey} title={step.title} />
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

/** What one can do with a group; taken apart, its steps stay. */
export function GroupTools(
  props: Edges & { pathway: { id: string }; group: { groupKey: string; title: string } },
) {
  const { pathway, group } = props
  const { district } = useDistrict()
  return (
    <div className="flex items-center gap-1">
      <MoveButtons {...props} partKey={group.groupKey} title={group.title} />
      <TextLink href={paths.pathwayGroup(district, pathway, group.groupKey)}>
        Change<span className="sr-only"> “{group.title}”</span>
      </TextLink>
      <Form
        method="post"
        action={paths.pathwayGroupRemoval(district, pathway, group.groupKey)}
        preventScrollReset
      >
        <IconButton type="submit" icon="close" label={`Take “${group.title}” apart`} />
      </Form>
    </div>
  )
}

/** Up and down lead through the whole path: into groups, and out of them again. */
function MoveButtons(props: Edges & { pathway: { id: string }; partKey: string; title: string }) {
  const { pathway, partKey, title, isFirst, isLast } = props
  const { district } = useDistrict()
  return (
    <Form
      method="post"
      action={paths.pathwayPartPosition(district, pathway, partKey)}
      preventScrollReset
      className="flex"
      {...useFocusAfterMove()}
    >
      <IconButton
        type="submit"
        name="direction"
        value="up"
        icon="chevron-up"
        label={`Move “${title}” up`}
        disabled={isFirst}
      />
      <IconButton
        type="submit"
        name="direction"
        value="down"
        icon="chevron-down"
        label={`Move “${title}” down`}
        disabled={isLast}
      />
    </Form>
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
