import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { getAffected } from '~/domain/pathways/affected.server'
import { type Effect, EFFECTS } from '~/domain/pathways/moving'
import { getPathway } from '~/domain/pathways/queries.server'
import { publicationInput } from '~/domain/pathways/inputs.server'
import { MAX_DESCRIPTION_LENGTH, termsInWords } from '~/domain/pathways/pathway'
import { publishPathway } from '~/domain/pathways/publishing.server'
import { isUndecided } from '~/domain/pathways/step-kinds'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf, queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { TextAreaField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink, TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { PathwayTrail } from '../pathway-trail'
import { AffectedPeople } from './affected'

export const meta: MetaFunction = () => [{ title: 'Publish a pathway · Cairn' }]

const EFFECT_NAMES = Object.keys(EFFECTS) as [Effect]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const id = idOf(args.params.pathway)
  const page = await member.read(getPathway, id)
  const shown = { effect: query.oneOf('effect', EFFECT_NAMES), page: query.page() }
  const isFollowed = page.can.build && page.pathway.open > 0
  return { ...page, affected: isFollowed ? await member.read(getAffected, id, shown) : null }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.pathway)
  return submit(args.request, publicationInput, async (input) => {
    const { number, followed, waiting } = await member.write(publishPathway, id, input)
    const people =
      waiting > 0
        ? ` ${counted(waiting, 'person follows', 'people follow')} it within minutes.`
        : followed > 0
          ? ` ${counted(followed, 'person follows', 'people follow')} it from now on.`
          : ''
    return redirectWithNotice(
      paths.managedPathway(member.district, id),
      `Version ${number} is published.${people}`,
    )
  })
}

export default function Publication() {
  const page = useLoaderData<typeof loader>()
  const { pathway, version, publishedNumber, parts, can, affected } = page
  const undecided = can.build ? page.steps.filter(isUndecided) : []
  const { district } = useDistrict()
  const isPublishing = useNavigation().state === 'submitting'
  const reply = useReply()
  return (
    <>
      <PageHeader
        trail={<PathwayTrail pathway={pathway} />}
        title={can.build ? `Publish version ${version?.number}?` : 'Nothing to publish'}
        lead={
          can.build
            ? `${pathway.title}: ${version ? termsInWords({ ...version, parts }).toLowerCase() : ''}.`
            : 'This pathway has no changes that wait to be published.'
        }
      />
      {undecided.length > 0 && <Undecided pathway={pathway} steps={undecided} />}
      {can.build && undecided.length === 0 && (
        <Form method="post" className="max-w-form">
          <FormReply reply={reply}>
            <ul className="max-w-line list-disc space-y-2 pl-5">
              {publishedNumber === null ? (
                <li>From now on it can be assigned and offered.</li>
              ) : (
                <li>
                  {counted(pathway.open, 'person', 'people')} under way will follow it. A step they
                  have done that it no longer asks for is kept.
                </li>
              )}
              {pathway.completed > 0 && (
                <li>
                  {counted(
                    pathway.completed,
                    'completion stays as it is',
                    'completions stay as they are',
                  )}
                  .
                </li>
              )}
              <li>
                The steps of a published version, and how many are asked for, never change; later
                changes to them make a new version. Its name, its description and how long it stays
                current can be changed at any time, for everybody under way at once.
              </li>
            </ul>
            {publishedNumber !== null && (
              <div className="mt-6">
                <TextAreaField
                  name="changeNote"
                  label="What is different?"
                  hint="Educators who follow it read this on their pathway."
                  optional
                  rows={3}
                  maxLength={MAX_DESCRIPTION_LENGTH}
                />
              </div>
            )}
            <FormActions>
              <Button tone="primary" pending={isPublishing}>
                Publish
              </Button>
              <ButtonLink href={paths.managedPathway(district, pathway)} tone="quiet">
                Not yet
              </ButtonLink>
            </FormActions>
          </FormReply>
        </Form>
      )}
      {affected && (
        <div className="mt-12">
          <AffectedPeople affected={affected} />
        </div>
      )}
    </>
  )
}

/** The steps that do not say yet what they ask for, each with the way to say it. */
function Undecided(props: {
  pathway: { id: string }
  steps: { stepKey: string; title: string }[]
}) {
  const { district } = useDistrict()
  return (
    <div className="max-w-form">
      <Notice tone="next" title="First say what is asked for.">
        <ul>
          {props.steps.map(({ stepKey, title }) => (
            <li key={stepKey}>
              <TextLink href={paths.pathwayStep(district, props.pathway, stepKey)}>
                {title}
              </TextLink>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
