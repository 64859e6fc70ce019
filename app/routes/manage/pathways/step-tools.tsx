import { Form } from '@remix-run/react'
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
