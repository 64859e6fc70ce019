import type { LoaderFunctionArgs } from '@remix-run/node'
import { findStateScope, type StateScope } from '~/domain/states/scope.server'
import { requireUser } from './auth.server'
import { answer, notFound } from './respond.server'

/**
 * The signed-in person who may compare the districts of the state in the URL. Every loader below
 * `/s/:state` begins with it.
 *
 * @throws Response to sign in when nobody is signed in; 404 to anybody else
 */
export async function requireStateViewer(args: LoaderFunctionArgs) {
  const user = await requireUser(args)
  const { store, now = new Date() } = args.context
  const scope = await findStateScope(store.read, user.id, args.params.state ?? '', now)
  if (!scope) throw notFound()
  return {
    email: user.email,
    state: scope.state,
    /** Runs a query. Throws a Response where the domain throws NotFound or Forbidden. */
    read: <A extends unknown[], R>(
      query: (scope: StateScope, ...given: A) => Promise<R>,
      ...given: A
    ) => answer(() => query(scope, ...given)),
  }
}
