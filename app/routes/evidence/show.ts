import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { getEvidence } from '~/domain/evidence/queries.server'
import { noteFileView } from '~/domain/record/opening.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { notFound } from '~/http/respond.server'

/**
 * A file, for those who may see it. It cannot run anything, nor be shown inside another site; `?inline`
 * shows a picture or a PDF in place.
 */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const file = await member.read(getEvidence, idOf(args.params.evidence))
  if (file.kind !== 'file' || file.destroyedOn !== null) throw notFound()
  if (file.memberId !== member.actor.id) await member.write(noteFileView, file)
  const content = await args.context.files.open(member.district.id, file.id)
  if (!content) throw notFound()
  const inline = new URL(args.request.url).searchParams.has('inline')
  return new Response(createReadableStreamFromReadable(content), {
    headers: {
      'Content-Type': file.mediaType!,
      'Content-Length': String(file.bytes),
      'Content-Disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Content-Security-Policy': inline
        ? "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
        : "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'SAMEORIGIN',
      'Cache-Control': 'private, no-store',
    },
  })
}
