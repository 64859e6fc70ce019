import { kindName } from '../activities/activity'
import { broughtWords } from '../brought/brought'
import { shortDay } from '../calendar'
import { proofWords } from '../claims/words'
import { STRENGTHS } from '../evidence/evidence'
import { unitsOf } from '../evaluation/amount'
import { type Evaluation, type RowVerdict, VERDICTS } from '../evaluation/evaluation'
import type { RowSource } from '../renewal/row'
import { categoryOfColumn, isCategoryOfColumn, type TranscriptColumn } from './columns'

/** Who approved a row, and on which day. */
export type Approval = { by: string; on: string }

export type TranscriptCell = string | number | null

/** A row that counts, at least in part: its cells stand in the order of the columns. */
export type TranscriptRow = { id: string; cells: TranscriptCell[]; note: string | null }

/** A row, or a part of one, that does not count, or not yet, with the sentence that says why. */
export type RowApart = {
  id: string
  title: string
  endedOn: string | null
  verdict: string
  sentence: string
  note: string | null
}

type Standing = {
  evaluation: Evaluation
  sources: ReadonlyMap<string, RowSource>
  approvals: ReadonlyMap<string, Approval>
}

/** The rows of an evaluation that count, oldest first, in the columns of a transcript. */
export function rowsThatCount(
  { evaluation, sources, approvals }: Standing,
  columns: readonly TranscriptColumn[],
): TranscriptRow[] {
  const labels = new Map(evaluation.categories.map(({ code, label }) => [code, label]))
  return evaluation.rows
    .filter(({ counted }) => counted > 0)
    .map((row) => {
      const { id } = row.row
      const cells = cellsOf(row, sources.get(id), approvals.get(id), labels)
      return { id, cells: columns.map(({ code }) => cells(code)), note: noteOn(sources.get(id)) }
    })
}

/** What does not count, not yet, or only in part, oldest first. */
export const rowsApart = ({ evaluation, sources }: Standing): RowApart[] =>
  evaluation.rows
    .filter(({ verdict }) => verdict !== 'counts')
    .map(({ row, verdict, sentence }) => ({
      id: row.id,
      title: row.title,
      endedOn: row.endsOn ?? null,
      verdict: VERDICTS[verdict],
      sentence,
      note: noteOn(sources.get(row.id)),
    }))

/** What a reader has to know of a row, whichever columns the state asks for. */
const noteOn = (source: RowSource | undefined) =>
  source?.brought ? broughtWords(source.brought.from) : null

/** Whether there is anything to note. */
export const hasNotes = (rows: readonly { note: string | null }[]) =>
  rows.some(({ note }) => note !== null)

/** Why a row stands apart, with what there is to know of it. */
export const whyApart = ({ sentence, note }: Pick<RowApart, 'sentence' | 'note'>) =>
  note === null ? sentence : `${sentence} ${note}.`

/** What is in each category that anything is in or asked of; amounts in units. */
export const totalsOf = ({ categories }: Evaluation) =>
  categories
    .filter(({ have, need }) => have > 0 || need > 0)
    .map(({ code, label, have, need }) => ({
      code,
      label,
      counted: unitsOf(have),
      asked: need > 0 ? unitsOf(need) : null,
    }))

/** A cell as it is written on paper. */
export function written(cell: TranscriptCell, { kind }: Pick<TranscriptColumn, 'kind'>) {
  if (cell === null) return ''
  return kind === 'day' ? shortDay(String(cell)) : String(cell)
}

function cellsOf(
  { row, counted, placements }: RowVerdict,
  source: RowSource | undefined,
  approval: Approval | undefined,
  labels: ReadonlyMap<string, string>,
) {
  const known: Record<string, TranscriptCell> = {
    title: row.title,
    topic: row.topic ?? null,
    type: source?.activityKind ? kindName(source.activityKind) : null,
    starts_on: row.startsOn ?? null,
    ends_on: row.endsOn ?? null,
    hours: source?.minutes ? inHours(source.minutes) : null,
    provider: source?.provider ?? null,
    provider_number: source?.sponsorNumber ?? null,
    location: source?.location ?? null,
    category: placements
      .flatMap(({ category, amount }) =>
        category === null ? [] : [`${labels.get(category) ?? category}: ${unitsOf(amount)}`],
      )
      .join('; '),
    credit: unitsOf(counted),
    proof: proofOf(source),
    attendance_verification: proofOf(source),
    evidence_strength: source ? STRENGTHS[source.strength] : null,
    approved_on: approval?.on ?? null,
    approved_by: approval?.by ?? null,
  }
  return (code: string): TranscriptCell => {
    const asked = categoryOfColumn(code)
    if (asked === null) return known[code] ?? null
    const placed = placements.filter(
      ({ category }) => category !== null && isCategoryOfColumn(category, asked),
    )
    return placed.length > 0 ? placed.reduce((sum, { amount }) => sum + unitsOf(amount), 0) : null
  }
}

const inHours = (minutes: number) => Math.round((minutes / 60) * 100) / 100

/** What shows that something was learned: as the educator said, or what is there. */
function proofOf(source: RowSource | undefined) {
  const claimed = source?.claim?.proof
  if (claimed) return proofWords(claimed, source.hasEvidence)
  return source?.hasEvidence ? 'Evidence on file' : null
}
