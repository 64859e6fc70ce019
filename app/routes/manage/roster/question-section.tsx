import { Form } from '@remix-run/react'
import type { RosterQuestion } from '~/domain/roster/roster'
import { paths } from '~/http/paths'
import { useDistrict } from '~/parts/district-context'
import { Button } from '~/ui/button'
import { RadioGroupField } from '~/ui/choice-field'
import { Disclosure } from '~/ui/disclosure'
import { ButtonLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/section'

/** What the file does not say and a person has to; until then the careful reading holds. */
export function QuestionSection(props: { importId: string; questions: RosterQuestion[] }) {
  const { importId, questions } = props
  const { district } = useDistrict()
  if (questions.length === 0) return null
  const needsFile = questions.some(
    ({ kind }) => kind === 'mode' || kind === 'date_order' || kind === 'unknown_role',
  )
  return (
    <Section title="What the file does not say">
      <div className="space-y-6">
        {questions.map((question, index) => (
          <div key={index} className="max-w-line">
            <p>{question.message}</p>
            {'members' in question && <People members={question.members} />}
            {question.kind === 'administrator_role' && <AdministratorForm importId={importId} />}
          </div>
        ))}
        {needsFile && (
          <Notice
            tone="neutral"
            title="Some answers need the file again."
            action={
              <ButtonLink
                href={`${paths.newRosterImport(district)}?after=${importId}`}
                icon="upload"
              >
                Answer and hand it in again
              </ButtonLink>
            }
          >
            It was deleted when it was read. This import can also be applied as it is.
          </Notice>
        )}
      </div>
    </Section>
  )
}

function AdministratorForm({ importId }: { importId: string }) {
  const { district } = useDistrict()
  return (
    <Form
      method="post"
      noValidate
      action={paths.rosterAdministrators(district, importId)}
      className="mt-3 space-y-3"
    >
      <RadioGroupField
        label="An administrator of a school is"
        name="administratorRole"
        layout="row"
        required
        choices={[
          { value: 'principal', label: 'its principal' },
          { value: 'educator', label: 'an educator' },
        ]}
      />
      <Button type="submit">Remember this for the district</Button>
    </Form>
  )
}

function People({ members }: { members: { name: string; sourcedId: string }[] }) {
  return (
    <Disclosure summary="Who they are" note={members.length.toLocaleString('en-US')}>
      <p className="text-ink-quiet">
        {members
          .slice(0, 100)
          .map(({ name }) => name)
          .join(', ')}
        {members.length > 100 && ` and ${members.length - 100} more`}
      </p>
    </Disclosure>
  )
}
