import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import {
  movePriority,
  restorePriority,
  retirePriority,
  savePriority,
} from '~/domain/priorities/editing.server'
import { moveInput, priorityChoice, priorityInput } from '~/domain/priorities/inputs.server'
import { listPriorities, listRetiredPriorities } from '~/domain/priorities/queries.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { requireMember } from '~/http/member.server'
import { queryOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useReply } from '~/parts/use-reply'
import { FormReply } from '~/ui/form-reply'
import { CatalogHeader } from './catalog-header'
import { PriorityForm } from './priority-form'
import { PriorityList, RetiredPriorities } from './priority-list'

export const meta: MetaFunction = () => [{ title: 'Priorities · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const query = queryOf(args.request)
  const { priorities, thisYear } = await member.read(listPriorities)
  const retired = await member.read(listRetiredPriorities, query.page())
  const editedId = query.id('edit')
  const edited = priorities.find(({ id }) => id === editedId) ?? null
  return { priorities, retired, thisYear, edited }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const form = await args.request.formData()
  const page = paths.priorities(member.district)
  switch (form.get('intent')) {
    case 'retire':
      return submit(form, priorityChoice, async ({ id }) => {
        const { name } = await member.write(retirePriority, id)
        return redirectWithNotice(page, `“${name}” is retired. Goals that serve it keep it.`)
      })
    case 'restore':
      return submit(form, priorityChoice, async ({ id }) => {
        const { name } = await member.write(restorePriority, id)
        return redirectWithNotice(page, `“${name}” is in use again.`)
      })
    case 'move':
      return submit(form, moveInput, async (input) => {
        await member.write(movePriority, input)
        return redirectWithNotice(page, 'Moved.')
      })
  }
  return submit(form, priorityInput, async (input) => {
    await member.write(savePriority, input)
    return redirectWithNotice(page, `“${input.name}” is saved.`)
  })
}

export default function Priorities() {
  const { priorities, retired, thisYear, edited } = useLoaderData<typeof loader>()
  const reply = useReply()
  return (
    <>
      <CatalogHeader current="priorities" />
      <FormReply reply={reply}>
        <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="min-w-0 space-y-10">
            <PriorityList priorities={priorities} />
            {retired.total > 0 && <RetiredPriorities page={retired} />}
          </div>
          <PriorityForm key={edited?.id ?? 'new'} priority={edited} thisYear={thisYear} />
        </div>
      </FormReply>
    </>
  )
}
