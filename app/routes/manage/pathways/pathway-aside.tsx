import { Form } from '@remix-run/react'
import type { getDraftComments } from '~/domain/comments/preview.server'
import type { getPathway } from '~/domain/pathways/queries.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { ButtonLink, TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import { AssignmentList } from './assignment-list'
import { DraftComments } from './draft-comments'

type Page = Awaited<ReturnType<typeof getPathway>> & Awaited<ReturnType<typeof getDraftComments>>

/** Beside the path: what is said about a draft, to whom it is given, how far they are, and what can become of it. */
export function PathwayAside({ page }: { page: Page }) {
  const { pathway, version, assignments, can } = page
  const { district } = useDistrict()
  const people = pathway.open + pathway.completed
  return (
    <div>
      {version?.isDraft && <DraftComments page={page} />}
      <Section title="Who has it">
        {people > 0 && (
          <p className="mb-4">
            {pathway.open.toLocaleString('en-US')} under way,{' '}
            {pathway.completed.toLocaleString('en-US')} completed.{' '}
            <TextLink href={paths.pathwayProgress(district, pathway)}>See progress</TextLink>
          </p>
        )}
        {assignments.length > 0 ? (
          <AssignmentList assignments={assignments} />
        ) : (
          <p className="text-ink-quiet">
            {can.assign || pathway.status === 'published'
              ? 'Nobody yet. Before anybody is enrolled you see who would be, and who would not.'
              : 'Nobody yet. Once it is published it can be assigned.'}
          </p>
        )}
      </Section>
      {page.publishedNumber !== null && (
        <p className="mb-12">
          <TextLink href={paths.pathwayVersions(district, pathway)}>
            All versions, and what was said about each
          </TextLink>
        </p>
      )}
      {can.edit && (
        <Section title="This pathway">
          <div className="flex flex-wrap gap-3">
            {can.startDraft && (
              <DraftButton pathway={pathway} intent="start">
                Change the steps
              </DraftButton>
            )}
            {can.discardDraft && (
              <DraftButton pathway={pathway} intent="discard">
                Throw the changes away
              </DraftButton>
            )}
            <ButtonLink href={paths.pathwayPreview(district, pathway)}>
              Look at it as an educator
            </ButtonLink>
            <Form method="post" action={paths.pathwayCopy(district, pathway)}>
              <Button>Make a copy</Button>
            </Form>
            <ButtonLink href={paths.pathwayRetirement(district, pathway)} tone="danger">
              Retire it
            </ButtonLink>
          </div>
        </Section>
      )}
    </div>
  )
}

function DraftButton(props: {
  pathway: { id: string }
  intent: 'start' | 'discard'
  children: string
}) {
  const { district } = useDistrict()
  return (
    <Form method="post" action={paths.pathwayDraft(district, props.pathway)}>
      <Button name="intent" value={props.intent}>
        {props.children}
      </Button>
    </Form>
  )
}
