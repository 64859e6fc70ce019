import type { Readable } from 'node:stream'

/** A file that was received and stored, before any row names it. */
export type StoredFile = {
  /** The identifier of the evidence it will belong to. */
  id: string
  name: string
  mediaType: MediaType
  bytes: number
  sha256: string
}

/** What is accepted, found by looking at the bytes. */
export type MediaType = 'application/pdf' | 'image/png' | 'image/jpeg'

export const MAX_FILE_BYTES = 25 * 1024 * 1024
export const MAX_FILES = 3
export const ACCEPTED_FILES = '.pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg'

/** Where files live, outside the web root and apart from the database. */
export type FileStorage = {
  /**
   * Stores a stream, durably, under a new identifier.
   *
   * @throws Invalid when it is too large or not one of the accepted kinds; nothing is kept then
   */
  store(districtId: number, name: string, content: Readable): Promise<StoredFile>
  /** @throws NotFound */
  open(districtId: number, id: string): Promise<Readable>
  remove(districtId: number, id: string): Promise<void>
}
