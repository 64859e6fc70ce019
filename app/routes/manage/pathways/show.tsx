import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { getDraftComments } from '~/domain/comments/preview.server'
import { editPathway } from '~/domain/pathways/building.server'
import { getPathway } from '~/domain/pathways/queries.server'
import { pathwayInput } from '~/domain/pathways/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { choicesFor } from '~/http/ask-choices.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { AddStep } from './add-step'
import { DetailsForm } from './details-form'
import { Following } from './following'
import { PathPreview } from './path-preview'
import { PathwayAside } from './pathway-aside'
import { PathwayStatusWord } from './pathway-table'
import { versionInWords } from './version-in-words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.pathway.title ?? 'Pathway'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const page = await member.read(getPathway, idOf(args.params.pathway))
  const choices = page.can.build ? await choicesFor(member, page.pathway.id) : null
  const said = await member.read(getDraftComments, page.pathway.id)
  return { ...page, ...said, choices }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  return submit(args.request, pathwayInput, async (input) => {
    await member.write(editPathway, id, input)
    return redirectWithNotice(paths.managedPathway(member.district, id), 'Saved.')
  })
}

export default function ManagedPathway() {
  const page = useLoaderData<typeof loader>()
  const { pathway, version, parts, steps, can } = page
  const { district } = useDistrict()
  const reply = useReply()
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs items={[{ label: 'Pathways', href: paths.managedPathways(district) }]} />
        }
        title={pathway.title}
        lead={pathway.description || undefined}
        action={
          can.build ? (
            <ButtonLink href={paths.pathwayPublication(district, pathway)} tone="primary">
              Publish
            </ButtonLink>
          ) : (
            can.assign && (
              <ButtonLink href={paths.newAssignment(district, pathway)} tone="primary">
                Assign it
              </ButtonLink>
            )
          )
        }
      >
        <p className="flex flex-wrap items-center gap-3">
          <PathwayStatusWord status={pathway.status} />
          <span className="text-ink-quiet">{versionInWords(page)}</span>
        </p>
      </PageHeader>
      {page.following !== null && <Following behind={page.following} of={pathway.open} />}
      <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <div className="min-w-0">
          <Section title="The path" lead="As an educator sees it on the first day.">
            <PathPreview
              pathway={pathway}
              parts={parts}
              terms={version ?? { requiredSteps: null, ordered: false }}
              isOpen={can.build}
            />
            {page.choices && (
              <AddStep key={steps.length + parts.length} pathway={pathway} choices={page.choices} />
            )}
          </Section>
        </div>
        <div className="lg:row-span-2">
          <PathwayAside page={page} />
        </div>
        {can.edit && (
          <div className="min-w-0 print:hidden">
            <Section title="Details">
              <DetailsForm
                key={pathway.version}
                pathway={pathway}
                draft={can.build ? version : null}
                parts={parts.length}
                reply={reply}
              />
            </Section>
          </div>
        )}
      </div>
    </>
  )
}
