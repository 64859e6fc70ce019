import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { recordAttestation } from '~/domain/licenses/attesting.server'
import { openCycleForm } from '~/domain/licenses/forms.server'
import { attestationInput } from '~/domain/licenses/inputs.server'
import { MAX_ATTESTED_BY } from '~/domain/licenses/license'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { RadioGroupField } from '~/ui/choice-field'
import { DateField, TextField } from '~/ui/field'
import { CycleFormFrame } from './cycle-form-frame'
import { CycleHeader } from './cycle-header'

export const meta: MetaFunction = () => [{ title: 'Note an attestation · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const cycle = await member.read(openCycleForm, idOf(args.params.cycle))
  return { cycle, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.cycle)
  return submit(args.request, attestationInput, async (input) => {
    await member.write(recordAttestation, id, input)
    return redirectWithNotice(paths.editCycle(member.district, id), 'Attestation noted.')
  })
}

export default function NoteAttestation() {
  const { cycle, kept } = useLoaderData<typeof loader>()
  const { today } = useDistrict()
  const choices = cycle.choices.attestations
  const reply = useReply(kept)
  return (
    <>
      <CycleHeader cycle={cycle} title="Note an attestation" isBelow />
      {choices.length === 0 ? (
        <p className="max-w-line">The rules of this cycle ask for no attestation.</p>
      ) : (
        <CycleFormFrame cycle={cycle} reply={reply} action="Note it">
          <RadioGroupField
            name="code"
            label="What was attested?"
            required
            choices={choices.map(({ code, label }) => ({ value: code, label }))}
            defaultValue={choices[0]?.code}
          />
          <TextField name="attestedBy" label="By whom?" required maxLength={MAX_ATTESTED_BY} />
          <DateField
            name="heldOn"
            label="On which day?"
            required
            min={cycle.startsOn}
            max={today}
            defaultValue={today}
          />
        </CycleFormFrame>
      )}
    </>
  )
}
