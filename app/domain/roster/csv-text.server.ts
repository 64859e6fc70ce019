import { isUtf8 } from 'node:buffer'

/** How the text of a file was found to be encoded. */
export type Encoding = 'utf-8' | 'utf-16le' | 'windows-1252'

const DELIMITERS = [',', ';', '\t', '|'] as const

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

/**
 * The character between the cells, judged by the header: a European Excel writes `;`.
 *
 * @param bytes a CSV file in UTF-8
 */
export function delimiterOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 64 * 1024)).toString('utf8')
  const header = (start.split(/[\r\n]/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const counted = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: header.split(delimiter).length - 1,
  }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter
}
