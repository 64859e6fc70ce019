import { MAX_DESCRIPTION_LENGTH, MAX_TITLE_LENGTH } from '~/domain/pathways/pathway'
import { NumberField, TextAreaField, TextField } from '~/ui/field'

type Values = { title: string; description: string; validMonths?: number | null }

/** What a pathway is called, what it says, and how long it stays current. */
export function PathwayFields({ values }: { values?: Values }) {
  return (
    <div className="space-y-6">
      <TextField
        name="title"
        label="Title"
        required
        maxLength={MAX_TITLE_LENGTH}
        defaultValue={values?.title}
      />
      <TextAreaField
        name="description"
        label="What it is for"
        hint="One or two sentences that an educator reads first."
        optional
        rows={3}
        maxLength={MAX_DESCRIPTION_LENGTH}
        defaultValue={values?.description}
      />
      <NumberField
        name="validMonths"
        label="For how long does a completion stay current?"
        hint="Leave it empty where it never expires."
        optional
        suffix="months"
        defaultValue={values?.validMonths ?? undefined}
      />
    </div>
  )
}
