import { kindName } from '~/domain/activities/activity'
import { schoolYearName } from '~/domain/calendar'
import { isEmptyRecord, type MemberRecord, type RecordYear } from '~/domain/record/record'
import { EmptyState } from '~/ui/empty-state'
import { formatHours } from '~/ui/hours'
import { Hours } from '~/ui/hours-text'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import { BroughtSection } from './record-brought'
import { RecordActivities, RecordAwards, RecordCompletions } from './record-learning'
import { RecordEnrollments, RecordGoals } from './record-plans'
import { RecordCaption } from './record-title'

/** A record by school year, newest first, with what stands behind each total. For screen and paper. */
export function RecordSections({ record }: { record: MemberRecord }) {
  const { apart } = record
  if (isEmptyRecord(record)) {
    return (
      <EmptyState title="Nothing in the record yet" icon="record">
        Approved activities and courses, badges, goals and pathways will stand here by school year.
      </EmptyState>
    )
  }
  const hasApart = apart.activities.length + apart.completions.length + apart.awards.length > 0
  return (
    <>
      {record.years.map((year) => (
        <YearSection key={year.year} year={year} />
      ))}
      <BroughtSection rows={record.brought} />
      {hasApart && (
        <div className="print:hidden">
          <Section
            title="Not counted"
            lead="What waits, came back, was denied or taken back. Only you see this part, and it is not printed."
          >
            <div className="space-y-8">
              <RecordActivities rows={apart.activities} showsStatus />
              <RecordCompletions rows={apart.completions} showsStatus />
              <RecordAwards rows={apart.awards} />
            </div>
          </Section>
        </div>
      )}
    </>
  )
}

function YearSection({ year }: { year: RecordYear }) {
  return (
    <Section
      title={schoolYearName(year.year)}
      lead={
        year.minutes > 0
          ? `${formatHours(year.minutes)} counted, from the rows below.`
          : 'No hours counted in this year.'
      }
    >
      <div className="space-y-8">
        {year.hours.length > 0 && <HoursByKind year={year} />}
        <RecordActivities rows={year.activities} />
        <RecordCompletions rows={year.completions} />
        <RecordAwards rows={year.awards} />
        <RecordEnrollments rows={year.enrollments} />
        <RecordGoals rows={year.goals} />
      </div>
    </Section>
  )
}

function HoursByKind({ year }: { year: RecordYear }) {
  return (
    <div className="max-w-form">
      <Table
        caption={<RecordCaption>Hours by kind</RecordCaption>}
        narrow="scroll"
        dense
        rows={year.hours}
        rowKey={({ kind }) => kind}
        columns={[
          { key: 'kind', head: 'Kind', rowHead: true, cell: ({ kind }) => kindName(kind) },
          {
            key: 'hours',
            head: 'Hours',
            numeric: true,
            cell: ({ minutes }) => <Hours minutes={minutes} />,
          },
        ]}
        footer={{ kind: 'All', hours: <Hours minutes={year.minutes} /> }}
      />
    </div>
  )
}
