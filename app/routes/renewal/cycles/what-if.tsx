import { Form } from '@remix-run/react'
import { COURSE_LEVELS, creditLabel } from '~/domain/rule-sets/credits'
import { Button } from '~/ui/button'
import { CheckboxGroupField } from '~/ui/choice-field'
import { Disclosure } from '~/ui/disclosure'
import { SelectField, TextField } from '~/ui/field'
import { TextLink } from '~/ui/link'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/section'
import { changeInWords } from './change-words'
import type { ShownCycle } from './show'

/** A course somebody thinks about, and what it would change. */
export function WhatIf({ page }: { page: ShownCycle }) {
  const { asked, whatIf } = page
  return (
    <Section id="what-if" title="What if?">
      <Disclosure
        summary="Try a course you think about"
        note="Nothing is saved."
        open={!!asked.hours || undefined}
      >
        <Form method="get" action="#what-if" preventScrollReset className="max-w-form space-y-6">
          <TextField name="what" label="What is it?" optional defaultValue={asked.title} />
          <div className="grid items-end gap-6 sm:grid-cols-2">
            <TextField
              name="hours"
              label="How much?"
              hint="Hours, such as 10 or 1:30; or how many of the credit beside."
              width="short"
              required
              error={page.isUnreadable ? 'Write it like 10, 1.5 or 1:30.' : null}
              defaultValue={asked.hours}
            />
            <SelectField
              name="credit"
              label="Of what?"
              choices={page.credits.map((credit) => ({
                value: credit,
                label: creditLabel(credit),
              }))}
              defaultValue={asked.credit}
            />
          </div>
          {page.credits.includes('semester_hour') && (
            <SelectField
              name="level"
              label="Level of a college course"
              optional
              placeholder="Not a college course"
              choices={Object.entries(COURSE_LEVELS).map(([value, label]) => ({ value, label }))}
              defaultValue={asked.level}
            />
          )}
          <TextField
            name="topic"
            label="On which topic?"
            hint="Things on one topic add up."
            optional
            defaultValue={asked.topic}
          />
          {page.categories.length > 0 && (
            <CheckboxGroupField
              name="category"
              label="Which categories does it fit?"
              choices={page.categories.map(({ code, label }) => ({ value: code, label }))}
              defaultValue={asked.categories}
            />
          )}
          <Button>See what it would change</Button>
        </Form>
      </Disclosure>
      {whatIf && (
        <div className="mt-6 max-w-form" role="status">
          <Notice tone="next" title={`With it: ${whatIf.sentence}`}>
            <p>{whatIf.verdictSentence}</p>
            <ul className="mt-2 list-disc pl-5">
              {whatIf.changes.map(({ label, before, after }) => (
                <li key={label}>{changeInWords({ label, before, after })}</li>
              ))}
            </ul>
            <p className="mt-2">
              <TextLink href="?">Forget it</TextLink>
            </p>
          </Notice>
        </div>
      )}
    </Section>
  )
}
