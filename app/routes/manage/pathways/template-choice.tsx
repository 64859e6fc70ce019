import type { Template } from '~/domain/pathways/templates/template'
import { partsOfTemplate } from '~/domain/pathways/templates/template'
import { TEMPLATES } from '~/domain/pathways/templates'
import { groupInWords } from '~/domain/pathways/pathway'
import { FilterChips } from '~/ui/filter-chips'

/** What a pathway can begin with; what is chosen stands in the address. */
export function TemplateChoice({ chosen }: { chosen: Template | null }) {
  return (
    <div className="mb-8">
      <FilterChips
        label="Begin with"
        chips={[
          { label: 'An empty path', active: chosen === null, href: '?' },
          ...TEMPLATES.map(({ key, title }) => ({
            label: title,
            active: key === chosen?.key,
            href: `?template=${key}`,
          })),
        ]}
      />
      {chosen && <Outline template={chosen} />}
    </div>
  )
}

/** The steps that come with a template; all of them can be changed. */
function Outline({ template }: { template: Template }) {
  return (
    <div className="mt-6 max-w-line">
      <h2 className="font-semibold">Its steps</h2>
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
