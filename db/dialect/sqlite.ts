import { sql } from 'drizzle-orm'
import {
  check,
  customType,
  foreignKey,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'
import { dayOfNumber, numberOfDay } from '../day'
import { bytesOfId, idOfBytes } from '../id'
import { type Codes, codingOf, type WordOf } from './coding'

const idType = customType<{ data: string; driverData: Uint8Array }>({
  dataType: () => 'blob',
  toDriver: (id) => bytesOfId(id),
  fromDriver: (bytes) => idOfBytes(bytes),
})

const dayType = customType<{ data: string; driverData: number }>({
  dataType: () => 'integer',
  toDriver: (day) => numberOfDay(day),
  fromDriver: (number) => dayOfNumber(number),
})

const codeType = <C extends Codes>(codes: C) =>
  customType<{ data: WordOf<C>; driverData: number }>({
    dataType: () => 'integer',
    ...codingOf(codes),
  })

export const sqlite = {
  table: sqliteTable,
  id: (name: string) => idType(name),
  district: (name: string) => integer(name),
  word: <T extends string = string>(name: string) => text(name).$type<T>(),
  /** A word of a closed list, kept as a number. */
  code: <C extends Codes>(name: string, codes: C) => codeType(codes)(name),
  integer: (name: string) => integer(name),
  /** A whole number that may grow beyond 32 bits. */
  count: (name: string) => integer(name),
  flag: (name: string) => integer(name, { mode: 'boolean' }),
  instant: (name: string) => integer(name, { mode: 'timestamp_ms' }),
  /** A calendar day, `YYYY-MM-DD`, kept as a number. */
  day: (name: string) => dayType(name),
  json: <T>(name: string) => text(name, { mode: 'json' }).$type<T>(),
  check,
  foreignKey,
  index,
  primaryKey,
  uniqueIndex,
  sql,
}
