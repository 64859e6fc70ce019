import { Invalid } from '~/domain/errors'

/** A form with one file of licenses. */
export type ReceivedLicenses = {
  fields: FormData
  file: { name: string; bytes: Uint8Array } | null
  /** Why there is no file to read, in words. */
  refused: Invalid
}

/**
 * Reads the form with which a file of licenses is handed in; the host lets a few megabytes through.
 *
 * @throws Response 400 when the body cannot be read
 */
export async function receiveLicenses(request: Request): Promise<ReceivedLicenses> {
  const fields = await request.formData().catch(() => {
    throw new Response('The form could not be read.', { status: 400 })
  })
  const file = fields.get('file')
  const refused = new Invalid('file', 'Choose the CSV file with the licenses.')
  if (!(file instanceof Blob) || file.size === 0) return { fields, file: null, refused }
  const name = plainName('name' in file ? String(file.name) : '')
  return { fields, file: { name, bytes: new Uint8Array(await file.arrayBuffer()) }, refused }
}

/** A file's name without folders and control characters, at most 120 letters. */
const plainName = (name: string) =>
  name
    .replace(/^.*[/\\]/s, '')
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .slice(-120) || 'licenses.csv'
