import { ACTIVITY_KINDS } from '~/domain/activities/activity'
import { type AdditionKind, OWN_CATEGORY } from '~/domain/overlays/addition'
import { CheckboxGroupField } from '~/ui/choice-field'
import { NumberField, SelectField, TextField } from '~/ui/field'
import type { LoadedForm } from './change'

type Props = { id: string; prefix: string; form: LoadedForm }

const PER = [
  { value: 'cycle', label: 'In the whole cycle' },
  { value: 'year', label: 'In each year' },
]

const KINDS = Object.entries(ACTIVITY_KINDS).map(([value, label]) => ({ value, label }))

/** The fields of one kind of addition. */
export function AdditionFields({ kind, ...props }: Props & { kind: AdditionKind }) {
  if (kind === 'total') return <Amount {...props} label="In all" />
  if (kind === 'minimum') return <MinimumFields {...props} />
  if (kind === 'cap') return <CapFields {...props} />
  if (kind === 'preapproval') {
    return <KindsField {...props} hint="None chosen means every activity." />
  }
  if (kind === 'attestation') return <AttestationFields {...props} />
  return <TopicFields {...props} />
}

function Amount({ id, prefix, form, label }: Props & { label: string }) {
  return (
    <NumberField
      id={`${id}-amount`}
      name={`${prefix}.amount`}
      label={label}
      required
      suffix={form.ruleSet.unit.many}
    />
  )
}

function MinimumFields(props: Props) {
  const { id, prefix, form } = props
  return (
    <>
      <SelectField
        id={`${id}-category`}
        name={`${prefix}.category`}
        label="Category"
        required
        placeholder="Choose"
        choices={[
          ...form.categories,
          { value: OWN_CATEGORY, label: 'A category of the district’s own' },
        ]}
      />
      <TextField
        id={`${id}-own`}
        name={`${prefix}.ownCategory`}
        label="Name of your own category"
        optional
        hint="An hour that counts there counts for the state as well."
        width="medium"
      />
      <Amount {...props} label="At least" />
    </>
  )
}

function CapFields(props: Props) {
  const { id, prefix } = props
  return (
    <>
      <KindsField {...props} />
      <Amount {...props} label="At most" />
      <SelectField
        id={`${id}-per`}
        name={`${prefix}.per`}
        label="How often"
        width="medium"
        choices={[...PER, { value: 'item', label: 'For each thing done' }]}
      />
    </>
  )
}

function KindsField({ id, prefix, hint }: Props & { hint?: string }) {
  return (
    <CheckboxGroupField
      id={`${id}-kinds`}
      name={`${prefix}.activityKinds`}
      label="Kinds of activities"
      hint={hint}
      layout="row"
      choices={KINDS}
    />
  )
}

function AttestationFields({ id, prefix }: Props) {
  return (
    <>
      <TextField
        id={`${id}-by`}
        name={`${prefix}.by`}
        label="Who attests it"
        optional
        width="medium"
      />
      <NumberField
        id={`${id}-count`}
        name={`${prefix}.count`}
        label="How many times"
        required
        inputMode="numeric"
      />
      <SelectField
        id={`${id}-per`}
        name={`${prefix}.per`}
        label="How often"
        width="medium"
        choices={PER}
      />
    </>
  )
}

function TopicFields({ id, prefix }: Props) {
  return (
    <>
      <TextField
        id={`${id}-topic`}
        name={`${prefix}.topic`}
        label="Topic"
        required
        hint="Counted is what educators log on this topic, by this name."
        width="medium"
      />
      <NumberField
        id={`${id}-first`}
        name={`${prefix}.firstYear`}
        label="First due in cycles that begin in"
        required
        inputMode="numeric"
      />
      <NumberField
        id={`${id}-every`}
        name={`${prefix}.everyYears`}
        label="And again every"
        required
        inputMode="numeric"
        suffix="years"
      />
    </>
  )
}
