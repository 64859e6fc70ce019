import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { repinCycle } from '~/domain/licenses/cycle-editing.server'
import { openCycleForm } from '~/domain/licenses/forms.server'
import { rulesInput } from '~/domain/licenses/inputs.server'
import { compareVersions } from '~/domain/renewal/versions.server'
import { redirectWithNotice } from '~/http/flash.server'
import { submit } from '~/http/form.server'
import { takeKeptForm } from '~/http/kept-form.server'
import { requireMember } from '~/http/member.server'
import { idOf } from '~/http/params.server'
import { paths } from '~/http/paths'
import { useReply } from '~/parts/use-reply'
import { RadioGroupField } from '~/ui/choice-field'
import { Section } from '~/ui/section'
import { changeInWords } from './change-words'
import { CycleFormFrame } from './cycle-form-frame'
import { CycleHeader } from './cycle-header'

export const meta: MetaFunction = () => [{ title: 'Rules of a cycle · Cairn' }]

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.cycle)
  const cycle = await member.read(openCycleForm, id)
  const others = await member.read(compareVersions, id)
  return { cycle, others, kept: await takeKeptForm(args) }
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args)
  const id = idOf(args.params.cycle)
  return submit(args.request, rulesInput, async (input) => {
    await member.write(repinCycle, id, input)
    return redirectWithNotice(
      paths.editCycle(member.district, id),
      'The cycle is judged by these rules now.',
    )
  })
}

const WORDS = {
  expiry: 'licenses that expire',
  renewal: 'licenses renewed',
  cycle_start: 'cycles that begin',
}

export default function RulesOfCycle() {
  const { cycle, others, kept } = useLoaderData<typeof loader>()
  const { rules } = cycle
  return (
    <>
      <CycleHeader cycle={cycle} title="Which rules judge this cycle?" isBelow />
      <CycleFormFrame cycle={cycle} reply={useReply(kept)} action="Judge by these rules">
        <p className="max-w-line">
          Now: {rules.name}, version {rules.id}, revision {rules.revision}. Choose another version
          where your state told you that it applies, or a newer revision where a figure was
          corrected. The change is noted with the version before.
        </p>
        <RadioGroupField
          name="ruleSet"
          label="Version"
          required
          choices={cycle.versions.map((version) => ({
            value: `${version.id}@${version.revision}`,
            label: `${version.name} (${version.id}, revision ${version.revision})`,
            hint: hintOf(version),
          }))}
          defaultValue={`${rules.id}@${rules.revision}`}
        />
      </CycleFormFrame>
      {others.length > 0 && (
        <Section title="What would differ">
          {others.map((other) => (
            <Differences key={other.key} other={other} />
          ))}
        </Section>
      )}
    </>
  )
}

type Other = ReturnType<typeof useLoaderData<typeof loader>>['others'][number]

/** What another version would make of the cycle. */
function Differences({ other }: { other: Other }) {
  return (
    <Section
      level={3}
      title={`${other.name} (${other.id}, revision ${other.revision})`}
      lead={other.sentence}
    >
      {other.changes.length === 0 ? (
        <p className="text-ink-quiet">It asks for the same, and everything counts alike.</p>
      ) : (
        <ul className="list-disc pl-5">
          {other.changes.map((change) => (
            <li key={change.label}>{changeInWords(change)}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}

type Version = ReturnType<typeof useLoaderData<typeof loader>>['cycle']['versions'][number]

function hintOf({ keyedOn, from, to, checkedOn }: Version) {
  const span = [from && `from ${from}`, to && `until ${to}`].filter(Boolean).join(' ')
  return `For ${WORDS[keyedOn]} ${span || 'on any day'}; compared with its sources on ${checkedOn}.`
}
