import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { FileStorage } from '../evidence/file-storage'
import { PACKAGE_DATA, type RecordPackage } from './format.server'

/**
 * A package as a zip, made while it is read: the data first, row by row, then each file from the storage
 * as its turn comes.
 *
 * @param madeAt the moment written beside each file
 */
export function zipPackage(
  taken: RecordPackage,
  { files, districtId, madeAt }: { files: FileStorage; districtId: number; madeAt: Date },
): Readable {
  const zip = new ZipFile()
  zip.addReadStream(Readable.from(jsonOf(taken)), PACKAGE_DATA, { mtime: madeAt })
  for (const { id, file } of filesOf(taken)) {
    const content = Readable.from(bytesOf(files, districtId, id), { objectMode: false })
    zip.addReadStream(content, file, { mtime: madeAt, compress: false })
  }
  zip.end()
  zip.on('error', (error: Error) => (zip.outputStream as Readable).destroy(error))
  return zip.outputStream as Readable
}

/** The bytes of a file, which is opened when the first of them are asked for; none where it is gone. */
async function* bytesOf(files: FileStorage, districtId: number, id: string) {
  const content = await files.open(districtId, id)
  if (content) yield* content
}

function* filesOf({ activities, completions, badges }: RecordPackage) {
  for (const { evidence } of [...activities, ...completions, ...badges]) {
    for (const { id, file } of evidence) if (file !== null) yield { id, file }
  }
}

/** JSON in pieces of a row each. */
function* jsonOf(taken: RecordPackage) {
  let before = '{\n'
  for (const [key, value] of Object.entries(taken)) {
    yield `${before}"${key}": `
    if (Array.isArray(value)) yield* rowsOf(value)
    else yield JSON.stringify(value)
    before = ',\n'
  }
  yield '\n}\n'
}

function* rowsOf(rows: unknown[]) {
  let before = '[\n'
  for (const row of rows) {
    yield before + JSON.stringify(row)
    before = ',\n'
  }
  yield rows.length > 0 ? '\n]' : '[]'
}
