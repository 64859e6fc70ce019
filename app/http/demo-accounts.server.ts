import type { LoaderFunctionArgs } from '@remix-run/node'
import { inArray } from '#db/query.server'
import { userEmails } from '#db/schema'
import { DEMO_PASSWORD, nameWorld, STATE_VIEWER } from '#db/seed/names'

/** Somebody of the demonstration whom anybody may sign in as. */
export type DemoAccount = { key: string; name: string; role: string; email: string }

/** The people to try the product as, on a server that has them; nobody in production. */
export async function listDemoAccounts({ context }: LoaderFunctionArgs) {
  if (context.environment.mode === 'production') return null

  const { northside } = nameWorld()
  const accounts: DemoAccount[] = [
    { key: 'ana', role: 'teacher', ...northside.ana },
    { key: 'mara', role: 'principal', ...northside.mara },
    { key: 'ming', role: 'district coordinator', ...northside.ming },
    { key: 'rosa', role: 'administrator', ...northside.rosa },
    { key: 'stella', role: 'state viewer', ...STATE_VIEWER },
  ].map(({ key, name, role, email }) => ({ key, name, role, email }))
  const emails = accounts.map(({ email }) => email)
  const here = await context.store.read
    .select({ email: userEmails.email })
    .from(userEmails)
    .where(inArray(userEmails.email, emails))
  const present = accounts.filter(({ email }) => here.some((row) => row.email === email))
  return present.length > 0 ? { accounts: present, password: DEMO_PASSWORD } : null
}
