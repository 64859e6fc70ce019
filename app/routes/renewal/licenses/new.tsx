import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addLicense } from '~/domain/licenses/adding.server'
import { openNewLicense } from '~/domain/licenses/forms.server'
import { newLicenseInput } from '~/domain/licenses/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { TextLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { LicenseForm } from './license-form'
import { StateForm } from './state-form'

export const meta: MetaFunction = () => [{ title: 'Add a license · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const state = queryOf(args.request).text('state')
  return { ...(await member.read(openNewLicense, state)), kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  return submit(args.request, newLicenseInput, async (input) => {
    const { cycleId } = await member.write(addLicense, input)
    return redirectWithNotice(
      paths.renewal(member.district),
      cycleId ? 'License added. Its renewal cycle is open.' : 'License added.',
    )
  })
}

export default function NewLicense() {
  const { id, states, likely, state, choices, kept } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply(kept)
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs items={[{ label: 'License renewal', href: paths.renewal(district) }]} />
        }
        title={state ? `Add a license of ${state.name}` : 'Add a license'}
        lead={state ? undefined : 'Which state issued it? Each state renews in its own way.'}
      >
        {state && <TextLink href={paths.newLicense(district)}>It is of another state</TextLink>}
      </PageHeader>
      {state ? (
        <LicenseForm
          key={state.code}
          id={id}
          version={0}
          state={state}
          choices={choices}
          values={{}}
          reply={reply}
          backTo={paths.renewal(district)}
          action="Add the license"
        />
      ) : (
        <StateForm states={states} likely={likely} />
      )}
    </>
  )
}
