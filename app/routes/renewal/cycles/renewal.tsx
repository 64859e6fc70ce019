import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openCycleForm } from '~/domain/licenses/forms.server'
import { renewalInput } from '~/domain/licenses/inputs.server'
import { recordRenewal } from '~/domain/renewal/renewing.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { DateField } from '~/ui/field'
import { CycleFormFrame } from './cycle-form-frame'
import { CycleHeader } from './cycle-header'

export const meta: MetaFunction = () => [{ title: 'Record a renewal · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const cycle = await member.read(openCycleForm, idOf(args.params.cycle))
  return { cycle, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.cycle)
  return submit(args.request, renewalInput, async (input) => {
    const nextId = await member.write(recordRenewal, id, input)
    const { district } = member
    return redirectWithNotice(
      nextId ? paths.editCycle(district, nextId) : paths.renewal(district),
      nextId ? 'Renewal recorded. This is the next cycle.' : 'Renewal recorded.',
    )
  })
}

export default function RecordRenewal() {
  const { cycle, kept } = useLoaderData<typeof loader>()
  const { today } = useDistrict()
  return (
    <>
      <CycleHeader
        cycle={cycle}
        title={cycle.isYearly ? 'Close the year' : 'Record the renewal'}
        isBelow
      />
      <CycleFormFrame cycle={cycle} reply={useReply(kept)} action="Record it">
        <p className="max-w-line">
          The cycle is closed with everything in it, and the next one opens under the rules that
          apply then. What counts in the cycle is used for this renewal; what your state lets be
          carried over goes along into the next one.
        </p>
        <DateField
          name="renewedOn"
          label={cycle.isYearly ? 'Completed on' : 'Renewed on'}
          required
          max={today}
          defaultValue={today}
        />
        {!cycle.isYearly && (
          <DateField
            name="expiresOn"
            label="Now expires on"
            hint="As it stands on the renewed license."
            defaultValue={cycle.next?.endsOn}
          />
        )}
      </CycleFormFrame>
    </>
  )
}
