import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PURPOSE_NAMES } from '~/domain/credit/use'
import { noteView } from '~/domain/record/opening.server'
import { getUsesPage } from '~/domain/uses/page.server'
import { requireMember } from '~/http/member.server'
import { idOf, queryOf } from '~/http/params.server'
import { UsesPage } from './uses-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `Hours of ${data.member.name}` : 'Where hours were used'} · Cairn` },
]

/** What a member's hours were used for. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const purpose = query.oneOf('purpose', PURPOSE_NAMES)
  const id = idOf(args.params.member)
  const page = await member.read(getUsesPage, id, { purpose, page: query.page() })
  await member.write(noteView, id, 'license')
  return { ...page, purpose }
}

export default function UsesOfMember() {
  return <UsesPage page={useLoaderData<typeof loader>()} />
}
