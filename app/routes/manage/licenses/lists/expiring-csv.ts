import type { LoaderFunctionArgs } from '@remix-run/node'
import { expiringCsv } from '~/domain/renewal-lists/csv.server'
import { notePeopleFile } from '~/domain/record/people-files.server'
import { longCsvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { expiringRequestOf, fileName } from './request.server'

/** All licenses that expire, as the page is narrowed. */
export async function loader(args: LoaderFunctionArgs) {
  const { request } = args
  const member = await requireMember(args)
  const filter = expiringRequestOf(request, member)
  const csv = await member.read(expiringCsv, filter)
  await member.write(notePeopleFile, 'expiring_licenses', filter, csv)
  return longCsvAnswer(csv, fileName('expiring-licenses', member), request.signal)
}
