import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { printedTranscript } from '~/domain/transcripts/printed'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { fileHeaders, readTranscript } from './file.server'

/** The transcript of a cycle as a PDF that is readable by machines too. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const transcript = await readTranscript(member, idOf(args.params.cycle), args.request)
  const pdf = args.context.printPdf(printedTranscript(transcript, member.now))
  return new Response(createReadableStreamFromReadable(pdf), {
    headers: fileHeaders('application/pdf', transcript, 'pdf'),
  })
}
