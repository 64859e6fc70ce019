import { v7 } from 'uuid'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 26
const LETTERS = Buffer.from(ALPHABET, 'latin1')
const letters = Buffer.alloc(LENGTH)
const NOT_A_LETTER = 255
const LARGEST_FIRST = '7'.charCodeAt(0)
const VALUES = new Uint8Array(128).fill(NOT_A_LETTER)
for (const [value, letter] of [...ALPHABET].entries()) VALUES[letter.charCodeAt(0)] = value

/** A new identifier: a UUIDv7 in 26 lowercase letters of Crockford's base 32, sortable by time. */
export function newId(at?: Date) {
  return idOfBytes(v7(at ? { msecs: at.getTime() } : undefined, new Uint8Array(16)))
}

/** Whether a text, such as a parameter of a URL, has the form of an identifier. */
export function isId(text: string) {
  return /^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(text)
}

/** The text form of 16 bytes. */
export function idOfBytes(bytes: Uint8Array) {
  let bits = 2
  let buffer = 0
  let length = 0
  for (let position = 0; position < 16; position++) {
    buffer = (buffer << 8) | bytes[position]!
    bits += 8
    while (bits >= 5) {
      bits -= 5
      letters[length++] = LETTERS[(buffer >> bits) & 31]!
    }
    buffer &= (1 << bits) - 1
  }
  return letters.toString('latin1')
}

/**
 * The 16 bytes of a text form.
 *
 * @throws RangeError when the text is not an identifier
 */
export function bytesOfId(id: string): Buffer {
  const bytes = Buffer.allocUnsafe(16)
  let bits = -2
  let buffer = 0
  let length = 0
  let isRight = id.length === LENGTH && id.charCodeAt(0) <= LARGEST_FIRST
  for (let position = 0; position < LENGTH; position++) {
    const value = VALUES[id.charCodeAt(position)] ?? NOT_A_LETTER
    if (value === NOT_A_LETTER) isRight = false
    buffer = (buffer << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[length++] = (buffer >> bits) & 255
      buffer &= (1 << bits) - 1
    }
  }
  if (!isRight) throw new RangeError('Not an identifier.')
  return bytes
}

/** The usual hexadecimal form with hyphens, as PostgreSQL takes it. */
export function uuidOfId(id: string) {
  const hex = bytesOfId(id).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The text form of a UUID in its usual hexadecimal form. */
export function idOfUuid(uuid: string) {
  return idOfBytes(Buffer.from(uuid.replaceAll('-', ''), 'hex'))
}
