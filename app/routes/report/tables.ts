/** The section a table belongs to, or the id of the pathway. */
export type TableName = string

/** Opens every table: for paper. */
export const ALL_TABLES = 'all'

/** The schools of a section that is compared. */
export const comparedTable = (section: string): TableName => `compared-${section}`

/** Whether the address, which names at most one table, opens this one. */
export const isOpen = (asked: string | null | undefined, name: TableName) =>
  asked === name || asked === ALL_TABLES
