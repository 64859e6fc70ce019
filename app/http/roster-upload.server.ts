import type { ActionFunctionArgs } from '@remix-run/node'
import { Invalid } from '~/domain/errors'
import { MAX_ROSTER_BYTES } from '~/domain/roster/import'
import { receiveZip } from './zip-upload.server'

const MEGABYTE = 1024 * 1024

/**
 * Reads the form with which a roster file is handed in.
 *
 * @throws Response 400 when the body cannot be read
 */
export const receiveRoster = (args: ActionFunctionArgs) =>
  receiveZip(args, { name: 'roster', maxBytes: MAX_ROSTER_BYTES, noFile, noZip, tooLarge })

function noFile() {
  return new Invalid('file', 'Choose the zip that your student information system made.')
}

function noZip(name: string) {
  return new Invalid(
    'file',
    `“${name}” is no zip. Nothing was kept. Choose the zip with the CSV files that your student information system made.`,
  )
}

function tooLarge(name: string) {
  return new Invalid(
    'file',
    `“${name}” is larger than ${MAX_ROSTER_BYTES / MEGABYTE} MB. Nothing was kept. Export it without grades, results and resources.`,
  )
}
