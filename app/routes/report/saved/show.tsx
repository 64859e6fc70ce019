import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { savedReportChange } from '~/domain/reports/inputs.server'
import { changeSavedReport, openSavedReport } from '~/domain/reports/saved.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { FormReply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { ByMail } from './by-mail'
import { NameFields } from './name-fields'
import { SavedTrail } from './saved-trail'
import { addressInWords } from './saved-words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.saved.name ?? 'A saved report'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(openSavedReport, idOf(args.params.saved))
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.saved)
  return submit(args.request, savedReportChange, async (input) => {
    await member.write(changeSavedReport, id, input)
    return redirectWithNotice(paths.savedReport(member.district, { id }), 'Saved.')
  })
}

export default function SavedReport() {
  const { saved, delivery, can } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const whose = saved.savedBy ? `Shared by ${saved.savedBy}. ` : ''
  return (
    <>
      <PageHeader
        trail={<SavedTrail all />}
        title={saved.name}
        lead={`${whose}${addressInWords(saved)}.`}
        action={
          <ButtonLink tone="primary" href={paths.reportAsSaved(district, saved)}>
            Open the report
          </ButtonLink>
        }
      />
      <ByMail saved={saved} delivery={delivery} />
      {can.edit && <Change saved={saved} />}
    </>
  )
}

function Change({ saved }: { saved: { id: string; name: string; isShared: boolean } }) {
  const { district } = useDistrict()
  const reply = useReply()
  const isSaving = useNavigation().state === 'submitting'
  return (
    <Section title="Name and sharing">
      <Form
        key={`${saved.name} ${saved.isShared}`}
        method="post"
        noValidate
        className="max-w-form space-y-6"
      >
        <FormReply reply={reply}>
          <NameFields saved={saved} />
          <Button pending={isSaving}>Save</Button>
        </FormReply>
      </Form>
      <Form method="post" action={paths.savedReportRemoval(district, saved)} className="mt-6">
        <Button tone="danger">Remove it from the saved reports</Button>
      </Form>
    </Section>
  )
}
