import { recordCsv } from '~/domain/record/csv.server'
import type { takeRecord } from '~/domain/record/taking.server'
import { csvAnswer, fileAnswer } from '~/http/file-answer.server'

type TakenRecord = Awaited<ReturnType<typeof takeRecord>>

/** A record as a table to save. */
export const csvFile = (record: TakenRecord) =>
  csvAnswer(recordCsv(record), `cairn-record-${record.asOf}.csv`)

/** A record as data to save: see `docs/record-format.md`. */
export const jsonFile = (record: TakenRecord) =>
  fileAnswer(
    JSON.stringify(record, null, 2),
    'application/json',
    `cairn-record-${record.asOf}.json`,
  )
