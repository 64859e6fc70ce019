const MEGABYTE = 1024 * 1024

/** The largest package that may be handed in. */
export const MAX_PACKAGE_BYTES = 256 * MEGABYTE
/** The largest `record.json` in it: some 20,000 rows. */
export const MAX_DATA_BYTES = 32 * MEGABYTE
/** How many files it may hold. */
export const MAX_PACKAGE_FILES = 1000
/** How much its files may be in all, unpacked. */
export const MAX_UNPACKED_BYTES = 512 * MEGABYTE
/** How long what was read of a package waits to be applied. */
export const HOURS_TO_APPLY = 20
