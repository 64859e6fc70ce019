import type { Readable } from 'node:stream'
import type { Store } from '#db/client.server'
import type { FileStorage } from '~/domain/evidence/file-storage'
import type { PrintedReport } from '~/domain/reports/printed.server'
import type { RosterReader } from '~/domain/roster/import'
import type { PrintedTranscript } from '~/domain/transcripts/printed'
import type { Environment } from './env.server'

/** What the host gives every request; tests give the same. */
export type Context = {
  store: Store
  files: FileStorage
  /** Reads roster files after the answer. */
  rosters: RosterReader
  /** Sets a document as a PDF. */
  printPdf(document: PrintedTranscript | PrintedReport): Readable
  environment: Environment
  /** For scripts of this one answer, as the content security policy asks. */
  nonce: string
  requestId: string
  /** The address the request came from, for counting failed sign-ins. */
  address: string
  /** The clock; the time of the request when absent. */
  now?: Date
  /** Tells the log of an error that a person cannot mend. */
  report(error: unknown): void
}

declare module '@remix-run/node' {
  interface AppLoadContext extends Context {}
}
