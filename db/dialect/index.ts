import { postgres } from './postgres'
import { sqlite } from './sqlite'

export type Engine = 'sqlite' | 'postgres'

/** The engine a database URL stands for: `postgres://…` or `file:…`. */
export function engineOf(url: string | undefined): Engine {
  return /^postgres(ql)?:/.test(url ?? '') ? 'postgres' : 'sqlite'
}

/** The engine of this process; the tables are built for it when they are first imported. */
export const engine = engineOf(process.env.DATABASE_URL)

/**
 * The words that schema files are written in. Both engines offer the same ones, and drizzle's builders
 * behave alike under them, so the types of one serve for both.
 */
export const kit = engine === 'postgres' ? (postgres as unknown as typeof sqlite) : sqlite
