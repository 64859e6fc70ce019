import { UnreadablePackage } from './package'

/** How much a package may hold; sizes are in bytes, after unpacking. */
export type PackageLimits = {
  entries: number
  fileBytes: number
  totalBytes: number
  /** How many times smaller than its content a compressed file may be. */
  ratio: number
}

/** Enough for a state with half a million users, and what one server process can hold. */
export const PACKAGE_LIMITS: PackageLimits = {
  entries: 200,
  fileBytes: 256 * 1024 * 1024,
  totalBytes: 512 * 1024 * 1024,
  ratio: 200,
}

/** The failure of a package with more files than a OneRoster package can have. */
export const tooMany = ({ entries }: PackageLimits) =>
  new UnreadablePackage(
    `The package holds more than ${entries} files. A OneRoster package has at most 22.`,
  )

/** The failure of a package that would unpack to more than the server should hold. */
export const tooLarge = (name: string, { fileBytes, totalBytes }: PackageLimits) =>
  new UnreadablePackage(
    `The package is too large: with “${name}” it exceeds ${megabytes(fileBytes)} for one file or ${megabytes(totalBytes)} in all. Ask for an export without grades and results.`,
  )

const megabytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MB`
