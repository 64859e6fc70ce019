import type { LoaderFunctionArgs } from '@remix-run/node'
import { downloadStateFile } from '~/domain/state-files/files.server'
import { csvAnswer } from '~/http/file-answer.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'

/** A file for the state, as it was made. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const { content, number, first, last } = await member.write(
    downloadStateFile,
    idOf(args.params.file),
  )
  return csvAnswer(content, `cairn-state-file-${number}-${first}-${last}.csv`)
}
