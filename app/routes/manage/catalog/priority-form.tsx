import { Form, useNavigation } from '@remix-run/react'
import { schoolYearName } from '~/domain/calendar'
import { MAX_PRIORITY_NAME, MAX_PRIORITY_TEXT, OWNER_WORDS } from '~/domain/priorities/priority'
import type { listPriorities } from '~/domain/priorities/queries.server'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { RadioGroupField } from '~/ui/choice-field'
import { SelectField, TextAreaField, TextField } from '~/ui/field'
import { TextLink } from '~/ui/link'

export type ListedPriority = Awaited<ReturnType<typeof listPriorities>>['priorities'][number]

/** How many school years one can choose from, before this one and after it. */
const YEARS_BACK = 5
const YEARS_AHEAD = 8

/** A new priority, or one that is changed. */
export function PriorityForm(props: { priority: ListedPriority | null; thisYear: number }) {
  const { priority, thisYear } = props
  const isSaving = useNavigation().formMethod === 'POST'
  return (
    <div id="entry">
      <Card title={priority ? 'Change a priority' : 'Add a priority'}>
        <Form method="post" noValidate className="space-y-4">
          {priority && <input type="hidden" name="id" value={priority.id} />}
          <TextField
            name="name"
            label="Name"
            required
            maxLength={MAX_PRIORITY_NAME}
            defaultValue={priority?.name}
          />
          <TextAreaField
            name="description"
            label="What is it about?"
            optional
            rows={2}
            maxLength={MAX_PRIORITY_TEXT}
            defaultValue={priority?.description ?? undefined}
          />
          <RadioGroupField
            name="owner"
            label="Whose is it?"
            required
            choices={[
              { value: 'district', label: OWNER_WORDS.district },
              { value: 'state', label: OWNER_WORDS.state },
            ]}
            defaultValue={priority?.owner ?? 'district'}
          />
          <SelectField
            name="fromYear"
            label="From school year"
            required
            choices={yearsAround(thisYear, priority?.fromYear)}
            defaultValue={String(priority?.fromYear ?? thisYear)}
          />
          <SelectField
            name="untilYear"
            label="Until school year"
            optional
            placeholder="No end yet"
            hint="Goals can choose it through that year."
            choices={yearsAround(thisYear, priority?.untilYear)}
            defaultValue={priority?.untilYear ? String(priority.untilYear) : undefined}
          />
          <div className="flex items-center gap-4">
            <Button tone="primary" name="intent" value="save" pending={isSaving}>
              {priority ? 'Save' : 'Add'}
            </Button>
            {priority && <TextLink href="?">Leave it as it is</TextLink>}
          </div>
        </Form>
      </Card>
    </div>
  )
}

/** The school years to choose from, and the one that was chosen before. */
function yearsAround(thisYear: number, chosen: number | null | undefined) {
  const near = Array.from(
    { length: YEARS_BACK + YEARS_AHEAD + 1 },
    (_, at) => thisYear - YEARS_BACK + at,
  )
  return [...new Set(chosen ? [...near, chosen] : near)]
    .sort((a, b) => a - b)
    .map((year) => ({ value: String(year), label: schoolYearName(year) }))
}
