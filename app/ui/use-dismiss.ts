import { useEffect, useRef } from 'react'

/** Closes an open `<details>` on Escape, on a press outside, when the focus leaves, and once something inside was chosen. */
export function useDismiss() {
  const details = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    const element = details.current
    if (!element) return
    const close = () => element.removeAttribute('open')

    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !element.open) return
      close()
      element.querySelector('summary')?.focus()
    }
    const onPress = (event: PointerEvent) => {
      if (!element.contains(event.target as Node)) close()
    }
    const onLeave = (event: FocusEvent) => {
      const next = event.relatedTarget
      if (next instanceof Node && !element.contains(next)) close()
    }

    const onChoice = (event: MouseEvent) => {
      if ((event.target as Element).closest('a, button')) close()
    }

    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPress)
    element.addEventListener('focusout', onLeave)
    element.addEventListener('click', onChoice)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPress)
      element.removeEventListener('focusout', onLeave)
      element.removeEventListener('click', onChoice)
    }
  }, [])

  return details
}
