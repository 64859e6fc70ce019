import { dayInWords, shortDay } from '../calendar'
import { hasNotes, whyApart, written } from './transcript'
import type { Transcript } from './transcript.server'

/** A transcript as it is printed, from top to bottom. */
export function printedTranscript(transcript: Transcript, madeAt: Date) {
  const { educator, district, place, columns, rows, apart, totals, unit } = transcript
  const title = `Transcript of ${educator}: ${place} license renewal`
  return {
    title,
    lang: 'en-US',
    madeAt,
    footer: `${educator} · ${district} · as of ${dayInWords(transcript.madeOn)}`,
    blocks: [
      { facts: factsOf(transcript) },
      { paragraph: transcript.statement },
      { heading: `What counts: ${amount(transcript.counted, unit)} of ${transcript.required}` },
      rows.length > 0
        ? {
            table: {
              columns: [
                ...columns.map(({ label, share, kind }) => ({
                  head: label,
                  share,
                  numeric: kind === 'number',
                })),
                ...(hasNotes(rows) ? [{ head: 'Note', share: 1.4 }] : []),
              ],
              rows: rows.map(({ cells, note }) => [
                ...cells.map((cell, at) => written(cell, columns[at]!)),
                ...(hasNotes(rows) ? [note ?? ''] : []),
              ]),
            },
          }
        : { paragraph: 'Nothing counts in this cycle yet.' },
      ...filledInByHand(transcript.toFillIn),
      ...(totals.length > 0
        ? [
            { heading: 'In each category' },
            {
              table: {
                columns: [
                  { head: 'Category', share: 4 },
                  { head: `Counted, ${unit.many}`, share: 1, numeric: true },
                  { head: `Asked, ${unit.many}`, share: 1, numeric: true },
                ],
                rows: totals.map(({ label, counted, asked }) => [
                  label,
                  String(counted),
                  asked === null ? '' : String(asked),
                ]),
              },
            },
          ]
        : []),
      ...(apart.length > 0
        ? [
            { heading: 'What does not count, or only in part' },
            {
              table: {
                columns: [
                  { head: 'Title', share: 2 },
                  { head: 'Finished', share: 0.8 },
                  { head: 'Verdict', share: 1 },
                  { head: 'Why', share: 4 },
                ],
                rows: apart.map((row) => [
                  row.title,
                  row.endedOn ? shortDay(row.endedOn) : '',
                  row.verdict,
                  whyApart(row),
                ]),
              },
            },
          ]
        : []),
    ],
  }
}

export type PrintedTranscript = ReturnType<typeof printedTranscript>

/** The head of a transcript: whose it is, of which licenses, and by which rules. */
export function factsOf({ educator, district, place, licenses, cycle, rules }: Head) {
  return [
    { term: 'Educator', value: educator },
    { term: 'District', value: district },
    { term: 'State', value: place },
    ...licenses.map((license) => ({ term: 'License', value: license })),
    { term: 'Cycle', value: cycleInWords(cycle) },
    { term: 'Rules', value: rules },
  ]
}

type Head = Pick<Transcript, 'educator' | 'district' | 'place' | 'licenses' | 'cycle' | 'rules'>

/** “15 July 2023 to 14 July 2028, renewed on 3 May 2028”. */
function cycleInWords({ startsOn, endsOn, extendedToOn, renewedOn }: Transcript['cycle']) {
  return [
    `${dayInWords(startsOn)} to ${dayInWords(endsOn)}`,
    extendedToOn && `extended to ${dayInWords(extendedToOn)}`,
    renewedOn && `renewed on ${dayInWords(renewedOn)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** Why a column is empty. */
export const filledInByHand = (columns: readonly string[]) =>
  columns.length === 0
    ? []
    : [
        {
          paragraph: `To be filled in by hand, for Cairn does not ask for it: ${columns.join(', ')}.`,
        },
      ]

const amount = (units: number, unit: { one: string; many: string }) =>
  `${units} ${units === 1 ? unit.one : unit.many}`
