import { recordCsv } from '~/domain/record/csv.server'
import type { takeRecord } from '~/domain/record/taking.server'

type TakenRecord = Awaited<ReturnType<typeof takeRecord>>

/** A record as a table to save. */
export const csvFile = (record: TakenRecord) =>
  file(recordCsv(record), 'text/csv; charset=utf-8', `cairn-record-${record.asOf}.csv`)

/** A record as data to save: see `docs/record-format.md`. */
export const jsonFile = (record: TakenRecord) =>
  file(
    JSON.stringify(record, null, 2),
    'application/json; charset=utf-8',
    `cairn-record-${record.asOf}.json`,
  )

const file = (text: string, type: string, name: string) =>
  new Response(text, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
