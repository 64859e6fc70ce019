/** The header that tells how many rows a long table has, so that a browser can show how far it is. */
export const ROWS_HEADER = 'Cairn-Rows'
