import type { LoaderFunctionArgs } from '@remix-run/node'
import { transcriptCsv } from '~/domain/transcripts/csv.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { fileHeaders, readTranscript } from './file.server'

/** The transcript of a cycle as a table. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const transcript = await readTranscript(member, idOf(args.params.cycle), args.request)
  return new Response(transcriptCsv(transcript), {
    headers: fileHeaders('text/csv; charset=utf-8', transcript, 'csv'),
  })
}
