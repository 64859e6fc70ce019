import { isUtf8 } from 'node:buffer'

/** How the text of a file was found to be encoded. */
export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252'

const HEADER_BYTES = 64 * 1024
const LINE_FEED = 0x0a

/** Whether the bytes are UTF-8, as OneRoster CSV 1.2.1 §2.2 asks for. A BOM is allowed. */
export const isProperText = (bytes: Uint8Array) => isUtf8(bytes)

/**
 * The bytes as UTF-8, whatever a spreadsheet made of them: UTF-16 with a BOM is converted, and
 * what is no UTF-8 is taken for windows-1252, the default of Excel in western countries.
 */
export function asUtf8(bytes: Uint8Array): { bytes: Uint8Array; encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return converted(bytes, 'utf-16le')
  if (isUtf8(bytes)) return { bytes, encoding: 'utf-8' }
  return converted(bytes, 'windows-1252')
}

function converted(bytes: Uint8Array, encoding: Encoding) {
  return { bytes: Buffer.from(new TextDecoder(encoding).decode(bytes), 'utf8'), encoding }
}

/** UTF-8 as text. A BOM at the beginning is left out. */
export function textOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** The first line of a file in any of the encodings, without reading the rest. */
export function firstLineOf(bytes: Uint8Array): string {
  const start = bytes.subarray(0, HEADER_BYTES)
  const end = start.indexOf(LINE_FEED)
  const line = asUtf8(end < 0 ? start : start.subarray(0, end)).bytes
  return textOf(line).split('\r', 1)[0] ?? ''
}
