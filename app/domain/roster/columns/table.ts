import { guid, plain, required, closedWord, type Column } from './column'
import type { TableName } from './table-name'

/** One file of a OneRoster package and its columns, in the order the header must have. */
export type Table = { name: TableName; columns: readonly Column[] }

/** What `status` may say of a row in either version. */
export const STATUSES = ['active', 'tobedeleted'] as const

const lifecycle = [closedWord('status', STATUSES), plain('datetime', 'dateLastModified')]

/**
 * A table, with the three columns that begin every file before its own: `sourcedId`, `status`
 * and `dateLastModified` (OneRoster CSV 1.2.1 §2.5).
 */
export const table = (name: TableName, ...columns: Column[]): Table => ({
  name,
  columns: [required(guid('sourcedId')), ...lifecycle, ...columns],
})

/** A table whose rows carry the `sourcedId` of the row of another table that they add to. */
export const extensionOf = (target: TableName, name: TableName, ...columns: Column[]): Table => ({
  name,
  columns: [required(guid('sourcedId', target)), ...lifecycle, ...columns],
})
