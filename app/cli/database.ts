import { openStore, type Store } from '#db/client.server'
import { findDistrict } from '~/domain/people/actor.server'
import { type District, SYSTEM } from '~/domain/scope.server'
import { type Environment, readEnvironment } from '~/http/env.server'
import { Failure } from './failure'

/** The settings for a command, which needs neither `ORIGIN` nor `SECRET`. */
export const commandEnvironment = () => readEnvironment('development')

/** Opens the database for the time of one command. */
export async function withStore<T>(
  work: (store: Store, environment: Environment) => Promise<T>,
): Promise<T> {
  const environment = commandEnvironment()
  const store = await openStore(environment.databaseUrl).catch((error: Error) => {
    throw new Failure(
      `${error.message} Is DATABASE_URL right, and has \`bin/cairn migrate\` been run?`,
    )
  })
  try {
    return await work(store, environment)
  } finally {
    await store.close()
  }
}

/** The district of a slug. @throws Failure */
export async function districtOf(store: Store, slug: string): Promise<District> {
  const district = await findDistrict(store.read, slug)
  if (!district) throw new Failure(`There is no district “${slug}”.`)
  return district
}

/** The operator at the command line, who may do what an administrator may. */
export const OPERATOR = {
  ...SYSTEM,
  hats: [{ role: 'administrator' as const, organizationId: '', organizationPath: '' }],
}
