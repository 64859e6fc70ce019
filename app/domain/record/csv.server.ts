import { csvOf } from '../csv.server'
import { priorityName } from '../priorities/priority'
import type { RecordEvidence } from './record'
import type { ExportedRecord } from './export'

/** The columns of the CSV file, in their order; names stay, and new ones come last. */
export const RECORD_COLUMNS = [
  'record',
  'id',
  'school_year',
  'title',
  'kind',
  'status',
  'started_on',
  'ended_on',
  'due_on',
  'expires_on',
  'minutes',
  'counted_minutes',
  'provider',
  'organization_id',
  'organization',
  'evidence_strength',
  'evidence',
  'competencies',
  'baseline',
  'target',
  'note',
  'district',
  'priority',
] as const

type Column = (typeof RECORD_COLUMNS)[number]
type Line = Partial<Record<Column, string | number | null>>

/**
 * The record as one table with a row for each activity, course, badge, goal and pathway. It begins
 * with a BOM, for Excel, has CRLF at the ends of its lines, and a `'` before any text that a
 * spreadsheet would run as a formula.
 */
export function recordCsv(record: ExportedRecord) {
  return csvOf(RECORD_COLUMNS, linesOf(record))
}

const linesOf = (record: ExportedRecord): Line[] => [
  ...record.activities.map((row) => ({
    ...backed('activity', row),
    status: row.status,
    kind: row.kind,
    started_on: row.startedOn,
    ended_on: row.endedOn ?? row.startedOn,
    minutes: row.minutes,
    counted_minutes: row.countedMinutes,
    provider: row.provider,
    competencies: row.competencies.join(' '),
    note: row.reflection,
  })),
  ...record.completions.map((row) => ({
    ...backed('course', row),
    status: row.status,
    kind: row.kind,
    ended_on: row.completedOn,
    minutes: row.minutes,
    counted_minutes: row.countedMinutes,
    provider: row.provider,
  })),
  ...record.badges.map((row) => ({
    ...backed('badge', row),
    status: row.verification,
    ended_on: row.awardedOn,
    expires_on: row.expiresOn,
    provider: row.issuer,
  })),
  ...record.goals.map((row) => ({
    ...backed('goal', row),
    status: row.status,
    kind: row.kind,
    started_on: row.setOn,
    ended_on: row.closedOn,
    due_on: row.dueOn,
    competencies: row.competency,
    baseline: row.baseline,
    target: row.target,
    note: row.outcome,
    priority:
      row.priority && row.priorityOwner
        ? priorityName({ name: row.priority, owner: row.priorityOwner })
        : null,
  })),
  ...record.pathways.map((row) => ({
    record: 'pathway',
    id: row.id,
    school_year: row.schoolYear,
    title: row.title,
    status: row.completedOn === null ? 'open' : 'completed',
    started_on: row.enrolledOn,
    ended_on: row.completedOn,
    due_on: row.dueOn,
    expires_on: row.expiresOn,
    note: `${row.stepsCompleted} of ${row.stepsRequired} steps`,
  })),
  ...record.brought.map((row) => ({
    record: BROUGHT_AS[row.kind],
    id: row.id,
    title: row.title,
    kind: row.activityKind,
    status: `${row.standing}_elsewhere`,
    started_on: row.startedOn,
    ended_on: row.endedOn,
    expires_on: row.expiresOn,
    minutes: row.minutes,
    counted_minutes: row.countedMinutes,
    provider: row.provider,
    organization: row.organization,
    evidence_strength: row.strength,
    evidence: row.evidence.map(namedIn).join('\n'),
    note: row.reflection,
    district: row.from.name,
  })),
]

type Backed = {
  id: string
  title: string
  schoolYear: string | null
  organization: { id: string; name: string } | null
  strength: string
  evidence: RecordEvidence[]
}

const backed = (record: string, row: Backed): Line => ({
  record,
  id: row.id,
  school_year: row.schoolYear,
  title: row.title,
  organization_id: row.organization?.id,
  organization: row.organization?.name,
  evidence_strength: row.strength,
  evidence: row.evidence.map(namedIn).join('\n'),
})

const BROUGHT_AS = { activity: 'activity', completion: 'course', award: 'badge' } as const

const namedIn = ({ kind, name, content }: RecordEvidence) => (kind === 'file' ? name : content)
