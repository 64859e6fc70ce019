import type { LoaderFunctionArgs } from '@remix-run/node'
import { downloadStateFile, readStateFile } from '~/domain/state-files/files.server'
import { longCsvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'

/** A file for the state, as it was made. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const file = await member.write(downloadStateFile, idOf(args.params.file))
  const { number, first, last } = file
  const csv = await member.read(readStateFile, file)
  const name = `cairn-state-file-${number}-${first}-${last}.csv`
  return longCsvAnswer(csv, name, args.request.signal)
}
