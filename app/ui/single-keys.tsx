import { useEffect, useState } from 'react'
import { remember, remembered } from './browser-memory'
import { CheckboxField } from './choice-field'
import { Section } from './section'

const KEPT_AS = 'single-keys'

/**
 * Whether keys work alone, without Control or Alt. Whoever dictates, or brushes keys by accident, turns
 * them off (WCAG 2.2, 2.1.4).
 */
export const areSingleKeysOn = () => remembered(KEPT_AS) !== 'off'

/** Turns single keys off and on in this browser; there only where there are any, which needs JavaScript. */
export function SingleKeysSection() {
  const [isOn, setOn] = useState<boolean | null>(null)
  useEffect(() => setOn(areSingleKeysOn()), [])
  if (isOn === null) return null
  return (
    <Section title="Keyboard" lead="Everything can be done with Tab, Enter and Space as well.">
      <div
        onChange={({ target }) =>
          remember(KEPT_AS, target instanceof HTMLInputElement && target.checked ? 'on' : 'off')
        }
      >
        <CheckboxField
          name="single-keys"
          label="Use single keys in this browser"
          hint="/ goes to the search; a, r and d decide on a submission."
          defaultChecked={isOn}
        />
      </div>
    </Section>
  )
}
