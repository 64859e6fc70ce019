import { parseWithZod } from '@conform-to/zod/v4'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { and, desc, eq, gt, inArray } from '#db/query.server'
import { keptForms } from '#db/schema'
import { FORM_KEPT } from '~/domain/people/session-limits'
import { digestOf } from '~/domain/secret.server'
import { findUser } from './auth.server'
import { keptSecretsOf } from './keep-form.server'
import { pagePathOf } from './return-path'

/**
 * What was typed into the form of this page when its session had run out, for the same person, once.
 * Costs nothing unless the browser has something to ask for.
 */
export async function takeKeptForm(
  args: LoaderFunctionArgs,
): Promise<{ values: Record<string, unknown> } | null> {
  const hashes = keptSecretsOf(args).map(digestOf)
  const user = hashes.length > 0 ? await findUser(args) : null
  if (!user) return null

  const { store, now = new Date() } = args.context
  const [found] = await store.read
    .select({ hash: keptForms.hash })
    .from(keptForms)
    .where(
      and(
        inArray(keptForms.hash, hashes),
        eq(keptForms.userId, user.id),
        eq(keptForms.path, pagePathOf(new URL(args.request.url))),
        gt(keptForms.createdAt, new Date(now.getTime() - FORM_KEPT)),
      ),
    )
    .orderBy(desc(keptForms.createdAt))
  if (!found) return null

  const [taken] = await store.write((tx) =>
    tx.delete(keptForms).where(eq(keptForms.hash, found.hash)).returning({ body: keptForms.body }),
  )
  return taken ? { values: valuesOf(taken.body) } : null
}

/** The values as `submit` would give them back. */
function valuesOf(body: string) {
  return parseWithZod(new URLSearchParams(body), { schema: z.object({}) }).payload
}
