import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres'

declare module 'vitest' {
  interface ProvidedContext {
    /** The maintenance database of the server that the project `postgres` runs on. */
    postgresUrl: string
  }
}

/** Starts one PostgreSQL server for all tests of the project. */
export async function setup(project: TestProject) {
  const server = await startPostgres()
  project.provide('postgresUrl', server.url)
  return server.stop
}
