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

/** What is accepted, found by looking at the bytes and not at the name. */
export type MediaType = 'application/pdf' | 'image/png' | 'image/jpeg'

const SIGNATURES: [MediaType, number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
]

/** The kind of a file by its first bytes; null when it is none of the accepted kinds. */
export function mediaTypeOf(start: Uint8Array): MediaType | null {
  const found = SIGNATURES.find(([, signature]) =>
    signature.every((byte, position) => start[position] === byte),
  )
  return found?.[0] ?? null
}

export const MAX_FILE_BYTES = 25 * 1024 * 1024
export const MAX_FILES = 3
export const ACCEPTED_FILES = '.pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg'

/** Where files live, outside the web root and apart from the database. */
export type FileStorage = {
  /**
   * Stores a stream, durably, under a new identifier.
   *
   * @throws an error with `why`: `too large`, `empty` or `other kind`; nothing is kept then, and what
   *   was not read of the stream is left to the caller
   */
  store(districtId: number, content: Readable): Promise<Omit<StoredFile, 'name'>>
  /** The bytes of a file; null when there is none. */
  open(districtId: number, id: string): Promise<Readable | null>
  /** The identifiers of the files of a district that were stored before an instant. */
  list(districtId: number, before: Date): Promise<string[]>
  remove(districtId: number, id: string): Promise<void>
}
