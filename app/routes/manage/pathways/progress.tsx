import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getPathwayProgress } from '~/domain/pathways/catalog.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { PageHeader } from '~/ui/page-header'
import { PathwayTrail } from '../pathway-trail'
import { walkerFilterOf } from '../walkers/filter.server'
import { WalkersView } from '../walkers/walkers-view'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Progress of ${data?.pathway.title ?? 'a pathway'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const filter = walkerFilterOf(args.request)
  const page = await member.read(getPathwayProgress, idOf(args.params.pathway), filter)
  return { ...page, filter }
}

export default function PathwayProgress() {
  const { pathway, filter, ...page } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={pathway} />}
        title="Progress"
        lead={pathway.title}
      />
      <WalkersView page={page} filter={filter} />
    </>
  )
}
