import { competencyName } from '~/domain/frameworks/competency'
import { GOAL_KINDS, GOAL_STATUSES } from '~/domain/goals/goal'
import { priorityName } from '~/domain/priorities/priority'
import { enrollmentState, type RecordEnrollment, type RecordGoal } from '~/domain/record/record'
import { paths } from '~/http/paths'
import { Cairn } from '~/ui/cairn'
import { Day } from '~/ui/day-text'
import { Table } from '~/ui/table'
import { useDistrict } from './district-context'
import { RecordCaption, RecordTitle } from './record-title'

/** Goals of a record, each with its way and how it ended. */
export function RecordGoals({ rows }: { rows: RecordGoal[] }) {
  const { district } = useDistrict()
  if (rows.length === 0) return null
  return (
    <Table
      caption={<RecordCaption>Goals set in this year</RecordCaption>}
      dense
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          head: 'Goal',
          rowHead: true,
          cell: (row) => (
            <RecordTitle href={row.canOpen && paths.goal(district, row)} title={row.title}>
              {[
                GOAL_KINDS[row.kind],
                row.priority &&
                  row.priorityOwner &&
                  priorityName({ name: row.priority, owner: row.priorityOwner }),
                row.competency && competencyName(row.competency),
              ]
                .filter(Boolean)
                .join(' · ')}
            </RecordTitle>
          ),
        },
        {
          key: 'way',
          head: 'From, to',
          cell: (row) => (
            <span>
              {row.baseline && <span className="block">From: {row.baseline}</span>}
              <span className="block">To: {row.target}</span>
            </span>
          ),
        },
        { key: 'due', head: 'Due', cell: (row) => <Day value={row.dueOn} short /> },
        {
          key: 'state',
          head: 'State',
          cell: (row) => (
            <span>
              {GOAL_STATUSES[row.status]}
              {row.outcome && <span className="block text-sm text-ink-quiet">{row.outcome}</span>}
            </span>
          ),
        },
      ]}
    />
  )
}

/** Pathways of a record, each as far as it was walked. */
export function RecordEnrollments({ rows }: { rows: RecordEnrollment[] }) {
  const { district } = useDistrict()
  if (rows.length === 0) return null
  return (
    <Table
      caption={<RecordCaption>Pathways</RecordCaption>}
      dense
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          head: 'Pathway',
          rowHead: true,
          cell: (row) => (
            <RecordTitle href={row.canOpen && paths.enrollment(district, row)} title={row.title} />
          ),
        },
        {
          key: 'steps',
          head: 'Steps',
          cell: (row) => <Cairn done={row.stepsCompleted} total={row.stepsRequired} />,
        },
        { key: 'state', head: 'State', cell: (row) => <EnrollmentWords {...row} /> },
      ]}
    />
  )
}

function EnrollmentWords(row: RecordEnrollment) {
  const { today } = useDistrict()
  if (row.completedOn === null) {
    return (
      <span>
        Under way
        {row.dueOn && (
          <>
            , due <Day value={row.dueOn} short />
          </>
        )}
      </span>
    )
  }
  const isExpired = enrollmentState(row, today) === 'expired'
  return (
    <span>
      Completed <Day value={row.completedOn} short />
      {row.expiresOn && (
        <>
          {isExpired ? ', no longer current since ' : ', current until '}
          <Day value={row.expiresOn} short />
        </>
      )}
    </span>
  )
}
