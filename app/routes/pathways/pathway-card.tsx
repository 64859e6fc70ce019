import type { OwnEnrollment } from '~/domain/pathways/enrollments.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Cairn } from '~/ui/cairn'
import { Card } from '~/ui/card'
import { TextLink } from '~/ui/link'
import { DueWords } from './due-words'
import { WhyWords } from './why-words'

/** A pathway under way: how far one is, what is next, when it is due, and why one has it. */
export function PathwayCard({ enrollment }: { enrollment: OwnEnrollment }) {
  const { district } = useDistrict()
  const { title, stepsCompleted, stepsRequired, next } = enrollment
  return (
    <Card
      title={
        <TextLink href={paths.enrollment(district, enrollment)} tone="bare">
          {title}
        </TextLink>
      }
      footer={<WhyWords reason={enrollment.reason} />}
    >
      <Cairn done={stepsCompleted} total={stepsRequired} size="medium">
        {next && `Next: ${next}`}
      </Cairn>
      <p className="mt-3">
        <DueWords enrollment={enrollment} />
      </p>
    </Card>
  )
}
