import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { endMandate } from '~/domain/mandates/building.server'
import { openMandate } from '~/domain/mandates/form.server'
import { nothingInput } from '~/domain/pathways/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { LastQuestion } from '~/parts/last-question'
import { counted } from '~/parts/people-words'
import { PageHeader } from '~/ui/page-header'
import { MandateTrail } from './mandate-trail'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `End ${data?.mandate.title ?? 'a required training'} · Cairn` },
]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const { mandate, counts } = await member.read(openMandate, idOf(args.params.mandate))
  return { mandate, counts }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.mandate)
  return submit(args.request, nothingInput, async () => {
    const { title } = await member.write(endMandate, id)
    return redirectWithNotice(paths.mandates(member.district), `“${title}” has ended.`)
  })
}

export default function Ending() {
  const { mandate, counts } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  return (
    <>
      <PageHeader
        trail={<MandateTrail mandate={mandate} />}
        title={`End “${mandate.title}”?`}
        lead="This cannot be undone."
      />
      <LastQuestion
        points={[
          `${counted(counts.asked, 'person who is', 'people who are')} asked now will not be asked any more; nobody is overdue because of it.`,
          'Every time it was met or missed stays on record.',
        ]}
        doing="End it"
        backTo={paths.mandate(district, mandate)}
      />
    </>
  )
}
