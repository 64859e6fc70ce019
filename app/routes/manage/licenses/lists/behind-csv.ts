import type { LoaderFunctionArgs } from '@remix-run/node'
import { behindCsv } from '~/domain/renewal-lists/csv.server'
import { notePeopleFile } from '~/domain/record/people-files.server'
import { longCsvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { behindRequestOf, fileName } from './request.server'

/** Everybody who is not on target, as the page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const { request } = args
  const member = await requireMember(args)
  const filter = behindRequestOf(request)
  const csv = await member.read(behindCsv, filter)
  await member.write(notePeopleFile, 'not_on_target', filter, csv)
  return longCsvAnswer(csv, fileName('not-on-target', member), request.signal)
}
