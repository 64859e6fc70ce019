import type { LoaderFunctionArgs } from '@remix-run/node'
import { noteView } from '~/domain/record/opening.server'
import { usesCsv } from '~/domain/uses/csv.server'
import { csvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'

/** What a member's hours were used for, as a table. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.member)
  const csv = await member.read(usesCsv, id)
  await member.write(noteView, id, 'license')
  return csvAnswer(csv, 'cairn-hours-used.csv')
}
