import { getTranscript } from '~/domain/transcripts/transcript.server'
import { noteView } from '~/domain/record/opening.server'
import type { Member } from '~/http/member.server'
import { queryOf } from '~/http/params.server'

/** The transcript that a request asks for; that somebody opens another's is noted. */
export async function readTranscript(member: Member, cycle: string, request: Request) {
  const withNumbers = queryOf(request).oneOf('number', ['yes']) === 'yes'
  const transcript = await member.read(getTranscript, cycle, withNumbers)
  if (!transcript.isOwn) await member.write(noteView, transcript.memberId, 'license')
  return transcript
}

/** The headers of a transcript to save. */
export const fileHeaders = (type: string, { madeOn }: { madeOn: string }, ending: string) => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="cairn-transcript-${madeOn}.${ending}"`,
  'Cache-Control': 'private, no-store',
})
