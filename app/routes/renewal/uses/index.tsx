import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PURPOSE_NAMES } from '~/domain/credit/use'
import { getUsesPage } from '~/domain/uses/page.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { UsesPage } from './uses-page'

export const meta: MetaFunction = () => [{ title: 'Where hours were used · Cairn' }]

/** What one's own hours were used for. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const purpose = query.oneOf('purpose', PURPOSE_NAMES)
  const page = await member.read(getUsesPage, member.actor.id, { purpose, page: query.page() })
  return { ...page, purpose }
}

export default function OwnUses() {
  return <UsesPage page={useLoaderData<typeof loader>()} />
}
