import { isCurrent } from '~/domain/pathways/enrollment'
import type { OwnEnrollment } from '~/domain/pathways/enrollments.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Day } from '~/ui/day-text'
import { TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import { Status } from '~/ui/status'
import { Table } from '~/ui/table'

/** What one has completed, and whether it still holds. */
export function CompletedPathways({ enrollments }: { enrollments: OwnEnrollment[] }) {
  const { district } = useDistrict()
  return (
    <Section title="Completed">
      <Table
        caption="Pathways you have completed"
        captionHidden
        rows={enrollments}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'title',
            head: 'Pathway',
            rowHead: true,
            cell: (row) => (
              <TextLink href={paths.enrollment(district, row)} strong>
                {row.title}
              </TextLink>
            ),
          },
          {
            key: 'completed',
            head: 'Completed',
            cell: ({ completedOn }) => completedOn && <Day value={completedOn} short />,
          },
          { key: 'holds', head: 'Holds', cell: (row) => <Holding enrollment={row} /> },
        ]}
      />
    </Section>
  )
}

type Completed = Pick<OwnEnrollment, 'completedOn' | 'expiresOn'>

/** Whether a completion is current, and until when. */
export function Holding({ enrollment }: { enrollment: Completed }) {
  const { today } = useDistrict()
  const { expiresOn } = enrollment
  if (!isCurrent(enrollment, today)) {
    return (
      <Status tone="warn">
        <span>Expired {expiresOn && <Day value={expiresOn} short />}</span>
      </Status>
    )
  }
  return (
    <Status tone="good">
      {expiresOn ? (
        <span>
          Current until <Day value={expiresOn} short />
        </span>
      ) : (
        'Current'
      )}
    </Status>
  )
}
