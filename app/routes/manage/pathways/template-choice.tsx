import { Form, useSubmit } from '@remix-run/react'
import type { Template } from '~/domain/pathways/templates/template'
import { partsOfTemplate } from '~/domain/pathways/templates/template'
import { TEMPLATES } from '~/domain/pathways/templates'
import { groupInWords } from '~/domain/pathways/pathway'
import { counted } from '~/parts/people-words'
import { Button } from '~/ui/button'
import { RadioGroupField } from '~/ui/choice-field'

/** What a pathway can begin with; what is chosen stands in the address, at once where scripts run. */
export function TemplateChoice({ chosen }: { chosen: Template | null }) {
  const submit = useSubmit()
  return (
    <div className="mb-8">
      <Form
        method="get"
        preventScrollReset
        className="max-w-form space-y-3"
        onChange={({ currentTarget }) =>
          void submit(currentTarget, { preventScrollReset: true, replace: true })
        }
      >
        <RadioGroupField
          name="template"
          label="Begin with"
          layout="large"
          defaultValue={chosen?.key ?? ''}
          choices={[
            { value: '', label: 'An empty path', hint: 'You add every step yourself.' },
            ...TEMPLATES.map(({ key, title, parts }) => ({
              value: key,
              label: title,
              hint: `${counted(parts.length, 'part', 'parts')}; you can change all of it`,
            })),
          ]}
        />
        <noscript>
          <Button size="small">Begin with this one</Button>
        </noscript>
      </Form>
      {chosen && <Outline template={chosen} />}
    </div>
  )
}

/** The steps that come with a template; all of them can be changed. */
function Outline({ template }: { template: Template }) {
  return (
    <div className="mt-6 max-w-line">
      <h2 className="font-semibold">The steps of “{template.title}”</h2>
      <ol className="mt-1 list-decimal space-y-1 pl-5">
        {partsOfTemplate(template).map((part) =>
          'steps' in part ? (
            <li key={part.group.groupKey}>
              {part.group.title}{' '}
              <span className="text-ink-quiet">
                ({groupInWords(part.group, part.steps.length).toLowerCase()})
              </span>
              <ul className="list-disc pl-5">
                {part.steps.map(({ stepKey, title }) => (
                  <li key={stepKey}>{title}</li>
                ))}
              </ul>
            </li>
          ) : (
            <li key={part.step.stepKey}>{part.step.title}</li>
          ),
        )}
      </ol>
      <p className="mt-2 text-ink-quiet">
        You can change all of it. Where a step needs a course, choose one of your catalog before you
        publish.
      </p>
    </div>
  )
}
