import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { extendCycle } from '~/domain/licenses/cycle-editing.server'
import { openCycleForm } from '~/domain/licenses/forms.server'
import { extensionInput } from '~/domain/licenses/inputs.server'
import { MAX_REASON } from '~/domain/licenses/license'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useReply } from '~/parts/use-reply'
import { DateField, TextAreaField } from '~/ui/field'
import { CycleFormFrame } from './cycle-form-frame'
import { CycleHeader } from './cycle-header'

export const meta: MetaFunction = () => [{ title: 'Extend a cycle · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const cycle = await member.read(openCycleForm, idOf(args.params.cycle))
  return { cycle, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.cycle)
  return submit(args.request, extensionInput, async (input) => {
    await member.write(extendCycle, id, input)
    return redirectWithNotice(
      paths.editCycle(member.district, id),
      input.extendedToOn ? 'Cycle extended.' : 'The extension is taken back.',
    )
  })
}

export default function ExtendCycle() {
  const { cycle, kept } = useLoaderData<typeof loader>()
  return (
    <>
      <CycleHeader cycle={cycle} title="Extend the cycle" isBelow />
      <CycleFormFrame cycle={cycle} reply={useReply(kept)} action="Save the extension">
        <DateField
          name="extendedToOn"
          label="Extended to"
          hint="The last day your state gave you. Empty it to take the extension back."
          min={cycle.endsOn}
          defaultValue={cycle.extendedToOn ?? undefined}
        />
        <TextAreaField
          name="reason"
          label="Why?"
          hint="Such as “Letter of the state of 3 October”. Nothing about your health or family: administrators and auditors read it."
          rows={3}
          maxLength={MAX_REASON}
          defaultValue={cycle.extensionReason ?? undefined}
        />
      </CycleFormFrame>
    </>
  )
}
