import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { dayOfNumber, numberOfDay } from '../day'
import { bytesOfId, idOfBytes } from '../id'
import { type Codes, codingOf, type WordOf } from './coding'

const idType = customType<{ data: string; driverData: Uint8Array }>({
  dataType: () => 'bytea',
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
    dataType: () => 'smallint',
    ...codingOf(codes),
  })

export const postgres = {
  table: pgTable,
  id: (name: string) => idType(name),
  district: (name: string) => integer(name),
  word: <T extends string = string>(name: string) => text(name).$type<T>(),
  /** A word of a closed list, kept as a number. */
  code: <C extends Codes>(name: string, codes: C) => codeType(codes)(name),
  integer: (name: string) => integer(name),
  /** A whole number that may grow beyond 32 bits. */
  count: (name: string) => bigint(name, { mode: 'number' }),
  flag: (name: string) => boolean(name),
  instant: (name: string) => timestamp(name, { mode: 'date', precision: 3, withTimezone: true }),
  /** A calendar day, `YYYY-MM-DD`, kept as a number. */
  day: (name: string) => dayType(name),
  json: <T>(name: string) => jsonb(name).$type<T>(),
  check,
  foreignKey,
  index,
  primaryKey,
  uniqueIndex,
  sql,
}
