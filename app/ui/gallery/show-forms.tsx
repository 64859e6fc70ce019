import { Form } from '@remix-run/react'
import { Button, IconButton } from '../button'
import { CheckboxField, CheckboxGroupField, RadioGroupField } from '../choice-field'
import { Dialog, DialogClose, DialogTrigger } from '../dialog'
import { Disclosure } from '../disclosure'
import { DateField, NumberField, SelectField, TextAreaField, TextField } from '../field'
import { FileField } from '../file-field'
import { FormActions } from '../form-actions'
import { FormReply } from '../form-reply'
import { ButtonLink, TextLink } from '../link'
import { Menu, MenuButton, MenuLine, MenuLink } from '../menu'
import { Section } from '../section'

const kinds = [
  { value: 'workshop', label: 'Workshop', hint: 'With others, led by someone' },
  { value: 'plc', label: 'PLC', hint: 'Your professional learning community' },
  { value: 'self-study', label: 'Self-study', hint: 'Reading, watching, trying out' },
  { value: 'course', label: 'Graduate course', disabled: true },
]

const refused = {
  initialValue: { hours: 'about two', kind: 'plc', title: 'PLC, grade 7' },
  error: { hours: ['Write the hours as 1.5, 1:30 or 90 min.'], 'held-on': ['Say on which day.'] },
}

export function ShowButtons({ dialogId }: { dialogId: string }) {
  return (
    <Section title="Buttons and links">
      <div className="flex flex-wrap items-center gap-3">
        <Button tone="primary" icon="check">
          Approve
        </Button>
        <Button icon="return">Return for changes</Button>
        <Button tone="danger">Deny</Button>
        <Button tone="quiet">Not now</Button>
        <Button disabled>Nothing to send</Button>
        <Button tone="primary" pending>
          Sending
        </Button>
        <IconButton icon="more" label="More" />
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button size="small" tone="primary">
          Approve 3
        </Button>
        <Button size="small">Return</Button>
        <ButtonLink size="small" href="#" icon="download" plain>
          Download
        </ButtonLink>
        <ButtonLink href="#" iconAfter="arrow">
          Continue
        </ButtonLink>
        <TextLink href="#">A link in text</TextLink>
        <TextLink href="https://example.org">Elsewhere</TextLink>
        <Menu label="More" align="start">
          <MenuLink href="#" icon="edit">
            Edit the pathway
          </MenuLink>
          <MenuLink href="#" icon="copy">
            Copy it
          </MenuLink>
          <MenuLine />
          <MenuButton icon="trash" danger>
            Retire it
          </MenuButton>
        </Menu>
        <DialogTrigger of={dialogId} tone="danger">
          Deny with a reason
        </DialogTrigger>
      </div>
      <Dialog id={dialogId} title="Deny “AI in the writing workshop”">
        <form method="get" className="space-y-4">
          <TextAreaField
            id={`${dialogId}-reason`}
            label="Reason"
            name="reason"
            required
            hint="Ana reads this, and may appeal within 14 days."
          />
          <div className="flex gap-3">
            <Button tone="danger">Deny</Button>
            <DialogClose tone="quiet">Keep it waiting</DialogClose>
          </div>
        </form>
      </Dialog>
    </Section>
  )
}

export function ShowForm() {
  return (
    <Section title="A form, refused once" lead="It comes back filled in, with what is to be fixed.">
      <Form method="get" noValidate className="max-w-form">
        <FormReply reply={refused}>
          <div className="space-y-6">
            <TextField label="What was it called?" name="title" required />
            <RadioGroupField label="Kind" name="kind" choices={kinds} layout="large" required />
            <div className="flex flex-wrap items-end gap-6">
              <DateField label="Day" name="held-on" required />
              <NumberField
                label="Hours"
                name="hours"
                hint="1.5, 1:30 and 90 min all work."
                width="medium"
                required
              />
            </div>
            <Disclosure summary="Add details" note="provider, evidence, reflection" open>
              <div className="space-y-6">
                <SelectField
                  label="School"
                  name="school"
                  placeholder="Choose a school"
                  choices={[
                    { label: 'Elementary', choices: [{ value: '1', label: 'Hale Elementary' }] },
                    { label: 'Middle', choices: [{ value: '2', label: 'Rivera Middle School' }] },
                  ]}
                  optional
                />
                <FileField label="Evidence" name="evidence" camera multiple optional />
                <TextAreaField
                  label="What will you try with students?"
                  name="reflection"
                  hint="Only your reviewer reads this."
                  optional
                />
                <CheckboxGroupField
                  label="Counts as"
                  name="category"
                  layout="row"
                  choices={[
                    { value: 'content', label: 'Content' },
                    { value: 'pedagogy', label: 'Pedagogy' },
                  ]}
                  defaultValue={['content']}
                />
                <CheckboxField
                  label="Students may be recognized in the evidence"
                  name="students"
                  hint="Then only you and your reviewer can open it."
                />
                <TextField label="Number" name="number" defaultValue="PD-2041" disabled />
              </div>
            </Disclosure>
          </div>
          <FormActions note="Draft saved 20:14">
            <Button tone="primary">Send to Ms. Ortiz</Button>
            <Button tone="quiet">Keep as draft</Button>
          </FormActions>
        </FormReply>
      </Form>
    </Section>
  )
}
