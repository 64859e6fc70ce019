import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PURPOSES } from '~/domain/credit/use'
import { schoolYearName } from '~/domain/calendar'
import { newUseInput } from '~/domain/uses/inputs.server'
import { openUseForm, recordUses } from '~/domain/uses/recording.server'
import { RECORDED_PURPOSES } from '~/domain/uses/spending'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { idOf, queryOf } from '~/http/params.server'
import { useDistrict } from '~/parts/district-context'
import { useListUrl } from '~/parts/list-url'
import { useReply } from '~/parts/use-reply'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { EmptyState } from '~/ui/empty-state'
import { FilterChips } from '~/ui/filter-chips'
import { PageHeader } from '~/ui/page-header'
import { Tabs } from '~/ui/tabs'
import { UseForm } from './use-form'
import { usesPath, usesTrail } from './uses-trail'

export const meta: MetaFunction = () => [{ title: 'Record a use of hours · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const form = await member.read(openUseForm, idOf(args.params.member), {
    purpose: query.oneOf('purpose', RECORDED_PURPOSES) ?? RECORDED_PURPOSES[0],
    year: query.schoolYear('year'),
  })
  return { ...form, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.member)
  return submit(args.request, newUseInput, async (input) => {
    const count = await member.write(recordUses, id, input)
    const back = usesPath(member.district, { id, name: '', isOwn: id === member.actor.id })
    return redirectWithNotice(back, `${count === 1 ? 'One row is' : `${count} rows are`} used now.`)
  })
}

export default function NewUse() {
  const form = useLoaderData<typeof loader>()
  const { member, purpose, year, years } = form
  const { district } = useDistrict()
  const url = useListUrl()
  const reply = useReply(form.kept)
  return (
    <>
      <PageHeader
        trail={<Breadcrumbs items={[usesTrail(district, member)]} />}
        title={member.isOwn ? 'Record a use of hours' : `Record a use of hours of ${member.name}`}
        lead="Choose what was approved and not used for this yet."
      />
      <Tabs
        label="Used for"
        items={RECORDED_PURPOSES.map((name) => ({
          label: PURPOSES[name],
          href: url({ purpose: name }),
          current: name === purpose,
        }))}
      />
      <div className="mt-4">
        <FilterChips
          label="School year"
          chips={years.map((it) => ({
            label: schoolYearName(it),
            active: it === year,
            href: url({ year: it === year ? null : it }),
          }))}
        />
      </div>
      {form.rows.length > 0 ? (
        <UseForm key={`${purpose} ${year}`} form={form} reply={reply} />
      ) : (
        <EmptyState
          title={`Nothing of ${schoolYearName(year)} is left for a ${PURPOSES[purpose].toLowerCase()}`}
          icon="record"
        >
          {form.approved === 0
            ? 'What is approved in a school year stands here. Choose another year, or wait for an approval.'
            : 'Everything that is approved in this school year has been used. Choose another year.'}
        </EmptyState>
      )}
    </>
  )
}
