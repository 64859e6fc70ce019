import { hoursTyped } from '~/domain/duration'
import { competenciesByArea } from '~/domain/frameworks/competency'
import type { StepKind } from '~/domain/pathways/pathway'
import type { Step } from '~/domain/pathways/versions.server'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { SelectField, TextField } from '~/ui/field'
import { TextLink } from '~/ui/link'
import type { StepChoices } from './step-form'

/** What a step of a kind asks for. */
export function AskedFields(props: { kind: StepKind; choices: StepChoices; step?: Step }) {
  const { kind, choices, step } = props
  const { district } = useDistrict()
  if (kind === 'evidence') return null
  if (kind === 'course') {
    return (
      <SelectField
        name="courseId"
        label="Which course?"
        hint={
          <>
            From <TextLink href={paths.catalog(district)}>the district’s catalog</TextLink>.
          </>
        }
        required
        placeholder="Choose a course"
        choices={choices.courses.map(({ id, title, provider }) => ({
          value: id,
          label: provider ? `${title} (${provider})` : title,
        }))}
        defaultValue={step?.courseId ?? ''}
      />
    )
  }
  if (kind === 'badge') {
    return (
      <SelectField
        name="achievementId"
        label="Which badge?"
        hint={
          <>
            From <TextLink href={paths.badgeCatalog(district)}>the district’s catalog</TextLink>.
          </>
        }
        required
        placeholder="Choose a badge"
        choices={choices.achievements.map(({ id, title, issuer }) => ({
          value: id,
          label: `${title} (${issuer})`,
        }))}
        defaultValue={step?.achievementId ?? ''}
      />
    )
  }
  return (
    <>
      <SelectField
        name="competency"
        label="On which competency?"
        required
        placeholder="Choose a competency"
        choices={competenciesByArea().map(({ label, competencies }) => ({
          label,
          choices: competencies.map(({ id, code, label: name }) => ({
            value: id,
            label: `${code} ${name}`,
          })),
        }))}
        defaultValue={step?.competency ?? ''}
      />
      <TextField
        name="hours"
        label="How many hours?"
        hint="Approved activities that name the competency add up."
        required
        width="short"
        autoComplete="off"
        defaultValue={step?.minutes ? hoursTyped(step.minutes) : undefined}
      />
    </>
  )
}
