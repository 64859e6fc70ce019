import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { editCycle } from '~/domain/licenses/cycle-editing.server'
import { openCycleForm } from '~/domain/licenses/forms.server'
import { cycleInput } from '~/domain/licenses/inputs.server'
import { noteView } from '~/domain/record/opening.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { useReply } from '~/parts/use-reply'
import { ButtonLink, TextLink } from '~/ui/link'
import { Section } from '~/ui/section'
import { Attestations } from './attestation-list'
import { CycleFields } from './cycle-fields'
import { CycleHeader } from './cycle-header'

export const meta: MetaFunction = () => [{ title: 'Renewal cycle · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const cycle = await member.read(openCycleForm, idOf(args.params.cycle))
  if (!cycle.isOwn) await member.write(noteView, cycle.memberId, 'license')
  return { cycle, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.cycle)
  return submit(args.request, cycleInput, async (input) => {
    await member.write(editCycle, id, input)
    return redirectWithNotice(paths.editCycle(member.district, id), 'Cycle saved.')
  })
}

export default function EditCycle() {
  const { cycle, kept } = useLoaderData<typeof loader>()
  const { district } = useDistrict()
  const reply = useReply(kept)
  return (
    <>
      <CycleHeader
        cycle={cycle}
        title={`Renewal cycle of ${cycle.state}`}
        action={
          <ButtonLink href={paths.cycleRenewal(district, cycle)} icon="check">
            It was renewed
          </ButtonLink>
        }
      />
      <Section
        title="Extension"
        action={
          <TextLink href={paths.cycleExtension(district, cycle)}>
            {cycle.extendedToOn ? 'Change the extension' : 'Extend the cycle'}
          </TextLink>
        }
      >
        <p className="max-w-line text-ink-quiet">
          {cycle.extensionReason ?? 'Not extended. Extend it where your state gave you more time.'}
        </p>
      </Section>
      <CycleFields cycle={cycle} reply={reply} />
      <Attestations cycle={cycle} />
      <Section
        title="Rules"
        action={<TextLink href={paths.cycleRules(district, cycle)}>Judge by other rules</TextLink>}
      >
        <p className="max-w-line">
          This cycle is judged by {cycle.rules.name}, version {cycle.rules.id}, revision{' '}
          {cycle.rules.revision}. A later release of Cairn does not change that.
        </p>
      </Section>
    </>
  )
}
