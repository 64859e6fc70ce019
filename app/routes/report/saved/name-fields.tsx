import { CheckboxField } from '~/ui/choice-field'
import { TextField } from '~/ui/field'

/** What a saved report is called, and for whom it is. */
export function NameFields({ saved }: { saved?: { name: string; isShared: boolean } }) {
  return (
    <>
      <TextField
        name="name"
        label="Name"
        hint="Such as “Middle school beside last year”."
        required
        defaultValue={saved?.name}
      />
      <CheckboxField
        name="isShared"
        label="Share it with everybody who may see the report"
        defaultChecked={saved?.isShared}
      />
    </>
  )
}
