import type { LoaderFunctionArgs } from '@remix-run/node'
import { askedCsv } from '~/domain/mandates/csv.server'
import { notePeopleFile } from '~/domain/record/people-files.server'
import { longCsvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { askedFilterOf } from './asked-filter.server'

/** The people of a required training as its page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const mandateId = idOf(args.params.mandate)
  const filter = askedFilterOf(args.request)
  const csv = await member.read(askedCsv, mandateId, filter)
  await member.write(notePeopleFile, 'required_training', { mandateId, ...filter }, csv)
  return longCsvAnswer(csv, 'cairn-required-training.csv', args.request.signal)
}
