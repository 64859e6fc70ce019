import { MAX_BLOCKS, MAX_CONDITIONS } from '~/domain/audiences/audience'
import type { AudienceChoices } from '~/domain/audiences/choices.server'
import { Button } from '~/ui/button'
import { SelectField, TextAreaField } from '~/ui/field'
import { type AudienceValues, CONDITION_KINDS } from './audience-values'
import { ConditionFields } from './condition-fields'

type Props = {
  choices: AudienceChoices
  values: AudienceValues
  /** How the buttons that add and remove send the form, where it is saved by another method. */
  method?: 'get'
  /** What the first part is called, "Who gets it" unless given, and whether a heading above says so already. */
  title?: string
  titleHidden?: boolean
}

/**
 * Whom something is for: any of some parts, each with its conditions, but for those named. Parts and
 * conditions are added and removed by buttons that bring the form back, by its address.
 */
export function AudienceFields(props: Props) {
  const { values, method } = props
  const blocks = values.any ?? []
  return (
    <>
      {blocks.map((_, block) => (
        <Block key={block} block={block} {...props} />
      ))}
      {blocks.length < MAX_BLOCKS && (
        <Button tone="quiet" icon="plus" name="change" formMethod={method} value="or">
          Give it to others too
        </Button>
      )}
      <TextAreaField
        name="except"
        label="Except"
        hint="An e-mail address, staff number or full name on each line."
        optional
        rows={2}
        defaultValue={values.except}
      />
    </>
  )
}

function Block(props: Props & { block: number }) {
  const { block, choices, values, method, title = 'Who gets it', titleHidden } = props
  const isSaidAbove = titleHidden && block === 0
  const conditions = values.any?.[block]?.all ?? []
  return (
    <fieldset className="space-y-4">
      <legend className={isSaidAbove ? 'sr-only' : 'w-full'}>
        {block > 0 && <Or />}
        <span className="font-serif text-xl font-semibold">
          {block === 0 ? title : `${title} too`}
        </span>
      </legend>
      {conditions.map((condition, position) => (
        <div key={position} className="space-y-4">
          {position > 0 && <p className="pl-4 font-semibold text-ink-quiet">and only those</p>}
          <div className="space-y-3 rounded-card border border-line bg-card p-4">
            <div className="flex items-center justify-between gap-3">
              <h3 className="font-semibold">{CONDITION_KINDS[condition.kind]}</h3>
              <Button
                tone="quiet"
                size="small"
                name="change"
                formMethod={method}
                value={`remove.${block}.${position}`}
                aria-label={`Remove: ${CONDITION_KINDS[condition.kind]}`}
              >
                Remove
              </Button>
            </div>
            <ConditionFields
              name={`any[${block}].all[${position}]`}
              values={condition}
              choices={choices}
            />
          </div>
        </div>
      ))}
      {conditions.length < MAX_CONDITIONS && (
        <div className="flex items-end gap-3">
          <div className="min-w-0">
            <SelectField
              name={`adding[${block}]`}
              label="And only those, by"
              choices={Object.entries(CONDITION_KINDS).map(([value, label]) => ({ value, label }))}
              defaultValue="hired"
            />
          </div>
          <Button tone="secondary" name="change" formMethod={method} value={`add.${block}`}>
            Add
          </Button>
        </div>
      )}
    </fieldset>
  )
}

const Or = () => (
  <span className="mb-4 flex items-center gap-4 text-ink-quiet">
    <span className="h-px grow bg-line-strong" />
    or
    <span className="h-px grow bg-line-strong" />
  </span>
)
