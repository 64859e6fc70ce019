import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { openRemoval, removeList } from '~/domain/lists/removing.server'
import { nothingInput } from '~/domain/pathways/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { counted } from '~/parts/people-words'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Button } from '~/ui/button'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink, TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'

export const meta: MetaFunction = () => [{ title: 'Remove a list · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(openRemoval, idOf(args.params.list))
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.list)
  return submit(args.request, nothingInput, async () => {
    const { name } = await member.write(removeList, id)
    return redirectWithNotice(paths.peopleLists(member.district), `“${name}” is removed.`)
  })
}

export default function Removal() {
  const { list, uses } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply()
  const isRemoving = useNavigation().state === 'submitting'
  const isUsed = uses.length > 0
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            items={[
              { label: 'Lists of people', href: paths.peopleLists(district) },
              { label: list.name, href: paths.peopleList(district, list) },
            ]}
          />
        }
        title={isUsed ? `“${list.name}” is in use` : `Remove “${list.name}”?`}
        lead={
          isUsed
            ? 'It can be removed once nothing goes by it.'
            : `${counted(list.people, 'person is', 'people are')} on it. Nothing goes by it, and nobody loses anything. This cannot be undone.`
        }
      />
      <Form method="post" className="max-w-form">
        <FormReply reply={reply}>
          {isUsed && <Uses uses={uses} />}
          <FormActions>
            {!isUsed && (
              <Button tone="danger" pending={isRemoving}>
                Remove the list
              </Button>
            )}
            <ButtonLink href={paths.peopleList(district, list)} tone="quiet">
              {isUsed ? 'Back to the list' : 'Keep it'}
            </ButtonLink>
          </FormActions>
        </FormReply>
      </Form>
    </>
  )
}

type Use = Awaited<ReturnType<typeof openRemoval>>['uses'][number]

/** What goes by the list, each leading to where that is changed. */
function Uses({ uses }: { uses: Use[] }) {
  const { district } = useDistrict()
  return (
    <ul className="max-w-line list-disc space-y-2 pl-5">
      {uses.map((use) =>
        use.kind === 'mandate' ? (
          <li key={use.id}>
            The required training{' '}
            <TextLink href={paths.mandate(district, use.id)}>{use.title}</TextLink>. Change whom it
            is for, or end it.
          </li>
        ) : (
          <li key={use.id}>
            The assignment of{' '}
            <TextLink href={paths.assignment(district, use.id)}>{use.title}</TextLink>.{' '}
            {use.isPast
              ? 'What was done to it can be undone until a day has passed.'
              : 'Change whom it is for, or end it.'}
          </li>
        ),
      )}
    </ul>
  )
}
