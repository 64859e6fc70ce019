import { Form, useNavigation } from '@remix-run/react'
import { MAX_TITLE_LENGTH } from '~/domain/activities/activity'
import type { Achievement } from '~/domain/badges/catalog.server'
import { Button } from '~/ui/button'
import { Card } from '~/ui/card'
import { TextField } from '~/ui/field'
import { TextLink } from '~/ui/link'

/** A new badge, or one that is changed. */
export function BadgeForm({ badge }: { badge: Achievement | null }) {
  const isSaving = useNavigation().formMethod === 'POST'
  return (
    <div id="entry">
      <Card title={badge ? 'Change a badge' : 'Add a badge'}>
        <Form method="post" noValidate className="space-y-4">
          {badge && <input type="hidden" name="id" value={badge.id} />}
          <TextField
            name="title"
            label="Title"
            required
            maxLength={MAX_TITLE_LENGTH}
            defaultValue={badge?.title}
          />
          <TextField
            name="issuer"
            label="Who issues it?"
            required
            maxLength={MAX_TITLE_LENGTH}
            defaultValue={badge?.issuer}
          />
          <div className="flex items-center gap-4">
            <Button tone="primary" name="intent" value="save" pending={isSaving}>
              {badge ? 'Save' : 'Add'}
            </Button>
            {badge && <TextLink href="?">Leave it as it is</TextLink>}
          </div>
        </Form>
      </Card>
    </div>
  )
}
