import { ADDITION_KINDS, type AdditionKind, ADDITIONS } from '~/domain/overlays/addition'
import { Button } from '~/ui/button'
import { SelectField, TextField } from '~/ui/field'
import { Section } from '~/ui/section'
import { AdditionFields } from './addition-fields'
import type { LoadedForm } from './change'

type Group = { id: string; kind: AdditionKind }

/** Everything the district adds, a group of fields each, and a way to add another. */
export function Additions(props: { form: LoadedForm; values: Record<string, unknown> }) {
  const groups = groupsOf(props.values)
  return (
    <Section
      title="What the district asks"
      lead="Educators see these with the words “Asked by your district”."
    >
      {groups.length === 0 && <p className="mb-4 text-ink-quiet">Nothing beyond the state yet.</p>}
      <ol className="space-y-8">
        {groups.map(({ id, kind }, at) => (
          <li key={id} className="space-y-4 border-t border-line pt-4">
            <div className="flex items-center justify-between gap-4">
              <h3 className="font-semibold">{ADDITIONS[kind]}</h3>
              <Button name="intent" value={`remove:${at}`} size="small" tone="quiet" icon="trash">
                Remove<span className="sr-only"> {ADDITIONS[kind]}</span>
              </Button>
            </div>
            <input type="hidden" name={`rules[${at}].id`} value={id} />
            <input type="hidden" name={`rules[${at}].kind`} value={kind} />
            <TextField
              id={`${id}-label`}
              name={`rules[${at}].label`}
              label="What is it called?"
              hint="As educators read it, such as “10 PDPs in technology”."
              required
            />
            <AdditionFields kind={kind} id={id} prefix={`rules[${at}]`} form={props.form} />
          </li>
        ))}
      </ol>
      <div className="mt-6 flex flex-wrap items-end gap-3">
        <SelectField
          name="newKind"
          label="Add"
          width="medium"
          choices={ADDITION_KINDS.map((kind) => ({ value: kind, label: ADDITIONS[kind] }))}
        />
        <Button name="intent" value="add" icon="plus">
          Add it
        </Button>
      </div>
    </Section>
  )
}

/** The groups there are; what was typed may lack anything. */
function groupsOf({ rules }: Record<string, unknown>): Group[] {
  if (!Array.isArray(rules)) return []
  return rules.flatMap((rule: Partial<Group> | null) => {
    const kind = ADDITION_KINDS.find((it) => it === rule?.kind)
    return kind && rule?.id ? [{ id: String(rule.id), kind }] : []
  })
}
