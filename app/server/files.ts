import { join } from 'node:path'
import { newLongId } from '#db/id'
import { openFolder } from '~/adapters/files.server'
import { type FileStorage, MAX_FILE_BYTES, mediaTypeOf } from '~/domain/evidence/file-storage'
import type { Environment } from '~/http/env.server'

/** The files of evidence, under `DATA_DIR/files`. */
export function openFiles({ dataDirectory }: Environment): FileStorage {
  return openFolder(join(dataDirectory, 'files'), {
    newId: newLongId,
    maxBytes: MAX_FILE_BYTES,
    kindOf: mediaTypeOf,
  })
}
