import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getPathway } from '~/domain/pathways/queries.server'
import { termsInWords } from '~/domain/pathways/pathway'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { PathwayTrail } from '../pathway-trail'
import { PathPreview } from './path-preview'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Preview of ${data?.pathway.title ?? 'a pathway'} · Cairn` },
]

/** A pathway as an educator sees it on the first day; who builds it can hand the address on for comment. */
export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(getPathway, idOf(args.params.pathway))
}

export default function PathwayPreview() {
  const { pathway, version, parts } = useLoaderData<typeof loader>()
  const terms = version ?? { requiredSteps: null, ordered: false }
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={pathway} />}
        title={pathway.title}
        lead={pathway.description || undefined}
      >
        <p className="text-ink-quiet">
          {version?.isDraft
            ? `Version ${version.number}, not published yet. This is how it looks to an educator on the first day.`
            : 'This is how it looks to an educator on the first day.'}
        </p>
      </PageHeader>
      <Section title="Steps" lead={`${termsInWords({ ...terms, parts })}.`}>
        <PathPreview pathway={pathway} parts={parts} terms={terms} isOpen={false} />
      </Section>
    </>
  )
}
