import { type ComponentProps, useEffect, useState } from 'react'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/field'
import { VisuallyHidden } from '~/ui/visually-hidden'

type Props = Pick<ComponentProps<typeof TextField>, 'label' | 'name' | 'hint' | 'defaultValue'> & {
  isNew?: boolean
}

/** A password, which can be looked at while it is typed where there is JavaScript. */
export function PasswordField({ isNew, ...field }: Props) {
  const [isReady, setReady] = useState(false)
  const [isShown, setShown] = useState(false)
  useEffect(() => setReady(true), [])
  return (
    <TextField
      {...field}
      type={isShown ? 'text' : 'password'}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      autoCapitalize="none"
      spellCheck={false}
      required
      suffix={
        isReady && (
          <Button type="button" tone="quiet" size="small" onClick={() => setShown(!isShown)}>
            {isShown ? 'Hide' : 'Show'}
            <VisuallyHidden> {field.label}</VisuallyHidden>
          </Button>
        )
      }
    />
  )
}
