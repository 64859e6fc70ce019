import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { applyImport, previewImport } from '~/domain/packages/importing.server'
import { applyInput } from '~/domain/packages/inputs.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { ApplyForm } from './apply-form'
import { ComingTable, FaultTable } from './coming-tables'

export const meta: MetaFunction = () => [{ title: 'What a package brings · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  return member.read(previewImport, idOf(args.params.import))
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.import)
  return submit(args.request, applyInput, async (choices) => {
    const { rows, from } = await member.write(applyImport, id, choices)
    const notice =
      rows === 1 ? `1 row from ${from} is here.` : `${rows} rows from ${from} are here.`
    return redirectWithNotice(paths.record(member.district), notice)
  })
}

export default function ShowImport() {
  const { fileName, state, read, outcome } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  return (
    <>
      <PageHeader
        trail={
          <Breadcrumbs
            items={[
              { label: 'My record', href: paths.record(district) },
              { label: 'Bring a record', href: paths.newRecordImport(district) },
            ]}
          />
        }
        title={read ? `What ${read.owner} brings from ${read.from.name}` : fileName}
        lead={read ? undefined : STATES[state]}
      />
      {outcome && (
        <p className="max-w-line">
          {outcome.rows} rows, {outcome.files} files, {outcome.licenses} licenses and{' '}
          {outcome.cycles} cycles came from {outcome.from}.
        </p>
      )}
      {state === 'expired' && (
        <ButtonLink href={paths.newRecordImport(district)} tone="primary">
          Hand it in again
        </ButtonLink>
      )}
      {read && (
        <>
          <Notice title="It counts toward your license, and not toward this district’s hours.">
            Each row keeps how strong its evidence is and who decided at {read.from.name}. Nobody
            here has checked it, and your record says so.
          </Notice>
          <Section
            title={`${read.rows.length} new ${read.rows.length === 1 ? 'row' : 'rows'}`}
            lead={`${read.already} are here already, and ${read.leftOut} were denied or taken back and stay behind. Goals and pathways stay in the file.`}
          >
            <ComingTable rows={read.rows} />
          </Section>
          {read.faults.length > 0 && (
            <Section title="What cannot be brought">
              <FaultTable faults={read.faults} />
            </Section>
          )}
          <ApplyForm read={read} />
        </>
      )}
    </>
  )
}

const STATES = {
  applied: 'This package has been brought.',
  expired: 'This package has waited for more than a day. Nothing was changed.',
  previewed: undefined,
}

export type ShownRead = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['read']>
