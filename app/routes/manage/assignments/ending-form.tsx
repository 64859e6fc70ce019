import { Form, useNavigation } from '@remix-run/react'
import type { Counts } from '~/domain/pathways/dry-run.server'
import { counted } from '~/parts/people-words'
import { Button } from '~/ui/button'
import { RadioGroupField } from '~/ui/choice-field'
import { FormReply, type Reply } from '~/ui/form-reply'
import { ButtonLink } from '~/ui/link'

/** Ends an assignment, and says what becomes of those who are under way. */
export function EndingForm(props: { counts: Counts; reply: Reply | null; backTo: string }) {
  const { counts, reply, backTo } = props
  const isEnding = useNavigation().state === 'submitting'
  const underWay = counts.removed + counts.changed + counts.kept
  return (
    <Form method="post" className="max-w-form space-y-6">
      <FormReply reply={reply}>
        {underWay > 0 && (
          <RadioGroupField
            name="takeBack"
            label={`What becomes of the ${counted(underWay, 'person', 'people')} who have not completed it?`}
            choices={[
              {
                value: '',
                label: 'They keep it',
                hint: 'They may finish it, with the same due date.',
              },
              {
                value: 'on',
                label: `It is taken back from ${counted(counts.removed, 'person', 'people')}`,
                hint: takenBackInWords(counts),
              },
            ]}
            defaultValue=""
          />
        )}
      </FormReply>
      <div className="flex flex-wrap gap-3">
        <Button tone="danger" pending={isEnding}>
          End the assignment
        </Button>
        <ButtonLink href={backTo} tone="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Form>
  )
}

function takenBackInWords({ changed }: Counts) {
  const stays = 'What they did stays in their record.'
  if (changed === 0) return stays
  return `${stays} ${counted(changed, 'person keeps', 'people keep')} it by another assignment.`
}
