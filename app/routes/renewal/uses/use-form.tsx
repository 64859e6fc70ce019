import { Form, type useLoaderData, useNavigation } from '@remix-run/react'
import { hoursTyped } from '~/domain/duration'
import { MAX_LABEL } from '~/domain/uses/spending'
import { useDistrict } from '~/parts/district-context'
import type { useReply } from '~/parts/use-reply'
import { Button } from '~/ui/button'
import { CheckboxGroupField } from '~/ui/choice-field'
import { formatDay } from '~/ui/day'
import { Disclosure } from '~/ui/disclosure'
import { DateField, NumberField, TextField } from '~/ui/field'
import { FormActions } from '~/ui/form-actions'
import { FormReply } from '~/ui/form-reply'
import { formatExactHours } from '~/ui/hours'
import { amountWords } from './amount-words'
import type { loader } from './new'

type OpenedForm = ReturnType<typeof useLoaderData<typeof loader>>

/** What was used, for what, and since when. */
export function UseForm({ form, reply }: { form: OpenedForm; reply: ReturnType<typeof useReply> }) {
  const { today } = useDistrict()
  const isSending = useNavigation().state === 'submitting'
  const isStipend = form.purpose === 'stipend'
  return (
    <Form method="post" noValidate className="mt-6 max-w-form space-y-6">
      <input type="hidden" name="purpose" value={form.purpose} />
      <input type="hidden" name="year" value={form.year} />
      <FormReply reply={reply}>
        <CheckboxGroupField
          name="rows"
          label="What was used?"
          choices={form.rows.map((row) => ({
            value: row.id,
            label: row.title,
            hint: `Finished ${formatDay(row.endedOn, today)} · ${worthOf(row)}`,
          }))}
        />
        <Parts form={form} />
        <TextField
          name="label"
          label={isStipend ? 'Which stipend?' : 'Which pay lane?'}
          required
          maxLength={MAX_LABEL}
          hint={isStipend ? 'Such as “30-hour stipend 2026–27”.' : 'Such as “MA+30”.'}
        />
        <DateField name="usedOn" label="Used on" required max={today} defaultValue={today} />
        {isStipend && (
          <DateField
            name="expiresOn"
            label="Good until"
            optional
            hint="The last day of the stipend. Leave it empty where it does not end."
          />
        )}
      </FormReply>
      <FormActions>
        <Button type="submit" tone="primary" pending={isSending}>
          Record the use
        </Button>
      </FormActions>
    </Form>
  )
}

type Row = OpenedForm['rows'][number]

function worthOf({ unused, credit, amountThousandths, minutes }: Row) {
  const hours = unused === null ? [] : [`${formatExactHours(unused)} unused`]
  const isWhole = unused === minutes
  const asCredit =
    credit && amountThousandths && isWhole ? [amountWords(amountThousandths / 1000, credit)] : []
  return [...hours, ...asCredit].join(' · ')
}

/** How much of each, where not all of it is used. */
function Parts({ form: { rows } }: { form: OpenedForm }) {
  const divisible = rows.filter(({ unused }) => unused !== null)
  if (divisible.length === 0) return null
  return (
    <Disclosure summary="Use only part of something">
      <div className="space-y-4">
        {divisible.map((row) => (
          <NumberField
            key={row.id}
            name={`hours.${row.id}`}
            label={`Hours of “${row.title}”`}
            hint={`All ${hoursTyped(row.unused!)} when left empty.`}
            inputMode="text"
          />
        ))}
      </div>
    </Disclosure>
  )
}
