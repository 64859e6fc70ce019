import { kindName } from '~/domain/activities/activity'
import { AWARD_VERIFICATIONS, validityInWords } from '~/domain/badges/award'
import { COMPLETION_STATUSES } from '~/domain/completions/completion'
import { STRENGTHS } from '~/domain/evidence/evidence'
import type { RecordActivity, RecordAward, RecordCompletion } from '~/domain/record/record'
import { paths } from '~/http/paths'
import { Day } from '~/ui/day-text'
import { Hours } from '~/ui/hours-text'
import { type Column, Table } from '~/ui/table'
import { ACTIVITY_STATES } from './activity-status'
import { useDistrict } from './district-context'
import { RecordCaption, RecordTitle } from './record-title'

type Counting = RecordActivity | RecordCompletion

const organization = <Row extends { organization: { name: string } | null }>(): Column<Row> => ({
  key: 'organization',
  head: 'Earned at',
  cell: (row) => row.organization?.name ?? '–',
})

const strength = <Row extends Pick<Counting, 'strength'>>(): Column<Row> => ({
  key: 'strength',
  head: 'Proof',
  cell: (row) => STRENGTHS[row.strength],
})

const hours = <Row extends Counting>(counted: boolean): Column<Row> => ({
  key: 'hours',
  head: 'Hours',
  numeric: true,
  cell: ({ countedMinutes, minutes }) => (
    <Hours minutes={counted ? countedMinutes : (minutes ?? 0)} />
  ),
})

const total = (rows: Counting[]) => (
  <Hours minutes={rows.reduce((sum, { countedMinutes }) => sum + countedMinutes, 0)} />
)

/** Activities of a record: with the hours that count, or with their state where none do. */
export function RecordActivities(props: { rows: RecordActivity[]; showsStatus?: boolean }) {
  const { rows, showsStatus = false } = props
  const { district } = useDistrict()
  if (rows.length === 0) return null
  return (
    <Table<RecordActivity>
      caption={<RecordCaption>Activities</RecordCaption>}
      dense
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          head: 'Activity',
          rowHead: true,
          cell: (row) => (
            <RecordTitle href={row.canOpen && paths.activity(district, row)} title={row.title}>
              {[kindName(row.kind), row.provider].filter(Boolean).join(' · ')}
            </RecordTitle>
          ),
        },
        {
          key: 'day',
          head: 'Day',
          cell: ({ startedOn, endedOn }) => (
            <span>
              {startedOn && <Day value={startedOn} short />}
              {endedOn && endedOn !== startedOn && (
                <>
                  {' – '}
                  <Day value={endedOn} short />
                </>
              )}
            </span>
          ),
        },
        organization(),
        strength(),
        ...(showsStatus
          ? [
              {
                key: 'status',
                head: 'State',
                cell: (row: RecordActivity) =>
                  ACTIVITY_STATES.find(({ value }) => value === row.status)?.label,
              },
            ]
          : []),
        hours(!showsStatus),
      ]}
      footer={showsStatus ? undefined : { title: 'All', hours: total(rows) }}
    />
  )
}

/** Finished courses of a record: with the hours that count, or with their state where none do. */
export function RecordCompletions(props: { rows: RecordCompletion[]; showsStatus?: boolean }) {
  const { rows, showsStatus = false } = props
  const { district } = useDistrict()
  if (rows.length === 0) return null
  return (
    <Table<RecordCompletion>
      caption={<RecordCaption>Courses</RecordCaption>}
      dense
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          head: 'Course',
          rowHead: true,
          cell: (row) => (
            <RecordTitle href={row.canOpen && paths.completion(district, row)} title={row.title}>
              {row.provider}
            </RecordTitle>
          ),
        },
        { key: 'day', head: 'Finished', cell: (row) => <Day value={row.completedOn} short /> },
        organization(),
        strength(),
        ...(showsStatus
          ? [
              {
                key: 'status',
                head: 'State',
                cell: (row: RecordCompletion) => COMPLETION_STATUSES[row.status],
              },
            ]
          : []),
        hours(!showsStatus),
      ]}
      footer={showsStatus ? undefined : { title: 'All', hours: total(rows) }}
    />
  )
}

/** Badges of a record, each with whether somebody has checked it. */
export function RecordAwards({ rows }: { rows: RecordAward[] }) {
  const { district, today } = useDistrict()
  if (rows.length === 0) return null
  return (
    <Table
      caption={<RecordCaption>Badges</RecordCaption>}
      dense
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          head: 'Badge',
          rowHead: true,
          cell: (row) => (
            <RecordTitle href={row.canOpen && paths.award(district, row)} title={row.title}>
              {row.issuer}
            </RecordTitle>
          ),
        },
        { key: 'day', head: 'Awarded', cell: (row) => <Day value={row.awardedOn} short /> },
        {
          key: 'expires',
          head: 'Holds until',
          cell: (row) =>
            row.expiresOn ? (
              <span>
                <Day value={row.expiresOn} short />
                {validityInWords(row, today) === 'Expired' && ', expired'}
              </span>
            ) : (
              'No end'
            ),
        },
        strength(),
        {
          key: 'state',
          head: 'State',
          cell: (row) => AWARD_VERIFICATIONS[row.verification],
        },
      ]}
    />
  )
}
