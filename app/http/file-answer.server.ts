/** A file to save that is made for this one request; no cache keeps it. */
export const fileAnswer = (
  content: string | Uint8Array<ArrayBuffer> | ReadableStream,
  mediaType: string,
  name: string,
) =>
  new Response(content, {
    headers: {
      'Content-Type': typeof content === 'string' ? `${mediaType}; charset=utf-8` : mediaType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })

/** A table to save. @param name with its ending */
export const csvAnswer = (csv: string, name: string) => fileAnswer(csv, 'text/csv', name)
