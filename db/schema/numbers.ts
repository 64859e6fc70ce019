import { kit } from '../dialect'

/** Which number the next short identifier has: a single row, which is there once any was given. */
export const idNumbers = kit.table('id_numbers', {
  id: kit.integer('id').primaryKey(),
  next: kit.count('next').notNull(),
})
