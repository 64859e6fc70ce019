const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const LETTERS = Buffer.from(ALPHABET, 'latin1')
const NOT_A_LETTER = 255
const VALUES = new Uint8Array(128).fill(NOT_A_LETTER)
for (const [value, letter] of [...ALPHABET].entries()) VALUES[letter.charCodeAt(0)] = value

const SHORT = 4
const LESS_SHORT = 5
const LONG = 8
/** How many letters so many bytes have. */
const LETTERS_OF: Record<number, number> = { [SHORT]: 7, [LESS_SHORT]: 8, [LONG]: 13 }
const BYTES_OF: Record<number, number> = { 7: SHORT, 8: LESS_SHORT, 13: LONG }
const letters = Buffer.alloc(LETTERS_OF[LONG]!)

/** The first two bits are 0 in all: a text begins with 0 to 7, and looks like no word. */
const LARGEST_FIRST = 7
const LARGEST_SHORT = 2 ** 30 - 1
const LARGEST_LESS_SHORT = 2 ** 38 - 1
const COUNT_BITS = 20
const LARGEST_COUNT = 2 ** COUNT_BITS - 1

/** Where `db/numbers.server.ts` keeps the numbers of a write; by name, for in development Vite has a copy of this module of its own. */
export const NUMBERS = Symbol.for('cairn.numbers')
/** The next number that only this process may use; undefined when they are used up. */
export type Numbers = { next(): number | undefined }
type Numbering = { [NUMBERS]?: { getStore(): Numbers | undefined } }

/**
 * A new identifier. Within a write it is short, a number from those that the store has taken for it, as
 * long as they last. Elsewhere it is long.
 */
export function newId() {
  const number = (globalThis as Numbering)[NUMBERS]?.getStore()?.next()
  return number === undefined ? newLongId() : idOfNumber(number)
}

let moment = 0
let count = 0

/**
 * A new identifier that nobody else makes, of 13 letters: the time, and a count that goes on from a random
 * start. For what is named before it is written, such as in a form, and for rows that go to other districts.
 */
export function newLongId() {
  const now = Date.now()
  if (now > moment) {
    moment = now
    count = crypto.getRandomValues(new Uint32Array(1))[0]! & LARGEST_COUNT
  } else if (count === LARGEST_COUNT) {
    moment++
    count = 0
  } else {
    count++
  }
  return longIdOf(moment, count)
}

/** The long identifier of a time in milliseconds and a count; a count that is too large goes on into later times. */
export function longIdOf(milliseconds: number, counted: number) {
  const bytes = Buffer.alloc(LONG)
  bytes.writeBigUInt64BE((BigInt(milliseconds) << BigInt(COUNT_BITS)) + BigInt(counted))
  return idOfBytes(bytes)
}

/**
 * The short identifier of a number.
 *
 * @throws RangeError when the number is none that can be given
 */
export function idOfNumber(number: number) {
  if (!(Number.isInteger(number) && number > 0 && number <= LARGEST_LESS_SHORT)) {
    throw new RangeError('Not a number of an identifier.')
  }
  const bytes = Buffer.alloc(number > LARGEST_SHORT ? LESS_SHORT : SHORT)
  bytes.writeUIntBE(number, 0, bytes.length)
  return idOfBytes(bytes)
}

/** Whether a text, such as a parameter of a URL, has the form of an identifier. */
export const isId = (text: string) => FORM.test(text)

/** Whether a text has the form of a long identifier, the only kind that others may name new rows by. */
export const isLongId = (text: string) => text.length === LETTERS_OF[LONG] && isId(text)

const LETTER = '[0-9a-hjkmnp-tv-z]'
/** With the bits that the last letter has too many being 0. */
const FORM = new RegExp(
  `^[0-7](?:${LETTER}{5}[08gr]|${LETTER}{7}|${LETTER}{11}[02468acegjmprtwy])$`,
)

/** The text form of 4, 5 or 8 bytes. Texts sort as their bytes do, also those of different lengths. */
export function idOfBytes(bytes: Uint8Array) {
  let bits = 0
  let buffer = 0
  let length = 0
  for (let position = 0; position < bytes.length; position++) {
    buffer = (buffer << 8) | bytes[position]!
    bits += 8
    while (bits >= 5) {
      bits -= 5
      letters[length++] = LETTERS[(buffer >> bits) & 31]!
    }
    buffer &= (1 << bits) - 1
  }
  if (bits > 0) letters[length++] = LETTERS[buffer << (5 - bits)]!
  return letters.toString('latin1', 0, length)
}

/**
 * The bytes of a text form.
 *
 * @throws RangeError when the text is not an identifier
 */
export function bytesOfId(id: string): Buffer {
  const bytes = Buffer.allocUnsafe(BYTES_OF[id.length] ?? 0)
  let bits = 0
  let buffer = 0
  let length = 0
  let isRight = bytes.length > 0 && VALUES[id.charCodeAt(0)]! <= LARGEST_FIRST
  for (let position = 0; position < id.length; position++) {
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
  if (!isRight || buffer !== 0) throw new RangeError('Not an identifier.')
  return bytes
}
