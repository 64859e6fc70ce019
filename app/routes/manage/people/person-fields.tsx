import { MAX_NAME_LENGTH } from '~/domain/members/member'
import { DateField, TextField } from '~/ui/field'

type Values = {
  givenName?: string
  familyName?: string
  email?: string | null
  hiredOn?: string | null
}

/** What is known about a person. */
export function PersonFields({ values }: { values: Values }) {
  return (
    <>
      <TextField
        name="givenName"
        label="Given name"
        required
        maxLength={MAX_NAME_LENGTH}
        autoComplete="off"
        defaultValue={values.givenName}
      />
      <TextField
        name="familyName"
        label="Family name"
        required
        maxLength={MAX_NAME_LENGTH}
        autoComplete="off"
        defaultValue={values.familyName}
      />
      <TextField
        name="email"
        label="Email"
        type="email"
        optional
        hint="Invitations and letters go there."
        autoComplete="off"
        autoCapitalize="none"
        defaultValue={values.email ?? undefined}
      />
      <DateField
        name="hiredOn"
        label="Hired on"
        optional
        hint="Pathways for new hires go by this day."
        defaultValue={values.hiredOn ?? undefined}
      />
    </>
  )
}

/** What somebody teaches beside what the roster says. */
export function SubjectsField(props: { subjects: { fromRoster: string[]; entered: string[] } }) {
  const { fromRoster, entered } = props.subjects
  const hint = 'With commas between them. Pathways for those who teach a subject go by it.'
  return (
    <TextField
      name="subjects"
      label="Teaches"
      optional
      hint={fromRoster.length > 0 ? `${hint} The roster says: ${fromRoster.join(', ')}.` : hint}
      autoComplete="off"
      defaultValue={entered.join(', ')}
    />
  )
}
