import { Form, useNavigation } from '@remix-run/react'
import { MAX_TITLE_LENGTH } from '~/domain/activities/activity'
import { hoursTyped } from '~/domain/duration'
import type { Course } from '~/domain/courses/queries.server'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { TextField } from '~/ui/field'
import { TextLink } from '~/ui/link'

/** A new course, or one that is changed. */
export function CourseForm({ course }: { course: Course | null }) {
  const isSaving = useNavigation().formMethod === 'POST'
  return (
    <div id="entry">
      <Card title={course ? 'Change a course' : 'Add a course'}>
        <Form method="post" noValidate className="space-y-4">
          {course && <input type="hidden" name="id" value={course.id} />}
          <TextField
            name="title"
            label="Title"
            required
            maxLength={MAX_TITLE_LENGTH}
            defaultValue={course?.title}
          />
          <TextField
            name="provider"
            label="Who offers it?"
            optional
            maxLength={MAX_TITLE_LENGTH}
            defaultValue={course?.provider ?? undefined}
          />
          <TextField
            name="hours"
            label="How many hours?"
            hint="Filled in for whoever records it."
            optional
            width="short"
            autoComplete="off"
            defaultValue={course?.minutes ? hoursTyped(course.minutes) : undefined}
          />
          <div className="flex items-center gap-4">
            <Button tone="primary" name="intent" value="save" pending={isSaving}>
              {course ? 'Save' : 'Add'}
            </Button>
            {course && <TextLink href="?">Leave it as it is</TextLink>}
          </div>
        </Form>
      </Card>
    </div>
  )
}
