import { createReadableStreamFromReadable } from '@remix-run/node'
import { reportCsv } from '~/domain/reports/csv.server'
import { reportJson, type ReportToSave } from '~/domain/reports/files.server'
import { printedReport } from '~/domain/reports/printed.server'
import { reportXlsx } from '~/domain/reports/xlsx.server'
import type { Context } from '~/http/context.server'
import { csvAnswer, fileAnswer } from '~/http/file-answer.server'
import type { Member } from '~/http/member.server'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const nameOf = ({ report }: ReportToSave, ending: string) => `cairn-report-${report.asOf}.${ending}`

export const csvOfReport = (taken: ReportToSave) =>
  csvAnswer(reportCsv(taken.report), nameOf(taken, 'csv'))

export const jsonOfReport = (taken: ReportToSave) =>
  fileAnswer(reportJson(taken), 'application/json', nameOf(taken, 'json'))

export const xlsxOfReport = async (taken: ReportToSave, { district }: Member) =>
  fileAnswer(
    new Uint8Array(await reportXlsx(taken, district.timeZone)),
    XLSX,
    nameOf(taken, 'xlsx'),
  )

export const pdfOfReport = (
  taken: ReportToSave,
  { district }: Member,
  { printPdf }: Pick<Context, 'printPdf'>,
) =>
  fileAnswer(
    createReadableStreamFromReadable(printPdf(printedReport(taken, district.timeZone))),
    'application/pdf',
    nameOf(taken, 'pdf'),
  )
