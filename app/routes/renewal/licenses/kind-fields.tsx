import type { LicenseChoices } from '~/domain/licenses/choices'
import { MAX_KIND } from '~/domain/licenses/license'
import { CheckboxGroupField, RadioGroupField } from '~/ui/choice-field'
import { SelectField, TextField } from '~/ui/field'

const MOST_VISIBLE = 6
const MONTHS = Array.from({ length: 12 }, (_, at) => ({
  value: String(at + 1),
  label: new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2000, at, 1),
  ),
}))

const choicesOf = (list: { code: string; label: string }[]) =>
  list.map(({ code, label }) => ({ value: code, label }))

/** What kind of license it is: in the state's own words, or in any where they are not known. */
export function KindFields({
  choices,
  values,
}: {
  choices: LicenseChoices | null
  values: { kind?: string; class?: string | null; endorsements?: string[] }
}) {
  const label = 'What kind of license is it?'
  if (!choices) {
    return (
      <TextField
        name="kind"
        label={label}
        hint="In the words of your state."
        required
        maxLength={MAX_KIND}
        defaultValue={values.kind}
      />
    )
  }
  const { kinds, classes, endorsements } = choices
  const Kind = kinds.length > MOST_VISIBLE ? SelectField : RadioGroupField
  return (
    <>
      <Kind
        name="kind"
        label={label}
        required
        choices={choicesOf(kinds)}
        defaultValue={values.kind ?? kinds[0]?.code}
      />
      {classes.length > 0 && (
        <SelectField
          name="class"
          label="Class"
          hint="It decides what is asked of you."
          optional
          placeholder="Not said"
          choices={choicesOf(classes)}
          defaultValue={values.class ?? undefined}
        />
      )}
      {endorsements.length > 0 && (
        <CheckboxGroupField
          name="endorsements"
          label="Endorsements"
          choices={choicesOf(endorsements)}
          defaultValue={values.endorsements}
        />
      )}
    </>
  )
}

/** The month of birth, where a state begins its periods with it and the day of expiry is not known. */
export function BirthMonthField() {
  return (
    <SelectField
      name="birthMonth"
      label="Month of birth"
      hint="Your state begins registration periods with it. Only asked where you do not know the day of expiry; it is used once and not kept."
      optional
      placeholder="Not said"
      choices={MONTHS}
    />
  )
}
