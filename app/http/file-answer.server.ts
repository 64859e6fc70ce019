/** A file to save that is made for this one request; no cache keeps it. */
export const fileAnswer = (content: string, mediaType: string, name: string) =>
  new Response(content, {
    headers: {
      'Content-Type': `${mediaType}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })

/** A table to save. @param name with its ending */
export const csvAnswer = (csv: string, name: string) => fileAnswer(csv, 'text/csv', name)
